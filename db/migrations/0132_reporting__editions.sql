-- Open data as it was published: one edition for each dataset and month, and another only when the log has been given an
-- entry that belongs there. What was once published keeps its address and its bytes. @see Decree 47/2020, Art. 17–19
create table open_data_editions (
  agency_id integer not null references agencies (id),
  dataset text not null,
  month date not null check (extract(day from month) = 1),
  edition integer not null check (edition > 0),
  published_at timestamptz not null,
  sha256 text not null,
  -- JSON, as it is sent.
  body text not null,
  primary key (agency_id, dataset, month, edition)
);
select motcua.protect_append_only('open_data_editions');
