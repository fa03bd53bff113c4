-- Form 06 says into whose hands a dossier went when one officer gave it to another; empty when it went to a step that
-- waits to be taken.
alter table handovers add column to_officer_id uuid;
