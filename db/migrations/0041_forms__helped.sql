-- A draft belongs to the person, also while a desk helps with it: they may go on at home, and a desk with what was begun
-- at home, so that there is one dossier whatever the channel. @see Decree 42/2022, Art. 15.1 c
alter table drafts
  add column helped_at_unit_id uuid,
  add column helped_by_id uuid,
  -- How the officer made sure who stands at the counter.
  add column identified_by text check (identified_by in ('card', 'vneid', 'other')),
  add foreign key (agency_id, helped_at_unit_id) references units (agency_id, id),
  add check (num_nonnulls(helped_at_unit_id, helped_by_id, identified_by) in (0, 3));

create index drafts_at_desk on drafts (agency_id, helped_at_unit_id, updated_at desc)
  where helped_at_unit_id is not null and submitted_as is null;
