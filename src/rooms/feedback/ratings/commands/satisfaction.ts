import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { FEWEST } from '../../small-numbers.ts'
import { procedureNames, unitNames } from '../../store/names.ts'
import {
  addUp,
  lastTwelveMonths,
  monthsCounted,
  type Period,
  type Satisfaction,
  type ShownRow,
  show,
  showTotal,
} from '../figures.ts'
import { listComments, listRatedBy, type MarksAsked, readMarks } from '../store.ts'

export interface SatisfactionAsked extends Period {
  procedureCode?: string | undefined
  unitId?: string | undefined
  on?: LocalDate
}

/**
 * What people said in the whole months of the period that are over, in exact numbers; undefined when nobody said
 * anything: no data, and not 100 %. For this agency's transaction. Whoever publishes it passes it through `showTotal`,
 * or `show` for a table: fewer than 5 are not told.
 */
export async function satisfactionOf(tx: Tx, asked: SatisfactionAsked): Promise<Satisfaction | undefined> {
  const { procedureCode, unitId, on = today() } = asked
  const unitIds = unitId === undefined ? undefined : [unitId]
  return (await satisfactionBy(tx, { period: asked, by: 'total', procedureCode, unitIds }, on)).get('')
}

/** The same by procedure code or unit id. */
export async function satisfactionBy(
  tx: Tx,
  asked: MarksAsked,
  on: LocalDate = today(),
): Promise<Map<string, Satisfaction>> {
  const period = monthsCounted(asked.period, on)
  return period ? addUp(await readMarks(tx, { ...asked, period })) : new Map()
}

/** What was rated in this month often enough to be told of. */
export function listRated(tx: Tx, month: LocalDate): Promise<{ unitId: string; procedureCode: string }[]> {
  return listRatedBy(tx, { month, fewest: FEWEST })
}

export interface NamedRow extends ShownRow {
  name: Bilingual
}

export interface SatisfactionTables {
  period: Period
  total: ShownRow | undefined
  units: NamedRow[]
  procedures: NamedRow[]
  comments: { id: string; words: string; month: LocalDate; procedure: Bilingual; unit: Bilingual }[]
}

interface TablesAsked {
  agencyId: number
  /** Undefined: all units. */
  seen?: ReadonlySet<string> | undefined
  withComments?: boolean
}

/** The last twelve months by unit and by procedure, as they may be shown; what people wrote only where it is asked for. */
export async function satisfactionTables(tx: Tx, asked: TablesAsked): Promise<SatisfactionTables> {
  const period = lastTwelveMonths(today())
  const unitIds = asked.seen && [...asked.seen]
  const total = (await satisfactionBy(tx, { period, unitIds, by: 'total' })).get('')
  const units = show(await satisfactionBy(tx, { period, unitIds, by: 'unit' }))
  const procedures = show(await satisfactionBy(tx, { period, unitIds, by: 'procedure' }))
  const comments = asked.withComments ? await listComments(tx, period) : []
  const procedureOf = await procedureNames(tx, [
    ...procedures.map(({ key }) => key),
    ...comments.map((one) => one.procedure_code),
  ])
  const unitOf = await unitNames(tx, asked.agencyId, [
    ...units.map(({ key }) => key),
    ...comments.map((one) => one.unit_id),
  ])
  return {
    period,
    total: showTotal(total),
    units: units.map((row) => ({ ...row, name: unitOf(row.key) })),
    procedures: procedures.map((row) => ({ ...row, name: procedureOf(row.key) })),
    comments: comments.map(({ id, rated_in, procedure_code, unit_id, words }) => ({
      ...{ id, words, month: rated_in },
      procedure: procedureOf(procedure_code),
      unit: unitOf(unit_id),
    })),
  }
}
