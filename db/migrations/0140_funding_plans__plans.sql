-- The yearly funding plan of a body (Decree 42/2022, Art. 20.2), its versions and their lines. A version changes while
-- it is a draft; from the moment its signature is asked for the database itself keeps anybody from touching it.
create table funding_plans (
  agency_id integer not null references agencies (id),
  id uuid not null,
  unit_id uuid not null,
  year integer not null check (year between 2020 and 2100),
  level text not null check (level in ('central', 'province', 'commune')),
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (agency_id, id),
  unique (agency_id, unit_id, year),
  foreign key (agency_id, unit_id) references units (agency_id, id)
);
create index funding_plans_year on funding_plans (agency_id, year);
select motcua.protect('funding_plans');

create table funding_versions (
  agency_id integer not null references agencies (id),
  id uuid not null,
  plan_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check ((kind = 'original') = (number = 1) and kind in ('original', 'adjustment')),
  state text not null check (
    state in ('draft', 'appraising', 'appraised', 'signing', 'signed', 'sent', 'questioned', 'allocated', 'replaced')
  ),
  reason text not null check ((reason = '') = (kind = 'original')),
  no_training text not null,
  digital_plan jsonb not null,
  writers uuid[] not null,
  content_sha256 text check (content_sha256 ~ '^[0-9a-f]{64}$'),
  signing_request_id uuid,
  signed_sha256 text check (signed_sha256 ~ '^[0-9a-f]{64}$'),
  sent_on date,
  created_at timestamptz not null,
  primary key (agency_id, id),
  unique (agency_id, plan_id, number),
  foreign key (agency_id, plan_id) references funding_plans (agency_id, id),
  check (state in ('draft', 'appraising', 'appraised', 'signing') or signed_sha256 is not null),
  check (state in ('draft', 'appraising', 'appraised', 'signing', 'signed') or sent_on is not null)
);
-- One version of a plan is under way at a time.
create unique index funding_versions_open on funding_versions (agency_id, plan_id)
  where state not in ('allocated', 'replaced');
select motcua.protect('funding_versions');

create table funding_lines (
  agency_id integer not null references agencies (id),
  version_id uuid not null,
  line_id uuid not null,
  position integer not null,
  -- Quantity times unit price, which the four sources and the four quarters make up (Decree 42/2022, Art. 20.1).
  requested bigint not null check (requested > 0),
  line jsonb not null,
  primary key (agency_id, version_id, line_id),
  foreign key (agency_id, version_id) references funding_versions (agency_id, id),
  constraint funding_lines_price check (requested = (line ->> 'quantity')::bigint * (line ->> 'unitPrice')::bigint),
  constraint funding_lines_sources check (
    requested = (line #>> '{sources,stateBudget}')::bigint + (line #>> '{sources,retainedRevenue}')::bigint
      + (line #>> '{sources,aid}')::bigint + (line #>> '{sources,other}')::bigint
  ),
  constraint funding_lines_quarters check (
    requested = (line #>> '{quarters,0}')::bigint + (line #>> '{quarters,1}')::bigint
      + (line #>> '{quarters,2}')::bigint + (line #>> '{quarters,3}')::bigint
  )
);
select motcua.protect('funding_lines');

create function motcua.keep_funding_lines() returns trigger
  language plpgsql
  as $$
declare
  wanted record := case when tg_op = 'DELETE' then old else new end;
begin
  if not exists (
    select from funding_versions v
     where v.agency_id = wanted.agency_id and v.id = wanted.version_id and v.state = 'draft'
  ) then
    raise exception 'a line of version % changes only while it is a draft', wanted.version_id
      using errcode = 'check_violation';
  end if;
  return wanted;
end $$;
create trigger keep_lines before insert or update or delete on funding_lines
  for each row execute function motcua.keep_funding_lines();

create function motcua.keep_funding_versions() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'versions of funding plans are never removed' using errcode = 'check_violation';
  end if;
  if old.state <> 'draft' and (new.reason, new.no_training, new.digital_plan, new.number, new.kind, new.plan_id)
    is distinct from (old.reason, old.no_training, old.digital_plan, old.number, old.kind, old.plan_id) then
    raise exception 'version % changes only while it is a draft', old.id using errcode = 'check_violation';
  end if;
  if old.signed_sha256 is not null and (new.state = 'draft'
    or (new.signed_sha256, new.content_sha256) is distinct from (old.signed_sha256, old.content_sha256)) then
    raise exception 'version % is signed and does not change', old.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger keep_versions before update or delete on funding_versions
  for each row execute function motcua.keep_funding_versions();
