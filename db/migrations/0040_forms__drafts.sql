-- What a person has filled in and not yet submitted. One open draft per person and procedure: coming back resumes it.
create table drafts (
  agency_id integer not null references agencies (id),
  id uuid not null,
  person_id uuid not null,
  procedure_code text not null,
  -- The version the person began with: a new one never changes questions under their hands.
  service_version text not null,
  language text not null check (language in ('vi', 'en')),
  answers jsonb not null default '{}',
  -- question → ids of documents
  documents jsonb not null default '{}',
  -- Rises with every change; `step_revisions` holds at which revision each step was last saved, so that two windows
  -- disturb each other only when both hold the same step.
  revision integer not null default 1,
  step_revisions jsonb not null default '{}',
  started_at timestamptz not null,
  updated_at timestamptz not null,
  -- Dossier or temporary code, once submitted.
  submitted_as text,
  primary key (agency_id, id)
);

create unique index drafts_one_open on drafts (agency_id, person_id, procedure_code) where submitted_as is null;

select motcua.protect('drafts');
