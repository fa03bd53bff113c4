-- Files of a dossier that the national portal brought and that are not all here yet: until they are, it is no dossier.
create table inbound_files (
  agency_id integer not null references agencies (id),
  message_id bigint not null,
  place smallint not null,
  document_id uuid,
  primary key (agency_id, message_id, place),
  foreign key (agency_id, message_id) references messages (agency_id, id),
  foreign key (agency_id, document_id) references documents (agency_id, id)
);
select motcua.protect('inbound_files');

-- A topic may concern only dossiers born in one place; null: all of them.
alter table exchange_topics add column for_origin text check (for_origin in ('own', 'national-portal'));

create or replace function motcua.write_messages() returns trigger
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

-- A dossier born at the national portal: received (2), or asked to be supplemented (5). @see contract v1.4, DongBoTrangThaiHoSo
insert into exchange_topics (destination, contract_version, entry_type, service, place, in_force_from, for_origin)
select 'national-portal', '1.4', entry_type, 'DongBoTrangThaiHoSo', 2, date '2020-04-20', 'national-portal'
from unnest(array['dossier.received', 'dossier.supplement-requested']) entry_type;
