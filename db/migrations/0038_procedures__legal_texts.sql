-- Legal texts that procedures rest on, each once, as the national catalogue names them. Made from the newest version of
-- each procedure whenever that changes. R-012 @see Decree 42/2022, Art. 4
create table legal_texts (
  -- The number as an address: `123-2015-nd-cp`.
  slug text primary key check (slug ~ '^[a-z0-9][a-z0-9-]{0,119}$'),
  number text not null,
  kind text not null check (kind in
    ('law', 'ordinance', 'decree', 'resolution', 'decision', 'circular', 'joint-circular', 'consolidation', 'other')),
  -- Empty where the number does not tell.
  issuer text not null,
  issued_on date,
  title text not null,
  -- Number and title without marks, to be searched.
  folded text not null
);

create table procedure_legal_texts (
  code text not null references procedures (code),
  slug text not null references legal_texts (slug),
  primary key (code, slug)
);
create index procedure_legal_texts_by_text on procedure_legal_texts (slug);

select motcua.share('legal_texts');
select motcua.share('procedure_legal_texts');
create trigger synchronised before insert or update on legal_texts
  for each row execute function motcua.only_when_synchronising();
create trigger synchronised before insert or update on procedure_legal_texts
  for each row execute function motcua.only_when_synchronising();
