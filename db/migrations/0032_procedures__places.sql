-- Pages of procedures name the places where one can apply, and are kept until `moved` differs: a place that opens,
-- moves or closes is on the page at once (R-013).
create function motcua.places_moved() returns trigger language plpgsql as $$
begin
  update catalogue_state set moved = moved + 1;
  perform pg_notify('motcua_catalogue', 'places');
  return null;
end
$$;
create trigger units_are_on_pages after insert or update or delete on units
  for each statement execute function motcua.places_moved();
