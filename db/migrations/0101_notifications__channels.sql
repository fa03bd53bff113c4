-- Ways to tell people besides e-mail, what a person wishes, and one state for each notice and channel. R-158

-- What an agency tells people through. E-mail is the installation's and needs no row; one that says `off` closes it.
create table notice_channels (
  agency_id integer not null references agencies (id),
  channel text not null check (channel in ('email', 'sms', 'zalo')),
  -- Whose contract it follows: smtp, viettel, vinaphone, zns.
  operator text not null,
  state text not null check (state in ('on', 'off')),
  since timestamptz not null,
  -- Addresses, codes and registered templates.
  settings jsonb not null,
  -- The credentials, under the key of the installation; they open for this agency and channel only.
  sealed bytea not null,
  -- Local hours in which only what is urgent is sent.
  quiet_from time,
  quiet_to time,
  -- Occasions told at any hour.
  urgent text[] not null default '{}',
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_problem text,
  primary key (agency_id, channel),
  check ((quiet_from is null) = (quiet_to is null)),
  check ((channel, operator) in (('email', 'smtp'), ('sms', 'viettel'), ('sms', 'vinaphone'), ('zalo', 'zns')))
) with (fillfactor = 50);
select motcua.protect('notice_channels');

-- What a person chose. No row: nobody has asked for anything, and the house's own rule holds.
create table notice_preferences (
  agency_id integer not null references agencies (id),
  person_id uuid not null,
  channels text[] not null check (channels <@ array['email', 'sms', 'zalo']),
  chosen_at timestamptz not null,
  primary key (agency_id, person_id),
  foreign key (agency_id, person_id) references persons (agency_id, id)
);
select motcua.protect('notice_preferences');

-- One for each notice and channel, however often it is told.
create table notice_deliveries (
  agency_id integer not null references agencies (id),
  notice_id uuid not null,
  channel text not null check (channel in ('email', 'sms', 'zalo')),
  address text not null,
  -- `unknown`: the other side's answer was lost and it cannot be asked; it is not sent again.
  state text not null check (state in ('waiting', 'sending', 'sent', 'refused', 'unknown')),
  -- Why it was refused, or waits longer than it would.
  reason text,
  -- What the other side said, for administrators.
  detail text,
  attempts integer not null default 0,
  due_at timestamptz not null,
  -- While it is being sent. Over and still `sending`: whoever sent it has died.
  leased_until timestamptz,
  -- The number the other side gave it.
  their_id text,
  sent_at timestamptz,
  primary key (agency_id, notice_id, channel),
  foreign key (agency_id, notice_id) references notices (agency_id, id)
) with (fillfactor = 70);

-- The tokens of an official account. The refresh token opens once: whoever holds the row's lock is the one who uses it.
create table zalo_tokens (
  agency_id integer not null references agencies (id),
  refresh_sealed bytea not null,
  access_sealed bytea,
  access_from timestamptz,
  access_until timestamptz,
  authorised_at timestamptz not null,
  -- A refresh was asked for and its answer never came: the token may be used up.
  doubtful_since timestamptz,
  -- The chain is broken: a person must authorise the account again.
  broken_at timestamptz,
  broken_because text check (broken_because in ('token-used', 'answer-lost', 'not-accepted')),
  primary key (agency_id),
  check ((broken_at is null) = (broken_because is null))
);
select motcua.protect('zalo_tokens');

-- What a short message says: where to look, and the day that was promised.
alter table notices add portal_host text not null default '', add return_on date;

-- The letters there are become deliveries. Row security would hide them from the owner too while it is forced.
alter table notices no force row level security;
insert into notice_deliveries (agency_id, notice_id, channel, address, state, reason, detail, attempts, due_at, sent_at)
select agency_id, id, 'email', to_address,
  case state when 'sent' then 'sent' when 'queued' then 'waiting' else 'refused' end,
  case state when 'failed' then 'not-reached' end, last_error, attempts, created_at, sent_at
from notices where to_address is not null;
alter table notices force row level security;
alter table notices drop to_address, drop state, drop attempts, drop last_error, drop sent_at;
select motcua.protect('notice_deliveries');
-- How the last days went, for administrators.
create index notice_deliveries_by_time on notice_deliveries (agency_id, due_at);
