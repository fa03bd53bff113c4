-- The ledger of everything that passes between an agency and the outside: who is connected to what and since when,
-- what each act of a dossier must tell, every message with every attempt. @see Decree 42/2022, Art. 13.2 b–đ

-- An agency's connection to an outside system. Nothing older than `since` is sent by itself.
create table connections (
  agency_id integer not null references agencies (id),
  destination text not null,
  state text not null check (state in ('on', 'paused', 'off')),
  since timestamptz not null,
  contract_version text not null,
  -- Addresses and codes the other side issued; secrets stay in the configuration.
  settings jsonb not null,
  per_minute integer not null check (per_minute > 0),
  -- Local hours in which nothing is sent, when the other side asks for quiet.
  quiet_from time,
  quiet_to time,
  -- Left alone until then, after failures.
  rests_until timestamptz,
  failures integer not null default 0,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  last_problem text,
  primary key (agency_id, destination),
  check ((quiet_from is null) = (quiet_to is null))
) with (fillfactor = 50);
select motcua.protect('connections');

-- What an entry of the log must tell whom, under which version of the contract, in force from … to ….
create table exchange_topics (
  destination text not null,
  contract_version text not null,
  entry_type text not null,
  service text not null,
  -- Messages of one entry leave in this order.
  place smallint not null,
  -- The service that must have been acknowledged for the dossier before this one makes sense over there.
  needs text,
  -- Only dossiers born in one place; null: all of them.
  for_origin text check (for_origin in ('own', 'national-portal')),
  in_force_from date not null,
  in_force_to date,
  primary key (destination, contract_version, entry_type, service, in_force_from)
);
select motcua.share('exchange_topics');

-- How a status is called over there. R-187
create table exchange_status_codes (
  destination text not null,
  contract_version text not null,
  status text not null,
  code text not null,
  name text not null,
  in_force_from date not null,
  in_force_to date,
  primary key (destination, contract_version, status, in_force_from)
);
select motcua.share('exchange_status_codes');

create table messages (
  agency_id integer not null references agencies (id),
  id bigint generated always as identity,
  direction text not null check (direction in ('out', 'in')),
  destination text not null,
  service text not null,
  contract_version text not null,
  -- One message per destination and key, however often the act is told.
  key text not null,
  dossier_id uuid,
  -- The dossier's code as this message says it, once composed.
  ref text,
  -- The entry of the dossier's log that caused it, and its place among the messages of that entry.
  seq integer,
  place smallint not null default 0,
  needs text,
  payload jsonb,
  -- Field → numbers of the log entries that prove it.
  proof jsonb,
  state text not null check (state in ('waiting', 'sent', 'acknowledged', 'refused', 'dead', 'superseded', 'settled')),
  attempts integer not null default 0,
  -- Attempts whose answer nobody could read; many of them and the message is dead.
  puzzles integer not null default 0,
  due_at timestamptz not null,
  leased_until timestamptz,
  -- An attempt ended without an answer: it may have arrived.
  uncertain boolean not null default false,
  problem text,
  reasons jsonb,
  answer text,
  caused_at timestamptz not null,
  acknowledged_at timestamptz,
  settled_by uuid,
  settled_reason text,
  primary key (agency_id, id),
  check (state <> 'settled' or (settled_by is not null and settled_reason <> ''))
) with (fillfactor = 70);
create unique index messages_key on messages (agency_id, destination, key);
-- What a destination still has to be told: small however long the history.
create index messages_unfinished on messages (agency_id, destination, due_at, id) where state in ('waiting', 'sent');
-- The messages of one dossier to one destination, in order.
create index messages_lane on messages (agency_id, destination, dossier_id, seq, place) where dossier_id is not null;
-- What a person must look at.
create index messages_stuck on messages (agency_id, destination, id desc) where state in ('refused', 'dead');
create index messages_newest on messages (agency_id, destination, id desc);
select motcua.protect('messages');
revoke delete on messages from motcua_app;

-- Every attempt and what came of it. Append-only.
create table message_attempts (
  agency_id integer not null references agencies (id),
  message_id bigint not null,
  number integer not null,
  destination text not null,
  at timestamptz not null,
  milliseconds integer not null,
  outcome text not null check (outcome in ('acknowledged', 'refused', 'again', 'puzzling', 'unreachable', 'found')),
  payload_hash text not null,
  status integer,
  answer text,
  primary key (agency_id, message_id, number),
  foreign key (agency_id, message_id) references messages (agency_id, id)
);
create index message_attempts_by_time on message_attempts (agency_id, destination, at);
select motcua.protect_append_only('message_attempts');

-- An entry in a dossier's log writes the messages it causes, in the same transaction: no act can forget them, and an
-- act that does not happen sends nothing. What they say is composed from the log when they leave.
create function motcua.write_messages() returns trigger
  language plpgsql
  as $$
begin
  insert into messages (agency_id, direction, destination, service, contract_version, key, dossier_id, seq, place,
    needs, state, due_at, caused_at)
  select new.agency_id, 'out', topic.destination, topic.service, topic.contract_version,
    new.dossier_id || ':' || new.seq || ':' || topic.service, new.dossier_id, new.seq, topic.place, topic.needs,
    -- What needs another message first is not due until that one was acknowledged.
    'waiting', case when topic.needs is null or exists (
      select from messages known where known.agency_id = new.agency_id and known.destination = topic.destination
        and known.dossier_id = new.dossier_id and known.service = topic.needs and known.state = 'acknowledged')
      then new.at else 'infinity' end, new.at
  from connections connection
  join exchange_topics topic using (destination, contract_version)
  where connection.agency_id = new.agency_id and connection.state <> 'off' and new.at >= connection.since
    and topic.entry_type = new.type and new.at >= topic.in_force_from
    and (topic.in_force_to is null or new.at < topic.in_force_to)
    and (topic.for_origin is null or topic.for_origin = (
      select born.origin from dossiers born where born.agency_id = new.agency_id and born.id = new.dossier_id));
  return null;
end $$;
create trigger write_messages after insert on dossier_log for each row execute function motcua.write_messages();

-- The national portal: the dossier first, then its line of progress. @see contract v1.4 and later fields
insert into exchange_topics (destination, contract_version, entry_type, service, place, needs, in_force_from)
select 'national-portal', '1.4', entry_type, 'DongBoHoSoMC', 0, null, date '2020-04-20'
from unnest(array['dossier.received', 'dossier.refused', 'dossier.withdrawn', 'dossier.processing-started',
  'dossier.supplement-requested', 'dossier.supplied', 'dossier.discontinued', 'dossier.paused', 'dossier.resumed', 'dossier.due-moved',
  'dossier.result-ready', 'dossier.returned']) entry_type
union all
select 'national-portal', '1.4', entry_type, 'CapNhatTienDoHoSoMC', 1, 'DongBoHoSoMC', date '2020-04-20'
from unnest(array['dossier.submitted', 'dossier.received', 'dossier.refused', 'dossier.withdrawn',
  'dossier.processing-started', 'dossier.step', 'dossier.supplement-requested', 'dossier.supplied',
  'dossier.discontinued', 'dossier.result-ready', 'dossier.returned']) entry_type;

-- @see research: status codes 1–10 of the contract; 0 is a draft, which is nobody's business
insert into exchange_status_codes (destination, contract_version, status, code, name, in_force_from) values
  ('national-portal', '1.4', 'draft', '0', 'Chưa nộp', '2020-04-20'),
  ('national-portal', '1.4', 'submitted', '1', 'Mới đăng ký', '2020-04-20'),
  ('national-portal', '1.4', 'received', '2', 'Được tiếp nhận', '2020-04-20'),
  ('national-portal', '1.4', 'refused', '3', 'Không được tiếp nhận', '2020-04-20'),
  ('national-portal', '1.4', 'processing', '4', 'Đang xử lý', '2020-04-20'),
  ('national-portal', '1.4', 'awaiting-supplement', '5', 'Yêu cầu bổ sung giấy tờ', '2020-04-20'),
  ('national-portal', '1.4', 'awaiting-payment', '6', 'Yêu cầu thực hiện nghĩa vụ tài chính', '2020-04-20'),
  ('national-portal', '1.4', 'withdrawn', '7', 'Công dân yêu cầu rút', '2020-04-20'),
  ('national-portal', '1.4', 'discontinued', '8', 'Dừng xử lý', '2020-04-20'),
  ('national-portal', '1.4', 'result-ready', '9', 'Đã xử lý xong', '2020-04-20'),
  ('national-portal', '1.4', 'returned', '10', 'Đã trả kết quả', '2020-04-20');

-- The system that measures digital services: each change of status. Its codes: 0 other, 1 received, 2 processing,
-- 3 returned, 4 assigned.
insert into exchange_topics (destination, contract_version, entry_type, service, place, needs, in_force_from)
select 'emc', '1', entry_type, 'TrackingMCDT', 0, null, date '2024-03-25'
from unnest(array['dossier.received', 'dossier.refused', 'dossier.withdrawn', 'dossier.processing-started',
  'dossier.supplement-requested', 'dossier.supplied', 'dossier.discontinued', 'dossier.result-ready',
  'dossier.returned']) entry_type;
insert into exchange_status_codes (destination, contract_version, status, code, name, in_force_from) values
  ('emc', '1', 'submitted', '0', 'Khác', '2024-03-25'),
  ('emc', '1', 'received', '1', 'Đã tiếp nhận', '2024-03-25'),
  ('emc', '1', 'refused', '0', 'Khác', '2024-03-25'),
  ('emc', '1', 'processing', '2', 'Đang xử lý', '2024-03-25'),
  ('emc', '1', 'awaiting-supplement', '0', 'Khác', '2024-03-25'),
  ('emc', '1', 'awaiting-payment', '0', 'Khác', '2024-03-25'),
  ('emc', '1', 'withdrawn', '0', 'Khác', '2024-03-25'),
  ('emc', '1', 'discontinued', '0', 'Khác', '2024-03-25'),
  ('emc', '1', 'result-ready', '2', 'Đang xử lý', '2024-03-25'),
  ('emc', '1', 'returned', '3', 'Đã trả kết quả', '2024-03-25');
