-- Where a dossier was born. One filed at the national portal keeps the portal's code beside ours, and is found by both.
-- @see R-024, R-186
alter table dossiers
  add column origin text not null default 'own' check (origin in ('own', 'national-portal')),
  add column national_code text check (national_code <> ''),
  add constraint dossiers_national_code check ((origin = 'national-portal') = (national_code is not null));
create unique index dossiers_national on dossiers (agency_id, national_code) where national_code is not null;
