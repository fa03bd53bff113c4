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

-- A dossier born at the national portal: received (2), or asked to be supplemented (5). @see contract v1.4, DongBoTrangThaiHoSo
insert into exchange_topics (destination, contract_version, entry_type, service, place, in_force_from, for_origin)
select 'national-portal', '1.4', entry_type, 'DongBoTrangThaiHoSo', 2, date '2020-04-20', 'national-portal'
from unnest(array['dossier.received', 'dossier.supplement-requested']) entry_type;
