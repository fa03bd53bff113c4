-- A person whom the national portal sends here with a signed ticket is signed in for one procedure and nothing else.
alter table sessions
  add column limited_to text,
  add constraint sessions_limited_citizen check (limited_to is null or kind = 'citizen');

-- A ticket opens one session, once. Rows go when the ticket could no longer be used anyway.
create table used_tickets (
  agency_id integer not null references agencies (id),
  id text not null,
  used_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (agency_id, id)
);
select motcua.protect('used_tickets');
