-- A dossier (hồ sơ). What happened to it is in its slips and its log; status, step and dates stand here as well, so
-- that queues and look-ups read one row. Status is what the slips say, by one function of the code.
create table dossiers (
  agency_id integer not null references agencies (id),
  id uuid not null,
  temporary_code text not null,
  -- Given at reception: receiving unit, day, number of the day.
  code text,
  procedure_code text not null,
  service_version text not null,
  procedure_name jsonb not null,
  case_code text not null,
  time_limit text not null,
  channel text not null check (channel in ('online', 'counter', 'post')),
  language text not null check (language in ('vi', 'en')),
  result_channel text not null check (result_channel in ('electronic', 'counter', 'post')),
  status text not null check (status in (
    'submitted', 'received', 'refused', 'processing', 'awaiting-supplement', 'awaiting-payment', 'withdrawn',
    'discontinued', 'result-ready', 'returned'
  )),
  submitted_at timestamptz not null,
  received_at timestamptz,
  -- The reception the clock counts from; later than received_at when a supplement restarted it.
  clock_from timestamptz,
  original_due_at timestamptz,
  due_at timestamptz,
  processing_at timestamptz,
  result_ready_at timestamptz,
  returned_at timestamptz,
  receiving_unit_id uuid not null,
  competent_unit_id uuid not null,
  person_id uuid,
  -- Who files, whose dossier it is, who acts for the owner: three people, as stated on that day.
  applicant jsonb not null,
  owner jsonb not null,
  representative jsonb,
  answers jsonb not null,
  documents jsonb not null,
  -- What the form was walked with: the facts of the profile it used, the day, the choices of its lists.
  form_context jsonb not null,
  -- Where processing stands, as that room reports it.
  step_id text,
  step_name jsonb,
  step_unit_id uuid,
  step_officer_id uuid,
  step_officer_name text,
  after_supplement text not null check (after_supplement in ('restart', 'resume')),
  log_seq integer not null,
  log_hash text not null,
  primary key (agency_id, id),
  foreign key (agency_id, receiving_unit_id) references units (agency_id, id),
  foreign key (agency_id, competent_unit_id) references units (agency_id, id),
  check ((code is null) = (received_at is null))
) with (fillfactor = 85);

create unique index dossiers_code on dossiers (agency_id, code) where code is not null;
create unique index dossiers_temporary_code on dossiers (agency_id, temporary_code);
create index dossiers_mine on dossiers (agency_id, person_id, submitted_at desc, id desc);
-- The register (form 07) of a unit, newest first.
create index dossiers_register on dossiers (agency_id, receiving_unit_id, received_at desc, id desc)
  where received_at is not null;
-- What waits at a desk: small however long the history.
create index dossiers_intake on dossiers (agency_id, receiving_unit_id, submitted_at) where status = 'submitted';
-- What is being worked on, by due time.
create index dossiers_open on dossiers (agency_id, competent_unit_id, due_at, id)
  where status in ('received', 'processing', 'awaiting-supplement', 'awaiting-payment', 'result-ready');
select motcua.protect('dossiers');
revoke delete on dossiers from motcua_app;

-- One key, one dossier: a form posted twice, or a call repeated by another system, finds the first one.
create table idempotency_keys (
  agency_id integer not null references agencies (id),
  key text not null,
  dossier_id uuid not null,
  created_at timestamptz not null,
  primary key (agency_id, key)
);
select motcua.protect_append_only('idempotency_keys');

-- The number of the day at a receiving unit. The row is locked by the transaction that takes the number, so that one
-- that fails gives it back: no gaps.
create table code_counters (
  agency_id integer not null references agencies (id),
  unit_id uuid not null,
  counted_on date not null,
  last_number integer not null check (last_number > 0),
  primary key (agency_id, unit_id, counted_on)
) with (fillfactor = 50);
select motcua.protect('code_counters');
revoke delete on code_counters from motcua_app;

create table dossier_documents (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  document_id uuid not null,
  -- The question of the form it answers, or the supplement it came with.
  question text,
  supplement_number integer,
  added_at timestamptz not null,
  primary key (agency_id, dossier_id, document_id),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id),
  foreign key (agency_id, document_id) references documents (agency_id, id)
);
create index dossier_documents_document on dossier_documents (agency_id, document_id);
select motcua.protect_append_only('dossier_documents');
