-- The tenant of the transaction. Unset means no tenant: every tenant table is then empty.
create function motcua.agency() returns integer
  language sql stable parallel safe
  as $$ select nullif(current_setting('motcua.agency', true), '')::integer $$;

-- Isolation of a tenant table, in the database and not in the code: each row belongs to one agency and is
-- visible and writable only in that agency's transactions, for the owner too.
create function motcua.protect(target regclass) returns void
  language plpgsql
  as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s using (agency_id = motcua.agency()) with check (agency_id = motcua.agency())', target);
  execute format('grant select, insert, update, delete on %s to motcua_app', target);
end $$;

-- The same for records that are only ever added: nobody's connection can change or remove a row.
create function motcua.protect_append_only(target regclass) returns void
  language plpgsql
  as $$
begin
  perform motcua.protect(target);
  execute format('revoke update, delete on %s from motcua_app', target);
end $$;

-- A table without a tenant: the same for every agency of the installation.
create function motcua.share(target regclass) returns void
  language plpgsql
  as $$
begin
  execute format('grant select, insert, update, delete on %s to motcua_app', target);
end $$;

grant usage on schema public, motcua to motcua_app;
grant execute on function motcua.agency() to motcua_app;
