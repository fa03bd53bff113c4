-- The result (kết quả giải quyết) of a dossier. The signed file is kept byte for byte under its hash.
create table results (
  agency_id integer not null references agencies (id),
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  procedure_code text not null,
  unit_id uuid not null,
  -- Whose it is; null when the person has no account.
  person_id uuid,
  -- The work item that waits for the signature.
  item_id uuid not null,
  outcome text not null check (outcome in ('granted', 'rejected')),
  year integer not null,
  seq integer not null check (seq > 0),
  number text not null,
  title text not null,
  -- The document in words, as it was set in type.
  document jsonb not null,
  fields jsonb not null,
  signer_user_id text not null,
  signer_name text not null,
  signer_position text not null,
  issuer text not null,
  verify_token text not null,
  state text not null check (state in ('preparing', 'signing', 'issued', 'returned', 'failed')),
  prepared_at timestamptz not null,
  -- The request that counts: what is told of an earlier one comes too late.
  signing_request_id uuid,
  unsigned_sha256 text check (unsigned_sha256 ~ '^[0-9a-f]{64}$'),
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz,
  returned_at timestamptz,
  returned_to text,
  return_method text check (return_method in ('electronic', 'counter', 'post')),
  last_problem text,
  primary key (agency_id, id),
  check ((state in ('issued', 'returned')) = (file_sha256 is not null)),
  check ((file_sha256 is null) = (issued_at is null)),
  check ((state = 'returned') = (returned_at is not null)),
  check ((returned_at is null) = (return_method is null))
);
create unique index results_dossier on results (agency_id, dossier_id);
create unique index results_token on results (agency_id, verify_token);
create unique index results_number on results (agency_id, unit_id, year, seq);
create index results_file on results (agency_id, file_sha256);
select motcua.protect('results');

-- The last number given, by unit and year: taken in the transaction that writes the result, so none is ever skipped.
create table result_numbers (
  agency_id integer not null references agencies (id),
  unit_id uuid not null,
  year integer not null,
  last integer not null,
  primary key (agency_id, unit_id, year)
);
select motcua.protect('result_numbers');
