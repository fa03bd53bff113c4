-- Information on the completion of a task, due twenty days after its acceptance (Decree 224/2026, Art. 68). Its part is
-- the line it is about.
alter table funding_slips drop constraint funding_slips_kind_check;
alter table funding_slips add constraint funding_slips_kind_check
  check (kind in ('allocation', 'quarter', 'settlement', 'publication', 'completion'));
