-- Where each dossier stands in its process: the tokens, and the version of the service whose process it follows.
create table processes (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  procedure_code text not null,
  service_version text not null,
  state jsonb not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (agency_id, dossier_id),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id)
);
select motcua.protect('processes');

-- One row for each time a dossier lies on a step. Open while done_at is empty. Who takes it is decided when it opens:
-- a role at a unit, resolved on the organisation of that day. How the dossier came in is not known here: every channel
-- waits in the same queue. @see Decree 42/2022, Art. 15.1 b
create table work_items (
  agency_id integer not null references agencies (id),
  id uuid not null,
  dossier_id uuid not null,
  step text not null,
  step_name jsonb not null,
  role text not null,
  unit_id uuid not null,
  assignee_id uuid,
  opened_at timestamptz not null,
  opened_by uuid,
  claimed_at timestamptz,
  -- Copied from the dossier, so that a queue is read from one index in order of what is due first.
  due_at timestamptz,
  -- The dossier waits for the person; it leaves the queues until it goes on.
  paused boolean not null default false,
  done_at timestamptz,
  done_by uuid,
  action text,
  reason text,
  primary key (agency_id, id),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id),
  foreign key (agency_id, unit_id) references units (agency_id, id)
);
create index work_items_queue on work_items (agency_id, unit_id, role, due_at, id) where done_at is null and not paused;
create index work_items_mine on work_items (agency_id, assignee_id, due_at, id) where done_at is null and not paused;
create index work_items_of_dossier on work_items (agency_id, dossier_id, opened_at);
select motcua.protect('work_items');

-- What the case officer proposes, in words; the approver decides on the latest.
create table proposals (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  ordinal integer not null,
  outcome text not null check (outcome in ('granted', 'rejected')),
  opinion text not null,
  -- What the officer filled in for the paper, by the ids of the package's result fields.
  fields jsonb not null,
  officer_id uuid not null,
  proposed_at timestamptz not null,
  primary key (agency_id, dossier_id, ordinal),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id)
);
select motcua.protect_append_only('proposals');

-- Form 06: each passing on of the dossier from one pair of hands to the next.
create table handovers (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  ordinal integer not null,
  from_unit_id uuid,
  to_unit_id uuid not null,
  from_officer_id uuid,
  step text not null,
  action text,
  note text,
  handed_at timestamptz not null,
  primary key (agency_id, dossier_id, ordinal),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id)
);
select motcua.protect_append_only('handovers');
