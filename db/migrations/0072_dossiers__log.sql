-- The log: everything that happened to a dossier, only ever added, each entry holding the hash of the one before.
-- Corrections are new entries. Personal data is referred to by id, because what is here cannot be forgotten; the
-- words an officer wrote stand beside the hashed facts, which hold their hash. @see Law 148/2025, Art. 8(6)
create table dossier_log (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  seq integer not null check (seq > 0),
  at timestamptz not null,
  actor jsonb not null,
  type text not null,
  facts jsonb not null,
  words text,
  prev_hash text not null,
  hash text not null,
  primary key (agency_id, dossier_id, seq),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id)
);
-- Read in order of time by everything that counts, reports and synchronises.
create index dossier_log_by_time on dossier_log (agency_id, at, dossier_id, seq);
select motcua.protect_append_only('dossier_log');
