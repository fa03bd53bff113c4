-- At the counter an officer compares a person with their identity paper: the number is then as sure as at level 2. A
-- number that an account merely states is not, so that nobody reads at home what was filed at a counter for another.
alter table persons
  add column id_number_proven boolean not null
    generated always as (issuer = 'counter' or coalesce(claims ->> 'loAs', claims ->> 'IAL', '') = '02') stored;

-- Whose record an officer looked up or changed.
alter table audit_entries add column person_id uuid;
create index audit_entries_person on audit_entries (agency_id, person_id, at) where person_id is not null;
