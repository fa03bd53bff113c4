-- Drafts that were given to the document system of the agency for signature, and what came back: number, day and file, or
-- the reason why not. R-198 @see Circular 21/2023/TT-VPCP, Art. 5
create table document_drafts (
  agency_id integer not null references agencies (id),
  id uuid not null,
  dossier_id uuid not null,
  dossier_code text not null,
  -- One draft for each work item that asks for it.
  key text not null,
  from_code text not null,
  to_code text not null,
  subject text not null check (subject <> ''),
  type_name text not null,
  file_name text not null,
  file_sha256 text not null check (file_sha256 ~ '^[0-9a-f]{64}$'),
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  state text not null check (state in ('out', 'issued', 'returned')),
  number text,
  notation text,
  issued_on date,
  signer text,
  signed_sha256 text check (signed_sha256 ~ '^[0-9a-f]{64}$'),
  -- Why they sent it back.
  reason text,
  settled_at timestamptz,
  -- Why what came back could not be taken; it is tried again.
  problem text,
  primary key (agency_id, id),
  check ((state = 'issued') = (number is not null and issued_on is not null and signed_sha256 is not null)),
  check ((state = 'returned') = (reason is not null)),
  check ((state = 'out') = (settled_at is null))
);
create unique index document_drafts_key on document_drafts (agency_id, dossier_id, key);
create index document_drafts_out on document_drafts (agency_id, drafted_at) where state = 'out';
select motcua.protect('document_drafts');
revoke delete on document_drafts from motcua_app;
