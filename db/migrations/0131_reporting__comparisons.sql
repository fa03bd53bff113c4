-- Whether one channel is treated worse than the others: each run of the tests, for twelve whole months.
-- @see Decree 42/2022, Art. 15.1 b
create table channel_comparisons (
  agency_id integer not null references agencies (id),
  -- The first day after the period.
  up_to date not null,
  from_on date not null,
  -- Empty: all procedures together.
  procedure_code text not null,
  channel text not null,
  measure text not null check (measure in ('receive', 'finish', 'supplement', 'refusal')),
  dossiers integer not null,
  others integer not null,
  -- By chance alone, before and after the correction for many comparisons. Null where there is too little to compare.
  p double precision,
  p_adjusted double precision,
  -- Times: so many times as long. Shares: so much more or less, of one.
  effect double precision,
  effect_low double precision,
  effect_high double precision,
  verdict text not null check (verdict in ('too-few', 'alike', 'worse', 'better')),
  compared_at timestamptz not null,
  primary key (agency_id, up_to, procedure_code, channel, measure)
);
select motcua.protect('channel_comparisons');
