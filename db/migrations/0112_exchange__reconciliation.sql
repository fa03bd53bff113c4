-- What the agency says, laid beside what the other side shows: each difference with its cause. R-186, R-189
create table reconciliations (
  agency_id integer not null references agencies (id),
  id uuid not null,
  destination text not null,
  -- Dossiers of which something was told in [from_at, to_at) were compared.
  from_at timestamptz not null,
  to_at timestamptz not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  compared integer not null default 0,
  diverging integer not null default 0,
  -- Why it could not be finished.
  problem text,
  primary key (agency_id, id),
  check (from_at < to_at)
);
create index reconciliations_newest on reconciliations (agency_id, destination, started_at desc);
select motcua.protect('reconciliations');
revoke delete on reconciliations from motcua_app;

create table divergences (
  agency_id integer not null references agencies (id),
  reconciliation_id uuid not null,
  number integer not null,
  ref text not null,
  dossier_id uuid,
  -- `dossier`: one side has none; otherwise what differs.
  field text not null check (field in ('dossier', 'status', 'received', 'due', 'finished', 'returned', 'count')),
  ours text,
  theirs text,
  cause text not null check (cause in (
    'on-its-way', 'refused', 'dead', 'settled-by-hand', 'before-connection', 'not-told', 'unexplained'
  )),
  -- The message that is the cause, and what it says about it.
  message_id bigint,
  problem text,
  since timestamptz,
  primary key (agency_id, reconciliation_id, number),
  foreign key (agency_id, reconciliation_id) references reconciliations (agency_id, id)
);
select motcua.protect_append_only('divergences');

-- The dossiers of which something was told in a period.
create index messages_caused on messages (agency_id, destination, caused_at, dossier_id) where direction = 'out';
