-- Whose screen takes an application in, and whose system keeps where the dossier stands: two answers. What somebody set,
-- and from which day on, is written down beside what holds. @see R-024; Decree 224/2026, Art. 15.1 h and i
alter table agency_procedures
  add column state_owner text not null default 'own' check (state_owner in ('own', 'national', 'ministry')),
  add constraint agency_procedures_own_state check (intake <> 'own' or state_owner = 'own');

create table intake_acts (
  agency_id integer not null references agencies (id),
  id uuid not null,
  at timestamptz not null,
  -- As the officer is called on that day; null: at the command line of the installation.
  officer_id uuid,
  officer_name text,
  -- Null: how the whole agency works.
  code text,
  valid_from date not null,
  said jsonb not null,
  primary key (agency_id, id),
  check ((officer_id is null) = (officer_name is null))
);
create index intake_acts_of_code on intake_acts (agency_id, code, at desc);
select motcua.protect_append_only('intake_acts');
