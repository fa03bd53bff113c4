import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import { CHANNELS } from '../occurrence.ts'
import { eachDay, eachMonth, type Period } from '../period.ts'
import { largestFirst, type PublicRow, type PublicTables, publish, withTimes } from '../published.ts'
import { type By, countedAt, type Question, readTallies } from '../store/figures.ts'
import { procedureNames, unitsById } from '../store/names.ts'
import { NOTHING, type Tally } from '../tally.ts'
import { type PublicSatisfaction, readSatisfaction } from './satisfaction.ts'

export interface Asked {
  agencyId: number
  period: Period
  procedureCode?: string | undefined
  /** Id of a unit. */
  unit?: string | undefined
  /** Of units and of procedures: so many, the largest first. */
  most: number
}

/** What the public page shows of a period. */
export interface Overview extends PublicTables<'month' | 'channel' | 'unit' | 'procedure'> {
  /** How many rows there would be. */
  sizes: { unit: number; procedure: number }
  units: ReadonlyMap<string, Unit>
  procedures: ReadonlyMap<string, Bilingual>
  satisfaction: PublicSatisfaction
  /** Undefined before anything was counted. */
  countedAt: Date | undefined
}

/**
 * Units and procedures without anything in them are left out; months and channels are not, where nothing is something to
 * know. What is hidden is decided over all rows; how long people waited is read for those that are shown.
 */
export async function readOverview(tx: Tx, { most, ...asked }: Asked): Promise<Overview> {
  const tallies = (by: By, more: Partial<Question> = {}) => readTallies(tx, { ...asked, by, ...more })
  const total = (await tallies('total')).get('') ?? NOTHING
  const none = new Map<string, Tally>()
  const published = publish(total, {
    month: filled(eachMonth(asked.period), await tallies('month')),
    channel: filled(CHANNELS, await tallies('channel')),
    unit: asked.unit ? none : await tallies('unit', { withoutWaits: true }),
    procedure: asked.procedureCode ? none : await tallies('procedure', { withoutWaits: true }),
  })
  const { tables } = published
  const shown = async (by: 'unit' | 'procedure') => {
    const rows = largestFirst(tables[by]).slice(0, most)
    const waits = await tallies(by, { keys: rows.map(({ key }) => key) })
    return rows.map((row) => withTimes(row, waits.get(row.key) ?? NOTHING))
  }
  const [unit, procedure] = [await shown('unit'), await shown('procedure')]
  const codes = [...procedure.map(({ key }) => key), ...(asked.procedureCode ? [asked.procedureCode] : [])]
  return {
    total: published.total,
    tables: { ...tables, unit, procedure },
    sizes: { unit: tables.unit.length, procedure: tables.procedure.length },
    units: await unitsById(
      tx,
      asked.agencyId,
      unit.map(({ key }) => key),
    ),
    procedures: await procedureNames(tx, codes),
    satisfaction: await readSatisfaction(tx, {
      ...asked.period,
      procedureCode: asked.procedureCode,
      unitId: asked.unit,
    }),
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
