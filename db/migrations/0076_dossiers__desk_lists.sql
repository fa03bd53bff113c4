-- The lists of a desk are read in the order of filing, which is that of the ids. Sorted by another column, the index
-- was passed over for the primary key, and the page was looked for in the whole history.
drop index dossiers_intake;
create index dossiers_intake on dossiers (agency_id, receiving_unit_id, id) where status = 'submitted';
-- What waits for the person.
create index dossiers_waiting on dossiers (agency_id, competent_unit_id, id) where status = 'awaiting-supplement';
