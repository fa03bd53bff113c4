-- A file that somebody handed in. The bytes are kept under their hash, and never change.
create table documents (
  agency_id integer not null references agencies (id),
  id uuid not null,
  -- Whose it is: the person's account, or none when a desk took it from a person without one.
  owner_person_id uuid,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (name <> ''),
  -- As found in the bytes; what the browser declared is not believed.
  media_type text not null,
  size bigint not null check (size > 0),
  scan text not null check (scan in ('not-scanned', 'clean', 'infected', 'failed')),
  purpose text not null,
  created_at timestamptz not null,
  primary key (agency_id, id)
);
create index documents_owner on documents (agency_id, owner_person_id, created_at desc);
select motcua.protect('documents');

-- What was refused because a scanner found something in it: the finding, without the file.
create table refused_files (
  agency_id integer not null references agencies (id),
  id uuid not null,
  person_id uuid,
  sha256 text not null,
  size bigint not null,
  finding text not null,
  refused_at timestamptz not null,
  primary key (agency_id, id)
);
select motcua.protect_append_only('refused_files');
