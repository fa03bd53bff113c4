-- What follows from a finished dossier and is worth a word in time: a paper that runs out, a step people take next.
-- R-160 @see Decree 42/2022, Art. 15.1 d; Decree 224/2026, Art. 16–17 (level 1: reminding)

-- The agency's own rules, with dates; what is shipped stands in `shipped-rules.ts`, and a row of the same code replaces it.
create table reminder_rules (
  agency_id integer not null references agencies (id),
  code text not null check (code ~ '^[a-z0-9-]{1,60}$'),
  kind text not null check (kind in ('expires', 'follows')),
  procedure_code text not null,
  -- Counted from the day of the result.
  after_months smallint not null check (after_months between 0 and 600),
  after_days smallint not null check (after_days between 0 and 3660),
  -- So many days before the paper runs out.
  lead_days smallint not null check (lead_days between 0 and 366),
  -- In both languages; {day} stands for the day it is about.
  says jsonb not null,
  -- Where it is written that it is so.
  basis jsonb not null,
  -- The procedure that is meant, when it is one of the catalogue.
  next_procedure text,
  state text not null check (state in ('on', 'off')),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (agency_id, code)
);
select motcua.protect('reminder_rules');

-- One for each dossier and rule. It keeps the rule's words of the day: what a person was shown does not change under them.
create table reminders (
  agency_id integer not null references agencies (id),
  id uuid not null,
  person_id uuid not null,
  rule_code text not null,
  kind text not null check (kind in ('expires', 'follows')),
  dossier_id uuid not null,
  ref text not null,
  procedure_name jsonb not null,
  language text not null check (language in ('vi', 'en')),
  says jsonb not null,
  basis jsonb not null,
  next_procedure text,
  result_on date not null,
  remind_on date not null,
  -- The day it is about.
  matters_on date not null,
  -- From this day on it would come too late.
  stale_on date not null,
  told_at timestamptz,
  dismissed_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, rule_code, dossier_id)
);
create index reminders_of_person on reminders (agency_id, person_id, remind_on);
create index reminders_due on reminders (agency_id, remind_on) where told_at is null and dismissed_at is null;
select motcua.protect('reminders');

-- What a person wants to be reminded of. No row: nothing. Nobody is reminded who has not asked.
create table reminder_choices (
  agency_id integer not null references agencies (id),
  person_id uuid not null,
  kind text not null check (kind in ('expires', 'follows')),
  wanted boolean not null,
  chosen_at timestamptz not null,
  primary key (agency_id, person_id, kind)
);
select motcua.protect('reminder_choices');
