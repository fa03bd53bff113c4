-- Days that a superior body has set for those below it (Circular 26/2026/TT-BTC, Art. 11.4, 12.4). The latest holds.
create table funding_deadlines (
  agency_id integer not null references agencies (id),
  id uuid not null,
  year integer not null,
  kind text not null check (kind in ('send-plan', 'quarter-report', 'settlement', 'effectiveness')),
  on_day date not null,
  basis text not null check (basis <> ''),
  at timestamptz not null,
  officer_id uuid not null,
  primary key (agency_id, id)
);
create index funding_deadlines_year on funding_deadlines (agency_id, year, kind, at);
select motcua.protect_append_only('funding_deadlines');

-- Who was reminded of what on which day: a job that runs twice reminds once.
create table funding_reminders (
  agency_id integer not null references agencies (id),
  unit_id uuid not null,
  year integer not null,
  kind text not null,
  on_day date not null,
  officer_id uuid not null,
  primary key (agency_id, unit_id, year, kind, on_day, officer_id)
);
select motcua.protect_append_only('funding_reminders');
