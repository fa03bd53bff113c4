-- The national catalogue, the same for every agency of the installation. What is here comes from the national
-- database and from nowhere else. @see Decree 224/2026, Art. 15(1)(b)

-- One row that says which catalogue this is: every process compares it before it answers from memory.
create table catalogue_state (
  only_one   boolean primary key default true check (only_one),
  version    bigint not null,
  -- Moves with the catalogue and with what any agency offers: pages kept under another number are made anew.
  moved      bigint not null default 0,
  -- When the catalogue was last compared with its source, whether or not anything changed. R-013
  synced_at  timestamptz
);

create table catalogue_imports (
  id           uuid primary key,
  source       text not null,
  started_at   timestamptz not null,
  finished_at  timestamptz not null,
  -- Version of the catalogue after this run.
  version      bigint not null,
  counts       jsonb not null,
  -- Conflicts by kind, and every one of them when the run changed something.
  conflict_counts jsonb not null,
  conflicts    jsonb not null
);

create table procedures (
  code          text primary key check (code ~ '^[0-9A-Za-z][0-9A-Za-z.-]{0,59}$'),
  -- The newest version; the one in force on a day is found by its dates.
  version       integer not null check (version > 0),
  name          text not null,
  kind          text not null check (kind in ('standard', 'specific', 'internal')),
  detail        text not null check (detail in ('listed', 'full')),
  origin        text not null check (origin in ('catalogue', 'package')),
  -- What lists and the search show, so that neither opens the whole record.
  card          jsonb not null,
  -- Hashes of the source records, to tell a change from a repetition.
  listed_hash   text not null,
  detail_hash   text not null,
  -- Version of the catalogue in which this row last changed.
  changed_in    bigint not null
);

create index procedures_changed_in on procedures (changed_in);

create table procedure_versions (
  code            text not null references procedures (code),
  version         integer not null check (version > 0),
  valid_from      date not null,
  -- The first day on which it is no longer in force.
  valid_to        date check (valid_to >= valid_from),
  decision_number text,
  decision_on     date,
  record          jsonb not null,
  source_hash     text not null,
  imported_at     timestamptz not null,
  primary key (code, version)
);

create index procedure_versions_by_day on procedure_versions (code, valid_from desc);

select motcua.share('catalogue_state');
select motcua.share('catalogue_imports');
select motcua.share('procedures');
select motcua.share('procedure_versions');
revoke delete on catalogue_state, catalogue_imports, procedures, procedure_versions from motcua_app;
revoke update on catalogue_imports from motcua_app;

insert into catalogue_state (version) values (0);

-- R-002: name, code and every other synchronised part change by synchronisation only. A transaction that
-- synchronises says so (`set local motcua.synchronising = 'on'`); any other write, in whatever room it was
-- written, fails here.
create function motcua.only_when_synchronising() returns trigger
  language plpgsql
  as $$
begin
  if current_setting('motcua.synchronising', true) is distinct from 'on' then
    raise exception 'the national catalogue is changed by synchronisation only'
      using errcode = 'insufficient_privilege', hint = tg_table_name;
  end if;
  return new;
end $$;

create trigger synchronised before insert or update on procedures
  for each row execute function motcua.only_when_synchronising();
create trigger synchronised before insert or update on procedure_versions
  for each row execute function motcua.only_when_synchronising();

-- R-004: a version that dossiers may have been received under is never rewritten; it can only end.
create function motcua.versions_only_end() returns trigger
  language plpgsql
  as $$
begin
  if (new.code, new.version, new.valid_from, new.record, new.source_hash, new.imported_at)
     is distinct from (old.code, old.version, old.valid_from, old.record, old.source_hash, old.imported_at) then
    raise exception 'a procedure version is never rewritten' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;

create trigger only_end before update on procedure_versions
  for each row execute function motcua.versions_only_end();
