-- The slips of the one-stop mechanism, each a record that is only ever added.
-- @see Circular 03/2025/TT-VPCP, Appendix I

-- Form 01: receipt and appointment.
create table receipts (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  code text not null,
  -- The number of the day, which is also the slip's: 0007/TNHS.
  number integer not null,
  unit_id uuid not null,
  officer_id uuid not null,
  officer_name text not null,
  received_at timestamptz not null,
  due_at timestamptz,
  documents jsonb not null,
  primary key (agency_id, dossier_id),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id)
);
create unique index receipts_code on receipts (agency_id, code);
select motcua.protect_append_only('receipts');

-- Form 02: request to supplement. The first is number 1; by rule it is the only one.
create table supplement_requests (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  number integer not null check (number > 0),
  unit_id uuid not null,
  officer_id uuid not null,
  officer_name text not null,
  requested_at timestamptz not null,
  supply_by date,
  items jsonb not null check (jsonb_array_length(items) > 0),
  at_intake boolean not null,
  approved_by uuid,
  approval_reason text,
  primary key (agency_id, dossier_id, number),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id),
  check (number = 1 or (approved_by is not null and approval_reason <> ''))
);
select motcua.protect_append_only('supplement_requests');

create table supplements (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  number integer not null,
  supplied_at timestamptz not null,
  items jsonb not null,
  primary key (agency_id, dossier_id, number),
  foreign key (agency_id, dossier_id, number) references supplement_requests (agency_id, dossier_id, number)
);
select motcua.protect_append_only('supplements');

-- Form 03: refusal at intake.
create table refusals (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  unit_id uuid not null,
  officer_id uuid not null,
  officer_name text not null,
  refused_at timestamptz not null,
  reason text not null check (reason <> ''),
  basis text not null check (basis <> ''),
  advice text,
  returned jsonb not null,
  primary key (agency_id, dossier_id),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id)
);
select motcua.protect_append_only('refusals');

create table withdrawals (
  agency_id integer not null references agencies (id),
  dossier_id uuid not null,
  person_id uuid not null,
  withdrawn_at timestamptz not null,
  reason text,
  primary key (agency_id, dossier_id),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id)
);
select motcua.protect_append_only('withdrawals');

-- When the clock stood still. One pause of a kind at a time.
create table pauses (
  agency_id integer not null references agencies (id),
  id uuid not null,
  dossier_id uuid not null,
  reason text not null check (reason in ('supplement', 'payment', 'consultation', 'verification', 'other')),
  paused_at timestamptz not null,
  resumed_at timestamptz check (resumed_at >= paused_at),
  primary key (agency_id, id),
  foreign key (agency_id, dossier_id) references dossiers (agency_id, id)
);
create index pauses_dossier on pauses (agency_id, dossier_id);
create unique index pauses_open on pauses (agency_id, dossier_id, reason) where resumed_at is null;
select motcua.protect('pauses');
revoke delete on pauses from motcua_app;
