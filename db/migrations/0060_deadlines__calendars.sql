-- What a notice says about one day, for the whole country: holidays of Tết and National Day, swaps, days in lieu.
-- Records are only added; one entered by mistake is taken back by a later record that names it in "revokes".
create table national_calendar_decisions (
  id uuid primary key,
  kind text not null check (kind in ('holiday', 'compensatory', 'swap-off', 'swap-work', 'closure')),
  decided_on date not null,
  holiday text check (
    holiday in ('new-year', 'tet', 'hung-kings', 'reunification', 'labour-day', 'national-day', 'culture-day')
  ),
  other_on date,
  note text,
  legal text not null check (legal <> ''),
  revokes uuid references national_calendar_decisions (id),
  recorded_by text not null,
  recorded_at timestamptz not null,
  check (kind not in ('holiday', 'compensatory') or holiday is not null)
);
select motcua.share('national_calendar_decisions');
revoke update, delete on national_calendar_decisions from motcua_app;

-- The same for one agency, or for one unit and the units inside it: a storm, an own swap, a day of shorter hours.
create table agency_calendar_decisions (
  agency_id integer not null references agencies (id),
  id uuid not null,
  unit_id uuid,
  -- Which calendar: the one that counts limits, the one that says when people are received, or both.
  applies_to text not null check (applies_to in ('deadline', 'reception', 'both')),
  kind text not null check (kind in ('swap-off', 'swap-work', 'special-hours', 'closure')),
  decided_on date not null,
  other_on date,
  -- [["07:30", "11:30"]]: the hours of that day only.
  hours jsonb,
  note text,
  legal text not null check (legal <> ''),
  revokes uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references units (agency_id, id),
  foreign key (agency_id, revokes) references agency_calendar_decisions (agency_id, id),
  check ((kind = 'special-hours') = (hours is not null))
);
select motcua.protect_append_only('agency_calendar_decisions');

-- Office hours by agency or unit, in force between two days. Reception may differ: Saturday morning receives, and
-- does not count. The latest record that is in force on a day holds; a unit's own before its agency's.
create table office_hours (
  agency_id integer not null references agencies (id),
  id uuid not null,
  unit_id uuid,
  applies_to text not null check (applies_to in ('deadline', 'reception', 'both')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- Seven lists of sessions, Monday first: [[["07:30", "11:30"], ["13:30", "17:00"]], …, []].
  week jsonb not null check (jsonb_typeof(week) = 'array' and jsonb_array_length(week) = 7),
  legal text not null check (legal <> ''),
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  primary key (agency_id, id),
  foreign key (agency_id, unit_id) references units (agency_id, id)
);
select motcua.protect_append_only('office_hours');
