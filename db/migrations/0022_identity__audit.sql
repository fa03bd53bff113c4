-- Who did or opened what: added to, never changed.
create table audit_entries (
  agency_id integer not null references agencies (id),
  id uuid not null,
  at timestamptz not null,
  act text not null,
  viewer_kind text check (viewer_kind in ('citizen', 'officer')),
  viewer_id uuid,
  method text not null,
  route text not null,
  dossier text,
  status integer not null,
  ip inet,
  request_id text not null,
  primary key (agency_id, id),
  check ((viewer_kind is null) = (viewer_id is null))
);
create index audit_entries_dossier on audit_entries (agency_id, dossier, at) where dossier is not null;
create index audit_entries_viewer on audit_entries (agency_id, viewer_id, at) where viewer_id is not null;
select motcua.protect_append_only('audit_entries');
