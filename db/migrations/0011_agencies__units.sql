-- The organisation as a dated tree: a unit that is merged or renamed ends (valid_to, the first day it is no more)
-- and its dossiers keep pointing at it.
create table units (
  agency_id integer not null references agencies (id),
  id uuid not null,
  code text not null check (code ~ '^[A-Z][0-9]{2}([.][0-9]{1,3})*$'),
  parent_id uuid,
  kind text not null check (kind in ('agency', 'service-centre', 'department', 'division', 'commune')),
  name jsonb not null,
  address jsonb,
  phone text,
  -- A person can stand here and hand in a dossier: there is a one-stop desk.
  desk boolean not null default false,
  -- Code of the administrative unit it governs.
  place text,
  -- What a department answers for, so that a service package can name "the department of justice" of any province.
  field text,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (agency_id, id),
  foreign key (agency_id, parent_id) references units (agency_id, id)
);
create unique index units_code on units (agency_id, code) where valid_to is null;
create index units_parent on units (agency_id, parent_id);
select motcua.protect('units');

create table positions (
  agency_id integer not null references agencies (id),
  id uuid not null,
  unit_id uuid not null,
  title jsonb not null,
  roles text[] not null check (
    roles <@ array['desk-officer', 'case-officer', 'approver', 'supervisor', 'administrator'] and cardinality(roles) > 0
  ),
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references units (agency_id, id)
);
create index positions_unit on positions (agency_id, unit_id);
select motcua.protect('positions');
