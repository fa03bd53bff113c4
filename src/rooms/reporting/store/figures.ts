import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import { ALL, type Cell, type Grain } from '../cube.ts'
import { CHANNELS } from '../occurrence.ts'
import { apart, type Histograms, nameWaits, noWaits, pack, unpackInto } from '../packed.ts'
import { monthOf, type Period, partsOf } from '../period.ts'
import { addTo, type Tally } from '../tally.ts'
import './tables.ts'

/** Adds to what is written. Two statements, however many rows; the caller holds the lock on the figures. */
export async function addCells(tx: Tx, agencyId: number, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return
  const added = cells.map((cell) => ({ cell, ...apart(cell.tally) }))
  const known = await waitsOf(tx, cells)
  const rows = added.map(({ cell, counts, waits }) => {
    const isNone = waits.receive.isEmpty && waits.finish.isEmpty
    // What is not added to stays as it is: null.
    if (!isNone) unpackInto(waits, known.get(keyOf(cell)) ?? null)
    return { ...namesOf(cell), tally: counts, waits: isNone ? null : (pack(waits)?.toString('hex') ?? null) }
  })
  await sql`
    insert into figures (agency_id, grain, procedure_code, unit, channel, starts_on, tally, waits)
    select ${agencyId}, grain, procedure_code, unit, channel, starts_on, tally, decode(waits, 'hex')
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as added (grain text, procedure_code text, unit text, channel text, starts_on date, tally jsonb, waits text)
    on conflict (agency_id, grain, procedure_code, unit, channel, starts_on) do update
      set tally = motcua.add_tally(figures.tally, excluded.tally), waits = coalesce(excluded.waits, figures.waits)`.execute(
    tx,
  )
}

function namesOf({ grain, procedureCode, unit, channel, startsOn }: Cell) {
  return { grain, procedure_code: procedureCode, unit, channel, starts_on: startsOn }
}

function keyOf({ grain, procedureCode, unit, channel, startsOn }: Omit<Cell, 'tally'>): string {
  return [grain, procedureCode, unit, channel, startsOn].join(' ')
}

/** The waits of these rows as they are written. */
async function waitsOf(tx: Tx, cells: readonly Cell[]): Promise<Map<string, Buffer>> {
  const { rows } = await sql<Omit<Cell, 'tally'> & { waits: Buffer }>`
    select grain, procedure_code as "procedureCode", unit, channel, starts_on as "startsOn", waits
      from jsonb_to_recordset(${JSON.stringify(cells.map(namesOf))}::jsonb)
        as added (grain text, procedure_code text, unit text, channel text, starts_on date)
      join figures using (grain, procedure_code, unit, channel, starts_on)
     where figures.agency_id = motcua.agency() and waits is not null`.execute(tx)
  return new Map(rows.map((row) => [keyOf(row), row.waits]))
}

/** A row's tally with its waits in it. */
function whole({ tally, waits }: { tally: Tally; waits: Buffer | null }): Tally {
  const sum = { ...tally }
  const histograms = noWaits()
  unpackInto(histograms, waits)
  nameWaits(sum, histograms)
  return sum
}

export async function removeFigures(tx: Tx, agencyId: number): Promise<void> {
  await tx.deleteFrom('figures').where('agency_id', '=', agencyId).execute()
}

/** Everything that was in the log at this instant has been counted. */
export async function markCounted(tx: Tx, agencyId: number, at: Date): Promise<void> {
  await tx
    .insertInto('figures_counted')
    .values({ agency_id: agencyId, counted_at: at })
    .onConflict((known) => known.column('agency_id').doUpdateSet({ counted_at: at }))
    .execute()
}

export async function countedAt(tx: Tx, agencyId: number): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('figures_counted')
    .select('counted_at')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row?.counted_at
}

export type By = 'total' | 'procedure' | 'unit' | 'channel' | 'day' | 'month'

export interface Question {
  agencyId: number
  period: Period
  by: By
  procedureCode?: string | undefined
  unit?: string | undefined
  channel?: string | undefined
  /** Only these rows of the table. */
  keys?: readonly string[] | undefined
  /** Counts alone are asked for: how long people waited is most of the work. */
  withoutWaits?: boolean
}

const COLUMN = { procedure: 'procedure_code', unit: 'unit', channel: 'channel' } as const

/** Key → tally of the period. Reads the rows of its own grain: whole months as months, what is left over as days. */
export async function readTallies(tx: Tx, question: Question): Promise<Map<string, Tally>> {
  const { period, by } = question
  if (question.keys?.length === 0) return new Map()
  const { months, days } = by === 'day' ? { months: undefined, days: [period] } : partsOf(period)
  const found = new Map<string, { tally: Record<string, number>; waits: Histograms }>()
  const take = async (grain: Grain, part: Period) => {
    for (const { key, startsOn, tally, waits } of await readCells(tx, question, { grain, ...part })) {
      const name = by === 'month' ? monthOf(startsOn) : by === 'day' ? startsOn : key
      const sum = found.get(name) ?? { tally: {}, waits: noWaits() }
      addTo(sum.tally, tally)
      unpackInto(sum.waits, waits)
      found.set(name, sum)
    }
  }
  if (months) await take('month', months)
  for (const part of days) await take('day', part)
  for (const { tally, waits } of found.values()) nameWaits(tally, waits)
  return new Map([...found].map(([name, { tally }]) => [name, tally]))
}

interface Found {
  key: string
  startsOn: LocalDate
  tally: Tally
  waits: Buffer | null
}

async function readCells(
  tx: Tx,
  { agencyId, by, keys, withoutWaits = false, ...chosen }: Question,
  { grain, from, to }: Period & { grain: Grain },
): Promise<Found[]> {
  const column = by === 'procedure' || by === 'unit' || by === 'channel' ? COLUMN[by] : undefined
  let rows = tx
    .selectFrom('figures')
    .select(['starts_on as startsOn', 'tally'])
    .select(sql<string>`${column ? sql.ref(column) : sql.lit('')}`.as('key'))
    .select(sql<Buffer | null>`${withoutWaits ? sql.lit(null) : sql.ref('waits')}`.as('waits'))
    .where('agency_id', '=', agencyId)
    .where('grain', '=', grain)
    .where('starts_on', '>=', from)
    .where('starts_on', '<', to)
  const wanted = { procedure_code: chosen.procedureCode, unit: chosen.unit, channel: chosen.channel }
  for (const name of ['procedure_code', 'unit', 'channel'] as const) {
    const only = wanted[name]
    if (name !== column || only !== undefined) rows = rows.where(name, '=', only ?? ALL)
    else if (name === 'channel') rows = rows.where(name, 'in', [...CHANNELS])
    else rows = keys ? rows.where(name, 'in', [...keys]) : rows.where(name, '<>', ALL)
  }
  return rows.execute()
}

/** By unit, month and channel for one procedure: the strata of the comparison between channels. */
export async function readStrata(
  tx: Tx,
  { agencyId, procedureCode, period }: { agencyId: number; procedureCode: string; period: Period },
): Promise<{ unit: string; month: LocalDate; channel: string; tally: Tally }[]> {
  const rows = await tx
    .selectFrom('figures')
    .select(['unit', 'starts_on', 'channel', 'tally', 'waits'])
    .where('agency_id', '=', agencyId)
    .where('grain', '=', 'month')
    .where('procedure_code', '=', procedureCode)
    .where('unit', '<>', ALL)
    .where('channel', 'in', [...CHANNELS])
    .where('starts_on', '>=', period.from)
    .where('starts_on', '<', period.to)
    .orderBy('unit')
    .orderBy('starts_on')
    .orderBy('channel')
    .execute()
  return rows.map((row) => ({ unit: row.unit, month: row.starts_on, channel: row.channel, tally: whole(row) }))
}

/** Every row, in order: what the test of the house compares, to the byte. */
export async function allCells(tx: Tx, agencyId: number): Promise<Cell[]> {
  const rows = await tx
    .selectFrom('figures')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('grain')
    .orderBy('procedure_code')
    .orderBy('unit')
    .orderBy('channel')
    .orderBy('starts_on')
    .execute()
  return rows.map((row) => ({
    grain: row.grain,
    procedureCode: row.procedure_code,
    unit: row.unit,
    channel: row.channel,
    startsOn: row.starts_on,
    tally: whole(row),
  }))
}
