-- Every question to a registry of the state: who asked, for which dossier and purpose, and what came back. The answer is
-- the evidence that replaces a paper. Append-only. R-128, R-190 @see Decree 47/2020, Art. 45; Decree 61/2018, Art. 25
create table lookups (
  agency_id integer not null references agencies (id),
  id uuid not null,
  registry text not null,
  operation text not null,
  -- Our number for the question, as the registry logs it too.
  request_id text not null,
  procedure_code text not null,
  dossier_id uuid,
  -- The component of the dossier that nobody has to bring.
  component text,
  basis text not null check (basis <> ''),
  actor jsonb not null,
  -- Who it was about, as a hash: the log of questions is itself no list of people.
  subject_hash text not null,
  at timestamptz not null,
  milliseconds integer not null,
  outcome text not null check (outcome in ('found', 'differs', 'not-found', 'refused', 'unreachable')),
  evidence jsonb,
  problem text,
  primary key (agency_id, id)
);
create index lookups_dossier on lookups (agency_id, dossier_id, component, at desc) where dossier_id is not null;
create index lookups_by_time on lookups (agency_id, at desc);
select motcua.protect_append_only('lookups');
