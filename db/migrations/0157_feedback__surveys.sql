-- Questions an agency asks the public. R-171 @see Circular 22/2019/TT-VPCP, Art. 6.1 l
create table surveys (
  agency_id integer not null references agencies (id),
  id uuid not null,
  title jsonb not null,
  lead jsonb not null,
  -- What whoever answers agrees to. It stands still once published: an answer is an answer to these words.
  consent jsonb not null,
  questions jsonb not null default '[]',
  -- `open`: whoever comes, once a visit. `invited`: once for each link.
  access text not null check (access in ('open', 'invited')),
  opens_on date not null,
  -- The last day.
  closes_on date not null,
  state text not null default 'draft' check (state in ('draft', 'published', 'closed')),
  -- Links are numbered from 1.
  invitations integer not null default 0 check (invitations between 0 and 5000),
  created_by uuid not null,
  created_at timestamptz not null,
  published_at timestamptz,
  closed_at timestamptz,
  primary key (agency_id, id),
  check (closes_on >= opens_on),
  check ((state = 'draft') = (published_at is null))
);
create index surveys_by_time on surveys (agency_id, created_at desc);
select motcua.protect('surveys');

-- Who has answered, as a keyed hash of this survey only; apart from what was answered.
create table survey_takers (
  agency_id integer not null references agencies (id),
  survey_id uuid not null,
  taker text not null,
  primary key (agency_id, survey_id, taker),
  foreign key (agency_id, survey_id) references surveys (agency_id, id)
);
select motcua.protect_append_only('survey_takers');

create table survey_answers (
  agency_id integer not null references agencies (id),
  survey_id uuid not null,
  -- Drawn, and so in no order of time.
  id uuid not null,
  answers jsonb not null,
  primary key (agency_id, survey_id, id),
  foreign key (agency_id, survey_id) references surveys (agency_id, id)
);
select motcua.protect('survey_answers');
