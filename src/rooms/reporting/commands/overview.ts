import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import { CHANNELS } from '../occurrence.ts'
import { eachDay, eachMonth, type Period } from '../period.ts'
import { type PublicRow, type PublicTables, publish } from '../published.ts'
import { type By, countedAt, type Question, readTallies } from '../store/figures.ts'
import { procedureNames, unitsById } from '../store/names.ts'
import { NOTHING, type Tally } from '../tally.ts'

export interface Asked {
  agencyId: number
  period: Period
  procedureCode?: string | undefined
  /** Id of a unit. */
  unit?: string | undefined
}

/** What the public page shows of a period. */
export interface Overview extends PublicTables<'month' | 'channel' | 'unit' | 'procedure'> {
  units: ReadonlyMap<string, Unit>
  procedures: ReadonlyMap<string, Bilingual>
  /** Undefined before anything was counted. */
  countedAt: Date | undefined
}

/** Rows without anything in them are left out, except months and channels, where nothing is something to know. */
export async function readOverview(tx: Tx, asked: Asked): Promise<Overview> {
  const tallies = async (by: By) => readTallies(tx, { ...asked, by })
  const total = (await tallies('total')).get('') ?? NOTHING
  const tables = {
    month: filled(eachMonth(asked.period), await tallies('month')),
    channel: filled(CHANNELS, await tallies('channel')),
    unit: asked.unit ? new Map<string, Tally>() : await tallies('unit'),
    procedure: asked.procedureCode ? new Map<string, Tally>() : await tallies('procedure'),
  }
  return {
    ...publish(total, tables),
    units: await unitsById(tx, asked.agencyId, tables.unit.keys()),
    procedures: await procedureNames(tx, [
      ...tables.procedure.keys(),
      ...(asked.procedureCode ? [asked.procedureCode] : []),
    ]),
    countedAt: await countedAt(tx, asked.agencyId),
  }
}

function filled(keys: readonly string[], found: ReadonlyMap<string, Tally>): Map<string, Tally> {
  return new Map(keys.map((key) => [key, found.get(key) ?? NOTHING]))
}

export interface PublicAnswer {
  total: PublicRow
  rows: readonly PublicRow[]
  names: ReadonlyMap<string, Bilingual>
  countedAt: Date | undefined
}

/** One table, as everybody may see it: for programs and for downloads. */
export async function readPublic(tx: Tx, question: Question): Promise<PublicAnswer> {
  const { by, agencyId } = question
  const found = by === 'total' ? new Map<string, Tally>() : await readTallies(tx, question)
  const keys = { day: () => eachDay(question.period), month: () => eachMonth(question.period), channel: () => CHANNELS }
  const inOrder = by in keys ? keys[by as keyof typeof keys]() : [...found.keys()].sort()
  const total = (await readTallies(tx, { ...question, by: 'total' })).get('') ?? NOTHING
  const { tables, ...rest } = publish(total, { rows: filled(by === 'total' ? [] : inOrder, found) })
  return {
    total: rest.total,
    rows: tables.rows,
    names: await namesFor(tx, question, [...found.keys()]),
    countedAt: await countedAt(tx, agencyId),
  }
}

async function namesFor(tx: Tx, { by, agencyId }: Question, keys: readonly string[]): Promise<Map<string, Bilingual>> {
  if (by === 'procedure') return procedureNames(tx, keys)
  if (by !== 'unit') return new Map()
  const units = await unitsById(tx, agencyId, keys)
  return new Map([...units].map(([id, { name }]) => [id, name]))
}
