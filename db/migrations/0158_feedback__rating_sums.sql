-- How often each mark was given, also for all procedures and for all units taken together, which is written as the empty
-- text: a page reads the rows of its own grain, by index, however many ratings lie behind them. By which way a rating
-- came nobody asks, so it is not kept.
drop table rating_counts;
create table rating_counts (
  agency_id integer not null references agencies (id),
  procedure_code text not null,
  -- Id of the unit that decides.
  unit text not null,
  -- First day of the month. A day would say, in a small commune, whose it is.
  rated_in date not null check (extract(day from rated_in) = 1),
  criterion text not null check (criterion in ('overall', 'ease', 'timeliness', 'attitude')),
  mark smallint not null check (mark between 1 and 5),
  count integer not null check (count > 0),
  primary key (agency_id, procedure_code, rated_in, unit, criterion, mark)
) with (fillfactor = 70);
create index rating_counts_by_unit on rating_counts (agency_id, unit, rated_in);
select motcua.protect('rating_counts');
