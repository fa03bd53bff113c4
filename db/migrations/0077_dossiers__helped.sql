-- The first of the three places of a dossier: where the person was helped to file it, and by whom. Null when they did it
-- themselves. The other two, where it was received and who decides, stand in the row already.
alter table dossiers
  add column helped_at_unit_id uuid,
  add column helped_by_id uuid,
  add foreign key (agency_id, helped_at_unit_id) references units (agency_id, id),
  add check ((helped_at_unit_id is null) = (helped_by_id is null));
