-- Kept pages carry the agency's names, contact and hosts as well: when these change, they are made anew.
create trigger agencies_moved after insert or update or delete on agencies
  for each statement execute function motcua.places_moved();
create trigger hosts_moved after insert or update or delete on agency_hosts
  for each statement execute function motcua.places_moved();
