-- Who signed in, as the identity provider last stated it. The same human at two agencies is two rows: tenants share nothing.
create table persons (
  agency_id integer not null references agencies (id),
  id uuid not null,
  kind text not null check (kind in ('person', 'organisation')),
  issuer text not null,
  subject text not null,
  -- Stable technical number of the account: the first thing people are recognised by.
  tech_id text,
  id_number text,
  name text not null,
  born_on date,
  born_year integer,
  gender text check (gender in ('male', 'female')),
  nationality text,
  ethnicity text,
  residence text,
  current_residence text,
  email text,
  phone text,
  tax_code text,
  organisation_code text,
  representative text,
  -- Everything the provider said, as it said it.
  claims jsonb not null,
  claims_at timestamptz not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (agency_id, id),
  constraint persons_subject unique (agency_id, issuer, subject)
);
create index persons_tech_id on persons (agency_id, tech_id) where tech_id is not null;
create index persons_id_number on persons (agency_id, id_number) where id_number is not null;
select motcua.protect('persons');

create table officers (
  agency_id integer not null references agencies (id),
  id uuid not null,
  -- Subject at the agency's own identity provider.
  subject text not null,
  name text not null,
  email text,
  disabled_at timestamptz,
  disabled_because text check (disabled_because in ('inactive', 'left')),
  -- Counted from the day the account was opened, so that one never used goes dormant as well.
  last_seen_at timestamptz not null,
  failed_factors integer not null default 0,
  factors_locked_until timestamptz,
  primary key (agency_id, id),
  check ((disabled_at is null) = (disabled_because is null)),
  constraint officers_subject unique (agency_id, subject)
);
select motcua.protect('officers');

-- An officer holds a position for a time; rights come from the position and from nothing else.
create table officer_appointments (
  agency_id integer not null references agencies (id),
  officer_id uuid not null,
  position_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (agency_id, officer_id, position_id, valid_from),
  foreign key (agency_id, officer_id) references officers (agency_id, id),
  foreign key (agency_id, position_id) references positions (agency_id, id)
);
create index officer_appointments_position on officer_appointments (agency_id, position_id);
select motcua.protect('officer_appointments');
