-- What one agency does with a procedure of the national catalogue.
create table agency_procedures (
  agency_id       integer not null references agencies (id),
  code            text not null references procedures (code),
  level           text not null check (level in ('full', 'partial', 'information')),
  -- R-007: why only in part, one of the four reasons the law closes the list with, and the provision.
  -- @see Decree 224/2026, Art. 14
  partial_reason  text check (partial_reason in ('presence', 'field-verification', 'incident', 'technical')),
  -- In both languages: {"vi": …, "en": …}.
  partial_basis   jsonb,
  -- Whose screen takes the application in. R-024
  intake          text not null check (intake in ('own', 'national', 'ministry')),
  summary         jsonb,
  -- False for procedures taken in elsewhere than at the one-stop desk. R-020
  at_desk         boolean not null default true,
  valid_from      date not null,
  valid_to        date check (valid_to >= valid_from),
  primary key (agency_id, code, valid_from),
  check ((partial_reason is null and partial_basis is null) or level = 'partial')
);

create table service_versions (
  agency_id     integer not null references agencies (id),
  code          text not null references procedures (code),
  version       text not null check (length(version) between 1 and 40),
  valid_from    date not null,
  valid_to      date check (valid_to >= valid_from),
  package       jsonb not null,
  package_hash  text not null,
  installed_at  timestamptz not null,
  primary key (agency_id, code, version)
);

create index service_versions_by_day on service_versions (agency_id, code, valid_from desc);

-- One number per agency that moves with every change of the two tables above.
create table agency_service_state (
  agency_id  integer primary key references agencies (id),
  version    bigint not null
);

select motcua.protect('agency_procedures');
select motcua.protect('service_versions');
select motcua.protect('agency_service_state');
revoke delete on service_versions from motcua_app;

-- R-004: dossiers received under an installed version keep it; a correction is a new version.
create function motcua.services_only_end() returns trigger
  language plpgsql
  as $$
begin
  if (new.agency_id, new.code, new.version, new.valid_from, new.package, new.installed_at)
     is distinct from (old.agency_id, old.code, old.version, old.valid_from, old.package, old.installed_at) then
    raise exception 'an installed service version is never rewritten' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger only_end before update on service_versions
  for each row execute function motcua.services_only_end();
