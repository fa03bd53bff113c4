-- One range for each view of a queue, so that neither the page nor its count looks at work that is not shown: what one
-- officer holds at a desk, and what nobody holds there.
drop index work_items_mine;
create index work_items_mine on work_items (agency_id, assignee_id, unit_id, role, due_at, id)
  where done_at is null and not paused;
create index work_items_free on work_items (agency_id, unit_id, role, due_at, id)
  where done_at is null and not paused and assignee_id is null;
