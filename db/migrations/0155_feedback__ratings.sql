-- What people say of how their dossier was handled. R-163, R-164
-- @see Circular 32/2017/TT-BTTTT, Art. 12; Decree 224/2026, Art. 10.3 b (raters are protected)
--
-- Nothing here says who rated how. Which dossiers have been rated is one table, without a time; how often each mark was
-- given is another, by month; what people wrote is a third. No column leads from one to the other.

-- A dossier is rated once: in two tabs, by letter and at the counter, it is still once.
create table rated_dossiers (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  primary key (agency_id, dossier_id)
);
select motcua.protect_append_only('rated_dossiers');

create table rating_counts (
  agency_id integer not null references agencies (id),
  -- First day of the month. A day would say, in a small commune, whose it is.
  rated_in date not null check (extract(day from rated_in) = 1),
  procedure_code text not null,
  -- The unit that decides.
  unit_id uuid not null,
  -- By which way it came: the person's own page, the link in a letter, the code shown at the counter.
  came_by text not null check (came_by in ('portal', 'letter', 'counter')),
  criterion text not null check (criterion in ('overall', 'ease', 'timeliness', 'attitude')),
  mark smallint not null check (mark between 1 and 5),
  count integer not null check (count > 0),
  primary key (agency_id, rated_in, procedure_code, unit_id, came_by, criterion, mark)
) with (fillfactor = 70);
select motcua.protect('rating_counts');

create table rating_comments (
  agency_id integer not null references agencies (id),
  -- Drawn, and so in no order of time.
  id uuid not null,
  rated_in date not null check (extract(day from rated_in) = 1),
  procedure_code text not null,
  unit_id uuid not null,
  words text not null check (length(words) between 1 and 1000),
  primary key (agency_id, id)
);
create index rating_comments_by_month on rating_comments (agency_id, rated_in desc, id);
select motcua.protect('rating_comments');
