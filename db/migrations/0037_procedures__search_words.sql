-- What people say and what the catalogue calls it, as an agency has it: its own entries, and what it says otherwise than
-- the ones shipped with the product. Every change is a new row; the latest one of an entry counts.
create table search_words (
  agency_id integer not null references agencies (id),
  -- Of a shipped entry its name, so that the agency's words stand in its place; of an own one a name made of its words.
  entry text not null check (entry ~ '^[a-z0-9][a-z0-9-]{0,119}$'),
  version integer not null check (version > 0),
  -- Null: taken out of use.
  words jsonb,
  at timestamptz not null,
  officer_id uuid not null,
  -- As the officer was called on that day.
  officer_name text not null,
  primary key (agency_id, entry, version)
);
select motcua.protect_append_only('search_words');
