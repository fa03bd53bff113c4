-- What a person was told, and whether the letter left the house. One notice per key, however often it is told.
create table notices (
  agency_id integer not null references agencies (id),
  id uuid not null,
  key text not null,
  person_id uuid not null,
  ref text not null,
  occasion text not null,
  language text not null check (language in ('vi', 'en')),
  to_address text,
  subject text not null,
  body text not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'no-address', 'failed')),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, key)
);
create index notices_of_person on notices (agency_id, person_id, created_at desc);
select motcua.protect('notices');
