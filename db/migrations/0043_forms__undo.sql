-- What the last change of a draft changed, so that it can be taken back, and taken back again. R-053
-- And the short code by which a desk finds what was begun at home. @see Decree 42/2022, Art. 15.1 c
alter table drafts
  -- { step, answers: key → what it was, null where there was none; documents: the same }
  add column last_change jsonb,
  add column resume_code text check (resume_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$');

create unique index drafts_resume_code on drafts (agency_id, resume_code) where submitted_as is null;
