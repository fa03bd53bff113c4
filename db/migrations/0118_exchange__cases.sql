-- Dossiers that another system follows as a case of its own: what is told there goes under its code, and only of these.
create table registry_cases (
  agency_id integer not null references agencies (id),
  system text not null,
  case_code text not null,
  dossier_id uuid not null,
  -- How the other system calls the procedure.
  procedure_code text not null,
  linked_at timestamptz not null,
  primary key (agency_id, system, case_code)
);
create unique index registry_cases_dossier on registry_cases (agency_id, system, dossier_id);
select motcua.protect('registry_cases');

-- A topic that concerns only dossiers which are a case of the destination.
alter table exchange_topics add column for_case boolean not null default false;

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
      select born.origin from dossiers born where born.agency_id = new.agency_id and born.id = new.dossier_id))
    and (not topic.for_case or exists (
      select from registry_cases one where one.agency_id = new.agency_id and one.system = topic.destination
        and one.dossier_id = new.dossier_id));
  return null;
end $$;

-- Inter-linked birth and death services. The order is theirs, 1 → 3 → 7 → 4 → 5, and each step is proved by an act of
-- ours: each needs the one before it to be acknowledged, so that none is skipped and none comes too early. `daNhan`, the
-- mark that a case was taken, is their 1; it is written when the case is linked. @see contract §3.4
insert into exchange_topics
  (destination, contract_version, entry_type, service, place, needs, for_case, in_force_from) values
  ('interlinked', '1', 'dossier.received', 'trangThai:3', 0, 'daNhan', true, '2024-07-10'),
  ('interlinked', '1', 'dossier.processing-started', 'trangThai:7', 0, 'trangThai:3', true, '2024-07-10'),
  ('interlinked', '1', 'dossier.result-ready', 'trangThai:4', 0, 'trangThai:7', true, '2024-07-10'),
  ('interlinked', '1', 'dossier.returned', 'trangThai:5', 0, 'trangThai:4', true, '2024-07-10'),
  ('interlinked', '1', 'dossier.supplement-requested', 'trangThai:2', 0, 'daNhan', true, '2024-07-10'),
  ('interlinked', '1', 'dossier.refused', 'trangThai:6', 0, 'daNhan', true, '2024-07-10'),
  ('interlinked', '1', 'dossier.withdrawn', 'trangThai:6', 0, 'daNhan', true, '2024-07-10'),
  ('interlinked', '1', 'dossier.discontinued', 'trangThai:6', 0, 'daNhan', true, '2024-07-10');
