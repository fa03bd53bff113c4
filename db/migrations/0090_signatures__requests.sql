-- A signature that somebody is asked for at a signing provider, who may take days. Its id is the transaction id the
-- provider knows it by: asked again after a lost answer, it is the same request there.
create table signing_requests (
  agency_id integer not null references agencies (id),
  id uuid not null,
  purpose text not null,
  subject_id uuid not null,
  description text not null,
  user_id text not null,
  signer_name text not null,
  -- The document to be signed, and where the visible signature stands on it.
  source_sha256 text not null check (source_sha256 ~ '^[0-9a-f]{64}$'),
  place jsonb,
  state text not null check (state in ('waiting', 'signed', 'refused', 'failed', 'expired')),
  -- The first pass, kept so that the second finds the very same bytes: file with its room, attributes, their digest.
  signing_at timestamptz,
  certificates text,
  prepared_sha256 text check (prepared_sha256 ~ '^[0-9a-f]{64}$'),
  attributes bytea,
  digest bytea check (octet_length(digest) = 32),
  provider_request_id text,
  signed_sha256 text check (signed_sha256 ~ '^[0-9a-f]{64}$'),
  attempts integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (agency_id, id),
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'signed') = (signed_sha256 is not null)),
  check ((prepared_sha256 is null) = (digest is null))
);
-- One signature is asked for a thing at a time.
create unique index signing_requests_waiting on signing_requests (agency_id, purpose, subject_id) where state = 'waiting';
select motcua.protect('signing_requests');
