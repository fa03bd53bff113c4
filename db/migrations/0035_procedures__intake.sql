-- Whose screen takes applications in: said for each procedure and its versions (agency_procedures.intake), and turned by
-- how the whole agency works from a day on. @see R-024, R-025; Decree 224/2026, Art. 15.1 i; CV 623/TTg-KSTT
alter table agency_procedures
  -- Where the ministry's own system takes it in.
  add column intake_url text check (intake_url ~ '^https?://');

-- What becomes of what a procedure says, under each way of working.
create table intake_rules (
  mode text not null,
  intake text not null check (intake in ('own', 'national', 'ministry')),
  becomes text not null check (becomes in ('own', 'national', 'ministry')),
  primary key (mode, intake)
);
insert into intake_rules (mode, intake, becomes) values
  ('portal', 'own', 'own'), ('portal', 'national', 'own'), ('portal', 'ministry', 'ministry'),
  ('mixed', 'own', 'own'), ('mixed', 'national', 'national'), ('mixed', 'ministry', 'ministry'),
  ('back-office', 'own', 'national'), ('back-office', 'national', 'national'), ('back-office', 'ministry', 'ministry');
select motcua.share('intake_rules');

-- How an agency works from a day on. Without a row each procedure says for itself (`mixed`).
create table intake_settings (
  agency_id integer not null references agencies (id),
  valid_from date not null,
  mode text not null check (mode in ('portal', 'mixed', 'back-office')),
  -- Page of a procedure at the national portal, when it is not the installation's: `{code}` stands for the code.
  national_address text check (national_address ~ '^https?://' and national_address like '%{code}%'),
  primary key (agency_id, valid_from)
);
select motcua.protect('intake_settings');
