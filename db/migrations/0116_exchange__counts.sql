-- A system that only counts is compared by its counts: what it counted under another day has a cause of its own. R-189
alter table divergences drop constraint divergences_cause_check;
alter table divergences add constraint divergences_cause_check check (cause in (
  'on-its-way', 'refused', 'dead', 'settled-by-hand', 'before-connection', 'not-told', 'told-on-another-day', 'unexplained'
));
