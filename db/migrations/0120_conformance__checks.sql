-- What the daily look at this installation found, for each check and agency. @see Decree 42/2022, Art. 13, 15, 20

create table conformance_checks (
  agency_id integer not null references agencies (id),
  name text not null,
  standing text not null check (standing in ('met', 'partly', 'not-met', 'not-applicable', 'unknown')),
  -- Both languages, as they were said on the day.
  evidence jsonb not null,
  facts jsonb not null,
  -- Since when it stands like this: kept while the standing stays.
  since_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (agency_id, name)
);
select motcua.protect('conformance_checks');

-- Every time a check stood differently than before.
create table conformance_changes (
  agency_id integer not null references agencies (id),
  id uuid not null,
  name text not null,
  at timestamptz not null,
  before text not null,
  standing text not null,
  evidence jsonb not null,
  primary key (agency_id, id)
);
select motcua.protect_append_only('conformance_changes');
