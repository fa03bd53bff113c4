-- What people did with the ledger, and why: added to, never changed. @see Decree 42/2022, Art. 13.2 b–đ
create table exchange_acts (
  agency_id integer not null references agencies (id),
  id uuid not null,
  at timestamptz not null,
  act text not null check (act in ('replayed', 'hastened', 'settled', 'read', 'paused', 'resumed')),
  -- Null: at the command line of the installation.
  officer_id uuid,
  destination text not null,
  -- Null: the act was about the connection.
  message_id bigint,
  reason text,
  primary key (agency_id, id),
  foreign key (agency_id, message_id) references messages (agency_id, id),
  check (act in ('replayed', 'hastened', 'resumed') or reason <> ''),
  check ((act in ('paused', 'resumed')) = (message_id is null))
);
create index exchange_acts_message on exchange_acts (agency_id, message_id, at) where message_id is not null;
create index exchange_acts_connection on exchange_acts (agency_id, destination, at desc) where message_id is null;
select motcua.protect_append_only('exchange_acts');

-- Somebody at the command line has no officer's id.
alter table messages drop constraint messages_check;
alter table messages add constraint messages_settled_why check (state <> 'settled' or settled_reason <> '');

-- What waits, longest first: due dates move with every attempt, numbers do not.
create index messages_waiting on messages (agency_id, destination, id) where state in ('waiting', 'sent');
-- What will not be sent any more.
create index messages_closed on messages (agency_id, destination, id desc) where state in ('superseded', 'settled');
