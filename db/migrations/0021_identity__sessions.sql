-- The cookie holds a random value, this table only its hash: who reads the table cannot become anyone.
-- An ended or expired session stays for a day, so that what was being typed finds its owner again.
create table sessions (
  agency_id integer not null references agencies (id),
  id_hash bytea not null,
  kind text not null check (kind in ('citizen', 'officer')),
  person_id uuid,
  officer_id uuid,
  assurance text check (assurance in ('level-1', 'level-2', 'organisation')),
  -- Handed back to the provider when signing out.
  id_token text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- When the provider last saw the person prove who they are.
  authenticated_at timestamptz not null,
  second_factor_at timestamptz,
  ended_at timestamptz,
  primary key (agency_id, id_hash),
  foreign key (agency_id, person_id) references persons (agency_id, id),
  foreign key (agency_id, officer_id) references officers (agency_id, id),
  check (num_nonnulls(person_id, officer_id) = 1 and (kind = 'citizen') = (person_id is not null)),
  check ((kind = 'citizen') = (assurance is not null))
);
create index sessions_person on sessions (agency_id, person_id) where ended_at is null;
create index sessions_officer on sessions (agency_id, officer_id) where ended_at is null;
create index sessions_expiry on sessions (agency_id, expires_at);
select motcua.protect('sessions');

-- A sign-in under way: ten minutes between leaving for the provider and coming back.
create table sign_in_attempts (
  agency_id integer not null references agencies (id),
  state_hash bytea not null,
  kind text not null check (kind in ('citizen', 'officer')),
  nonce text not null,
  code_verifier text not null,
  host text not null,
  return_to text not null,
  expires_at timestamptz not null,
  primary key (agency_id, state_hash)
);
select motcua.protect('sign_in_attempts');

-- What an officer has besides the provider's word: sealed with the installation's secret, or a hash.
create table second_factors (
  agency_id integer not null references agencies (id),
  id uuid not null,
  officer_id uuid not null,
  kind text not null check (kind in ('totp', 'recovery-code')),
  secret bytea not null,
  -- A code of thirty seconds is good once.
  last_step bigint,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, officer_id) references officers (agency_id, id)
);
create unique index second_factors_totp on second_factors (agency_id, officer_id) where kind = 'totp';
create index second_factors_officer on second_factors (agency_id, officer_id);
select motcua.protect('second_factors');

-- What was typed when the session ran out, for its owner alone and for an hour.
create table kept_posts (
  agency_id integer not null references agencies (id),
  id uuid not null,
  owner_kind text not null check (owner_kind in ('citizen', 'officer')),
  owner_id uuid not null,
  path text not null,
  body jsonb not null,
  expires_at timestamptz not null,
  primary key (agency_id, id)
);
create index kept_posts_expiry on kept_posts (agency_id, expires_at);
select motcua.protect('kept_posts');
