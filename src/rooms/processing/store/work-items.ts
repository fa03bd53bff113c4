import { type Selectable, sql } from 'kysely'
import { toInstant, toLocal } from '#kernel/local-date.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { WorkItem } from '../work-item.ts'
import './tables.ts'

type Row = Selectable<Tables['work_items']>

function itemOf(row: Row): WorkItem {
  return {
    id: row.id,
    dossierId: row.dossier_id,
    step: row.step,
    stepName: row.step_name,
    role: row.role,
    unitId: row.unit_id,
    assigneeId: row.assignee_id ?? undefined,
    openedBy: row.opened_by ?? undefined,
    openedAt: row.opened_at,
    claimedAt: row.claimed_at ?? undefined,
    dueAt: row.due_at ? toLocal(row.due_at) : undefined,
    paused: row.paused,
  }
}

export async function insertWorkItem(tx: Tx, item: WorkItem & { agencyId: number }): Promise<void> {
  await tx
    .insertInto('work_items')
    .values({
      agency_id: item.agencyId,
      id: item.id,
      dossier_id: item.dossierId,
      step: item.step,
      step_name: JSON.stringify(item.stepName),
      role: item.role,
      unit_id: item.unitId,
      assignee_id: item.assigneeId ?? null,
      opened_at: item.openedAt,
      opened_by: item.openedBy ?? null,
      claimed_at: item.claimedAt ?? null,
      due_at: item.dueAt ? toInstant(item.dueAt) : null,
      paused: item.paused,
      done_at: null,
      done_by: null,
      action: null,
      reason: null,
    })
    .execute()
}

/** The open work of a dossier, locked after the dossier itself. */
export async function lockOpenItems(tx: Tx, dossierId: string): Promise<WorkItem[]> {
  const rows = await tx
    .selectFrom('work_items')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .where('done_at', 'is', null)
    .forUpdate()
    .execute()
  return rows.map(itemOf)
}

export async function listOpenItems(tx: Tx, dossierId: string): Promise<WorkItem[]> {
  const rows = await tx
    .selectFrom('work_items')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .where('done_at', 'is', null)
    .execute()
  return rows.map(itemOf)
}

export async function assign(
  tx: Tx,
  itemId: string,
  said: { officerId: string | null; at: Date | null },
): Promise<void> {
  await tx
    .updateTable('work_items')
    .set({ assignee_id: said.officerId, claimed_at: said.at })
    .where('id', '=', itemId)
    .execute()
}

interface Done {
  at: Date
  by: string | null
  action: string
  reason: string | null
}

export async function closeItem(tx: Tx, itemId: string, { at, by, action, reason }: Done): Promise<void> {
  await tx
    .updateTable('work_items')
    .set({ done_at: at, done_by: by, action, reason })
    .where('id', '=', itemId)
    .execute()
}

/** The clock of the dossier moved: its open work moves with it in every queue. */
export async function moveDue(tx: Tx, dossierId: string, said: { dueAt: Date | null; paused: boolean }): Promise<void> {
  await tx
    .updateTable('work_items')
    .set({ due_at: said.dueAt, paused: said.paused })
    .where('dossier_id', '=', dossierId)
    .where('done_at', 'is', null)
    .execute()
}

export interface Desk {
  unitId: string
  role: Role
}

/** Where a page of a queue begins: behind the last row of the page before. */
export interface After {
  dueAt: Date
  id: string
}

export interface QueueRequest {
  /** Unit and role the officer holds; the queue is what lies there. */
  desks: readonly Desk[]
  /** Only what this officer has taken, or only what nobody has. */
  holder?: { officerId: string } | 'nobody' | undefined
  after?: After | undefined
  limit: number
}

/**
 * Open work in order of what is due first: one index range for each desk, cut to a page before they are merged, so
 * that the cost is that of a page and not of the queue behind it.
 */
export async function listQueue(tx: Tx, { desks, holder, after, limit }: QueueRequest): Promise<WorkItem[]> {
  if (desks.length === 0) return []
  const behind = after ? sql`and (w.due_at, w.id) > (${after.dueAt}, ${after.id}::uuid)` : sql``
  const held =
    holder === undefined
      ? sql``
      : holder === 'nobody'
        ? sql`and w.assignee_id is null`
        : sql`and w.assignee_id = ${holder.officerId}::uuid`
  const { rows } = await sql<Row>`
    select page.* from unnest(${desks.map(({ unitId }) => unitId)}::uuid[], ${desks.map(({ role }) => role)}::text[]) as desk (unit_id, role)
    cross join lateral (
      select w.* from work_items w
       where w.agency_id = motcua.agency() and w.unit_id = desk.unit_id and w.role = desk.role
         and w.done_at is null and not w.paused ${behind} ${held}
       order by w.due_at, w.id
       limit ${limit}
    ) page
    order by page.due_at, page.id
    limit ${limit}`.execute(tx)
  return rows.map(itemOf)
}

/** How many lie there, counted up to `most`, so that counting a long queue costs no more than a short one. */
export async function countQueue(tx: Tx, { desks, holder, limit }: QueueRequest): Promise<number> {
  if (desks.length === 0) return 0
  const held =
    holder === undefined
      ? sql``
      : holder === 'nobody'
        ? sql`and w.assignee_id is null`
        : sql`and w.assignee_id = ${holder.officerId}::uuid`
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from unnest(${desks.map(({ unitId }) => unitId)}::uuid[], ${desks.map(({ role }) => role)}::text[]) as desk (unit_id, role)
      join work_items w on w.agency_id = motcua.agency() and w.unit_id = desk.unit_id and w.role = desk.role
       where w.done_at is null and not w.paused ${held}
       limit ${limit}
    ) found`.execute(tx)
  return rows[0]?.count ?? 0
}
