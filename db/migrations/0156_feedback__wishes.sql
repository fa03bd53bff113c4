-- “I would do this online”: who says it of a procedure that cannot be done wholly online, counted once.
create table online_wishes (
  agency_id integer not null references agencies (id),
  procedure_code text not null,
  -- A keyed hash, of this procedure only, of the person or of the visit: nobody can be found from it.
  wisher text not null,
  signed_in boolean not null,
  reason text check (length(reason) between 1 and 500),
  wished_on date not null,
  primary key (agency_id, procedure_code, wisher)
);
select motcua.protect_append_only('online_wishes');
