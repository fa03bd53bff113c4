import { type Selectable, sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { type Money, money } from '#kernel/money.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { DeadlineChoice, DeadlineKind } from '../deadline.ts'
import type { Plan } from '../plan.ts'
import type { Allocation, Completion, Publication, QuarterReport, Settlement, Slip } from '../slip.ts'
import type { AmountKind, SlipAmountsTable, SlipsTable } from './tables.ts'

type Amounts = Readonly<Record<string, Money>>

type Own<S extends Slip> = Omit<S, 'id' | 'revision' | 'at' | 'planId'>
export type NewSlip = Own<Allocation> | Own<QuarterReport> | Own<Settlement> | Own<Publication> | Own<Completion>

/** Which part of a kind a slip is about, the facts that are kept as they are, and the amounts of each line. */
function partsOf(slip: NewSlip): { part: string; facts: object; amounts: Partial<Record<AmountKind, Amounts>> } {
  switch (slip.kind) {
    case 'allocation':
      return { part: '', facts: { decision: slip.decision, notes: slip.notes }, amounts: { given: slip.given } }
    case 'quarter':
      return { part: String(slip.quarter), facts: { notes: slip.notes }, amounts: { spent: slip.spent } }
    case 'settlement':
      return {
        part: '',
        facts: { outcomes: slip.outcomes },
        amounts: { settled: slip.settled, 'carried-over': slip.carriedOver },
      }
    case 'publication':
      return { part: slip.what, facts: { quarter: slip.quarter, reports: slip.reports }, amounts: {} }
    case 'completion':
      return { part: slip.lineId, facts: { acceptedOn: slip.acceptedOn, informedOn: slip.informedOn }, amounts: {} }
  }
}

/** Adds a slip as the next revision of its kind. The caller holds the plan. */
export async function insertSlip(tx: Tx, { agencyId, id: planId }: Plan, slip: NewSlip): Promise<string> {
  const { part, facts, amounts } = partsOf(slip)
  const id = newId()
  const next = sql<number>`(select coalesce(max(revision), 0) + 1 from funding_slips
    where plan_id = ${planId} and kind = ${slip.kind} and part = ${part})`
  await tx
    .insertInto('funding_slips')
    .values({
      ...{ agency_id: agencyId, id, plan_id: planId, version: slip.version, kind: slip.kind, part },
      ...{ revision: next, at: now(), officer_id: slip.officerId },
      facts: sql`${JSON.stringify(facts)}::jsonb`,
    })
    .execute()
  const rows = (Object.entries(amounts) as [AmountKind, Amounts][]).flatMap(([what, byLine]) =>
    Object.entries(byLine).map(([line_id, amount]) => ({ agency_id: agencyId, slip_id: id, line_id, what, amount })),
  )
  if (rows.length > 0) await tx.insertInto('funding_slip_amounts').values(rows).execute()
  return id
}

/** The slips of these plans, the oldest first. */
export async function listSlips(tx: Tx, planIds: readonly string[]): Promise<Map<string, Slip[]>> {
  if (planIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('funding_slips')
    .selectAll()
    .where('plan_id', 'in', [...planIds])
    .orderBy('at')
    .orderBy('id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const amounts =
    ids.length === 0
      ? []
      : await tx.selectFrom('funding_slip_amounts').selectAll().where('slip_id', 'in', ids).execute()
  const amountsOf = Map.groupBy(amounts, ({ slip_id }) => slip_id)
  return Map.groupBy(
    rows.map((row) => slipOf(row, amountsOf.get(row.id) ?? [])),
    ({ planId }) => planId,
  )
}

/** What stands in `facts` is what `partsOf` put there for the same kind. */
function slipOf(row: Selectable<SlipsTable>, amounts: readonly Selectable<SlipAmountsTable>[]): Slip {
  const of = (what: AmountKind): Amounts => {
    const mine = amounts.filter((one) => one.what === what)
    return Object.fromEntries(mine.map(({ line_id, amount }) => [line_id, money(amount)]))
  }
  const { id, plan_id: planId, version, revision, at, officer_id: officerId } = row
  const base = { id, planId, version, revision, at, officerId }
  switch (row.kind) {
    case 'allocation':
      return { ...base, ...(row.facts as Pick<Allocation, 'decision' | 'notes'>), kind: row.kind, given: of('given') }
    case 'quarter': {
      const quarter = Number(row.part) as QuarterReport['quarter']
      return { ...base, ...(row.facts as Pick<QuarterReport, 'notes'>), kind: row.kind, quarter, spent: of('spent') }
    }
    case 'settlement': {
      const figures = { settled: of('settled'), carriedOver: of('carried-over') }
      return { ...base, ...(row.facts as Pick<Settlement, 'outcomes'>), kind: row.kind, ...figures }
    }
    case 'publication': {
      const what = row.part as Publication['what']
      return { ...base, ...(row.facts as Pick<Publication, 'quarter' | 'reports'>), kind: row.kind, what }
    }
    case 'completion': {
      const days = row.facts as Pick<Completion, 'acceptedOn' | 'informedOn'>
      return { ...base, ...days, kind: row.kind, lineId: row.part }
    }
  }
}

export interface Entry {
  act: string
  version: number
  at: Date
  officerId: string | undefined
  words: string
  facts: object
}

/** Writes into the history of a plan. R-213 */
export async function insertAct(tx: Tx, { agencyId, id: planId }: Plan, entry: Omit<Entry, 'at'>): Promise<void> {
  const { act, version, officerId, words, facts } = entry
  await tx
    .insertInto('funding_acts')
    .values({
      ...{ agency_id: agencyId, id: newId(), plan_id: planId, version, act, at: now() },
      ...{ officer_id: officerId ?? null, words, facts: sql<object>`${JSON.stringify(facts)}::jsonb` },
    })
    .execute()
}

/** The history of a plan, newest first. */
export async function listActs(tx: Tx, planId: string): Promise<Entry[]> {
  const rows = await tx
    .selectFrom('funding_acts')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ act, version, at, officer_id, words, facts }) => {
    return { act, version, at, officerId: officer_id ?? undefined, words, facts }
  })
}

/** What holds now of what was set for those below, for plans of a year. */
export async function listChoices(tx: Tx, year: number): Promise<DeadlineChoice[]> {
  const rows = await tx
    .selectFrom('funding_deadlines')
    .selectAll()
    .where('year', '=', year)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ kind, on_day: on, basis }) => ({ year, kind, on, basis }))
}

export async function insertChoice(
  tx: Tx,
  { agencyId, officerId }: { agencyId: number; officerId: string },
  { year, kind, on, basis }: DeadlineChoice,
): Promise<void> {
  await tx
    .insertInto('funding_deadlines')
    .values({ agency_id: agencyId, id: newId(), year, kind, on_day: on, basis, at: now(), officer_id: officerId })
    .execute()
}

/** False when this officer has been reminded of it on this day already. */
export async function noteReminder(
  tx: Tx,
  reminder: { agencyId: number; unitId: string; year: number; kind: DeadlineKind; on: LocalDate; officerId: string },
): Promise<boolean> {
  const { agencyId: agency_id, unitId: unit_id, year, kind, on: on_day, officerId: officer_id } = reminder
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('funding_reminders')
    .values({ agency_id, unit_id, year, kind, on_day, officer_id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
