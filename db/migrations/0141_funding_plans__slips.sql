-- What follows the sending of a plan: allocation, quarter reports, settlement, publication. Added to, never changed;
-- a correction is the next revision (Circular 26/2026/TT-BTC, Art. 18, 19, 27, 34).
create table funding_slips (
  agency_id integer not null references agencies (id),
  id uuid not null,
  plan_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('allocation', 'quarter', 'settlement', 'publication')),
  -- The quarter of a report; what is published, for a publication.
  part text not null default '',
  revision integer not null check (revision > 0),
  at timestamptz not null,
  officer_id uuid not null,
  facts jsonb not null,
  primary key (agency_id, id),
  unique (agency_id, plan_id, kind, part, version, revision),
  foreign key (agency_id, plan_id, version) references funding_versions (agency_id, plan_id, number)
);
select motcua.protect_append_only('funding_slips');

-- One amount of one line: given, spent, settled, carried over.
create table funding_slip_amounts (
  agency_id integer not null references agencies (id),
  slip_id uuid not null,
  line_id uuid not null,
  what text not null check (what in ('given', 'spent', 'settled', 'carried-over')),
  amount bigint not null check (amount >= 0),
  primary key (agency_id, slip_id, line_id, what),
  foreign key (agency_id, slip_id) references funding_slips (agency_id, id)
);
select motcua.protect_append_only('funding_slip_amounts');

-- The history of every change, with what was before and after (R-213).
create table funding_acts (
  agency_id integer not null references agencies (id),
  id uuid not null,
  plan_id uuid not null,
  version integer not null,
  act text not null,
  at timestamptz not null,
  -- Null: the program, when a signature came or did not.
  officer_id uuid,
  words text not null,
  facts jsonb not null,
  primary key (agency_id, id),
  foreign key (agency_id, plan_id, version) references funding_versions (agency_id, plan_id, number)
);
create index funding_acts_plan on funding_acts (agency_id, plan_id, at, id);
select motcua.protect_append_only('funding_acts');
