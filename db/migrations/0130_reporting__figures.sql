-- Figures are counted from the log and from nothing else. Every entry that is written is noted here by the database, in
-- the transaction that writes it; whoever counts takes the note away in the transaction that adds it up. So an entry is
-- counted once: a transaction that commits late brings its notes with it, and there is no cursor that could have passed
-- them. The table is as long as what has not been counted yet.
create table figure_notes (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  seq integer not null,
  primary key (agency_id, dossier_id, seq)
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);
select motcua.protect('figure_notes');

create function motcua.note_for_figures() returns trigger
  language plpgsql
  as $$
begin
  insert into figure_notes (agency_id, dossier_id, seq) select agency_id, dossier_id, seq from written;
  return null;
end $$;
create trigger note_for_figures after insert on dossier_log
  referencing new table as written
  for each statement execute function motcua.note_for_figures();

-- What was in the log before.
do $$
declare agency integer;
begin
  for agency in select id from agencies loop
    perform set_config('motcua.agency', agency::text, true);
    insert into figure_notes (agency_id, dossier_id, seq) select agency_id, dossier_id, seq from dossier_log;
  end loop;
  perform set_config('motcua.agency', '', true);
end $$;

-- Two tallies laid together: name → how many. Exact, and the same whatever order they come in.
create function motcua.add_tally(one jsonb, other jsonb) returns jsonb
  language sql immutable parallel safe
  as $$
    select coalesce(jsonb_object_agg(name, total), '{}') from (
      select name, sum(value::bigint) as total
        from (select * from jsonb_each_text(one) union all select * from jsonb_each_text(other)) as both_of (name, value)
       group by name
    ) as sums
  $$;
grant execute on function motcua.add_tally(jsonb, jsonb) to motcua_app;

-- What happened in one day or one month: for each procedure, unit and channel, and for each of them taken together,
-- which is written as the empty text. A page reads the rows of its own grain and no others. A tally is name → how many,
-- so that a new figure is a new rule over the same log and no new column.
create table figures (
  agency_id integer not null references agencies (id),
  grain text not null check (grain in ('day', 'month')),
  procedure_code text not null,
  -- Id of the unit.
  unit text not null,
  channel text not null,
  starts_on date not null,
  tally jsonb not null,
  primary key (agency_id, grain, procedure_code, unit, channel, starts_on),
  check (grain = 'day' or extract(day from starts_on) = 1)
) with (fillfactor = 80);
-- All procedures of a unit, and all units of a procedure, in a span of time.
create index figures_by_unit on figures (agency_id, grain, unit, channel, starts_on);
create index figures_by_procedure on figures (agency_id, grain, procedure_code, channel, starts_on);
select motcua.protect('figures');

-- Everything that was in the log at this instant has been counted.
create table figures_counted (
  agency_id integer primary key references agencies (id),
  counted_at timestamptz not null
);
select motcua.protect('figures_counted');
