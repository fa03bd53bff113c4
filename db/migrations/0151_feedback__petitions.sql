-- Reflections and proposals (phản ánh, kiến nghị). R-166, R-167, R-168, R-170
-- @see Decree 20/2008/NĐ-CP, Art. 7, 9, 12, 19

-- Registration numbers run from 1 for each agency and year, without a gap: the row is held until the number is used.
create table petition_numbers (
  agency_id integer not null references agencies (id),
  year integer not null check (year between 2020 and 2200),
  last integer not null check (last > 0),
  primary key (agency_id, year)
);
select motcua.protect('petition_numbers');

create table petitions (
  agency_id integer not null references agencies (id),
  id uuid not null,
  year integer not null,
  number integer not null check (number > 0),
  language text not null check (language in ('vi', 'en')),
  -- How it came, and which officer wrote it down when it was not sent on the portal.
  came_by text not null check (came_by in ('portal', 'counter', 'phone', 'paper', 'email')),
  taken_by uuid,
  person_id uuid,
  sender_name text not null check (length(sender_name) between 1 and 200),
  address text not null check (length(address) between 1 and 400),
  phone text check (length(phone) <= 40),
  email text check (length(email) <= 200),
  subject text not null check (subject in ('procedure', 'rules', 'officer', 'portal', 'other')),
  content text not null check (length(content) between 1 and 5000),
  sender_key text not null,
  registered_at timestamptz not null,
  -- Of another body: forwarded by this day. Five working days.
  forward_by_on date not null,
  due_on date not null,
  held_because text check (held_because in ('many', 'trap', 'flood')),
  state text not null check (state in ('registered', 'refused', 'forwarded', 'handling', 'explaining', 'answered')),
  assigned_to uuid,
  -- An officer whom it is about sees nothing of it but the matter they are asked to explain.
  concerned_officer uuid,
  result text check (length(result) between 1 and 6000),
  result_by uuid,
  result_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, year, number),
  check ((came_by = 'portal') = (taken_by is null)),
  check (phone is not null or email is not null),
  check ((result is null) = (result_at is null) and (state = 'answered') = (result is not null)),
  check (state <> 'explaining' or concerned_officer is not null)
);
create index petitions_open on petitions (agency_id, due_on, id) where state in ('registered', 'handling', 'explaining');
create index petitions_by_time on petitions (agency_id, registered_at desc);
create index petitions_by_sender on petitions (agency_id, sender_key, registered_at);
create index petitions_by_person on petitions (agency_id, person_id, registered_at desc) where person_id is not null;
select motcua.protect('petitions');

-- What was done with it, step by step: who, when, with which words and under which article. The sender reads the words.
create table petition_acts (
  agency_id integer not null references agencies (id),
  id uuid not null,
  petition_id uuid not null,
  kind text not null check (
    kind in ('registered', 'released', 'refused', 'forwarded', 'assigned', 'explanation-asked', 'explained', 'decided', 'answered')
  ),
  words text not null default '' check (length(words) <= 6000),
  law text not null default '' check (length(law) <= 400),
  body text not null default '' check (length(body) <= 300),
  by_officer uuid,
  done_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, petition_id) references petitions (agency_id, id),
  check (kind <> 'refused' or (law <> '' and words <> '')),
  check (kind <> 'forwarded' or body <> '')
);
create index petition_acts_of on petition_acts (agency_id, petition_id, id);
select motcua.protect_append_only('petition_acts');

-- An officer explains a complaint about them (giải trình), and whoever stands above them decides. Neither is told who
-- complained: `matter` is written for them. @see Circular 01/2018/TT-VPCP, Art. 17.1 đ
create table explanations (
  agency_id integer not null references agencies (id),
  id uuid not null,
  petition_id uuid not null,
  officer_id uuid not null,
  superior_id uuid not null check (superior_id <> officer_id),
  matter text not null check (length(matter) between 1 and 3000),
  dismissed text[] not null,
  asked_by uuid not null check (asked_by <> officer_id),
  asked_at timestamptz not null,
  explain_by_on date not null,
  explanation text check (length(explanation) between 1 and 5000),
  explained_at timestamptz,
  decision text check (decision in ('founded', 'partly', 'unfounded')),
  decision_words text check (length(decision_words) between 1 and 3000),
  decided_at timestamptz,
  primary key (agency_id, id),
  unique (agency_id, petition_id),
  foreign key (agency_id, petition_id) references petitions (agency_id, id),
  check ((explanation is null) = (explained_at is null)),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decision_words is null))
);
create index explanations_of_officer on explanations (agency_id, officer_id);
create index explanations_of_superior on explanations (agency_id, superior_id);
select motcua.protect('explanations');

-- What everybody reads, with what names people taken out of it. Its id leads nowhere.
create table published_petitions (
  agency_id integer not null references agencies (id),
  id uuid not null,
  petition_id uuid not null,
  subject text not null,
  language text not null check (language in ('vi', 'en')),
  content text not null check (length(content) between 1 and 5000),
  result text not null check (length(result) between 1 and 6000),
  folded text not null,
  search tsvector not null generated always as (to_tsvector('simple', folded)) stored,
  dismissed text[] not null,
  published_by uuid not null,
  published_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  primary key (agency_id, id),
  foreign key (agency_id, petition_id) references petitions (agency_id, id)
);
create unique index published_petitions_once on published_petitions (agency_id, petition_id) where withdrawn_at is null;
create index published_petitions_by_time on published_petitions (agency_id, published_at desc) where withdrawn_at is null;
create index published_petitions_search on published_petitions using gin (search);
select motcua.protect('published_petitions');

-- How the sender found the handling: once, and by month only, so that nobody at the desk reads it off a petition.
create table rated_petitions (
  agency_id integer not null references agencies (id),
  petition_id uuid not null,
  primary key (agency_id, petition_id)
);
select motcua.protect_append_only('rated_petitions');

create table petition_rating_counts (
  agency_id integer not null references agencies (id),
  rated_in date not null check (extract(day from rated_in) = 1),
  mark smallint not null check (mark between 1 and 5),
  count integer not null check (count > 0),
  primary key (agency_id, rated_in, mark)
);
select motcua.protect('petition_rating_counts');
