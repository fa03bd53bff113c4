-- Which registry stands for a component of a procedure, by what it is asked and under which provision: data with dates,
-- beside what a service package says itself (`registry` of a required document). R-018, R-190
create table registry_questions (
  procedure_code text not null,
  component text not null,
  registry text not null,
  -- Key of the question → where in the dossier it stands (`owner.identityNumber`, `answers.{question}`, `dossier.code`),
  -- or `=word` for a word that is always the same.
  keys jsonb not null,
  basis text not null check (basis <> ''),
  in_force_from date not null,
  in_force_to date,
  primary key (procedure_code, component, in_force_from),
  check (in_force_to is null or in_force_to > in_force_from)
);
select motcua.share('registry_questions');

-- Why an officer asked again, in their words.
alter table lookups add column reason text;
-- What was asked in vain and is asked again later: small however long the history.
create index lookups_silent on lookups (agency_id, at) where outcome = 'unreachable' and dossier_id is not null;
