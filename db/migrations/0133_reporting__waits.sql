-- How long people waited is most of a row, and a page reads thousands of rows. It stands beside the tally, packed as
-- numbers, so that no page reads it as text. What was counted is counted again.
alter table figures add column waits bytea;
do $$
declare agency integer;
begin
  for agency in select id from agencies loop
    perform set_config('motcua.agency', agency::text, true);
    delete from figures;
    insert into figure_notes (agency_id, dossier_id, seq)
      select agency_id, dossier_id, seq from dossier_log on conflict do nothing;
  end loop;
  perform set_config('motcua.agency', '', true);
end $$;
