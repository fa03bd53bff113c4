-- What people ask, what they are answered, and what of it is published. R-169
-- @see Decree 43/2011, Art. 17.1 đ (answered, or told how it stands, within 15 working days)

-- An address is proven by a code sent to it. What was typed waits here, and nowhere else, until the code comes back.
create table email_proofs (
  agency_id integer not null references agencies (id),
  id uuid not null,
  email text not null check (length(email) <= 200),
  -- Keyed hashes of the address, and of the visit it was asked for in. The code is reckoned from the id, and kept nowhere.
  email_key text not null,
  visit_key text not null,
  tries integer not null default 0,
  payload jsonb,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (agency_id, id)
);
create index email_proofs_by_email on email_proofs (agency_id, email_key, sent_at);
create index email_proofs_by_visit on email_proofs (agency_id, visit_key, sent_at);
create index email_proofs_over on email_proofs (agency_id, expires_at);
select motcua.protect('email_proofs');

create table questions (
  agency_id integer not null references agencies (id),
  id uuid not null,
  procedure_code text,
  language text not null check (language in ('vi', 'en')),
  body text not null check (length(body) between 1 and 2000),
  asker_name text not null check (length(asker_name) <= 200),
  person_id uuid,
  email text check (length(email) <= 200),
  -- A keyed hash of person, address or visit: how much the same sender has sent, and not who it is.
  sender_key text not null,
  asked_at timestamptz not null,
  -- The last of the 15 working days.
  due_on date not null,
  -- It waits behind the others until an officer has looked at it: nobody is turned away by a machine.
  held_because text check (held_because in ('many', 'trap', 'flood')),
  assigned_to uuid,
  assigned_at timestamptz,
  draft text not null default '' check (length(draft) <= 6000),
  answer text check (length(answer) between 1 and 6000),
  answered_by uuid,
  answered_at timestamptz,
  -- No question, or one that is asked elsewhere: why, in the officer's words, which the asker reads.
  set_aside_because text check (length(set_aside_because) between 1 and 1000),
  set_aside_by uuid,
  set_aside_at timestamptz,
  primary key (agency_id, id),
  check (person_id is not null or email is not null),
  check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
  check ((set_aside_because is null) = (set_aside_at is null)),
  check (answer is null or set_aside_at is null)
);
create index questions_open on questions (agency_id, due_on, id) where answer is null and set_aside_at is null;
create index questions_by_time on questions (agency_id, asked_at desc);
create index questions_by_sender on questions (agency_id, sender_key, asked_at);
create index questions_by_person on questions (agency_id, person_id, asked_at desc) where person_id is not null;
select motcua.protect('questions');

-- What everybody reads: text an officer has looked through. It names neither the asker nor the question it came from
-- by anything but an id that opens nothing.
create table published_answers (
  agency_id integer not null references agencies (id),
  id uuid not null,
  question_id uuid not null,
  procedure_code text,
  language text not null check (language in ('vi', 'en')),
  question text not null check (length(question) between 1 and 2000),
  answer text not null check (length(answer) between 1 and 6000),
  -- Without marks, as people type them.
  folded_question text not null,
  folded_answer text not null,
  search tsvector not null generated always as (
    setweight(to_tsvector('simple', folded_question), 'A') || setweight(to_tsvector('simple', folded_answer), 'C')
  ) stored,
  -- What looked like personal data and, the officer says, is not.
  dismissed text[] not null,
  published_by uuid not null,
  published_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, question_id) references questions (agency_id, id)
);
create unique index published_answers_once on published_answers (agency_id, question_id) where withdrawn_at is null;
create index published_answers_by_time on published_answers (agency_id, published_at desc) where withdrawn_at is null;
create index published_answers_by_procedure on published_answers (agency_id, procedure_code) where withdrawn_at is null;
create index published_answers_search on published_answers using gin (search);
select motcua.protect('published_answers');

-- Who has been reminded of what: worked twice, nobody is told twice.
create table feedback_reminders (
  agency_id integer not null references agencies (id),
  about_id uuid not null,
  step text not null,
  officer_id uuid not null,
  reminded_on date not null,
  primary key (agency_id, about_id, step, officer_id)
);
select motcua.protect_append_only('feedback_reminders');
