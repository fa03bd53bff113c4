import type { Officer } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import { listUnits, type Unit } from '#rooms/agencies/index.ts'
import { type DossierSummary, summariesOf } from '#rooms/dossiers/index.ts'
import type { Period } from '../period.ts'
import { unitsLed } from '../policy.ts'
import { type Behind, listBehind, listLogs } from '../store/log.ts'
import type { Counted } from '../tally.ts'
import { midnight } from './board.ts'
import { occurrencesIn } from './count.ts'

/** The numbers that can be opened, and the entry of the log that makes each. */
export const FIGURES = {
  submitted: 'dossier.submitted',
  received: 'dossier.received',
  refused: 'dossier.refused',
  withdrawn: 'dossier.withdrawn',
  discontinued: 'dossier.discontinued',
  finished: 'dossier.result-ready',
  onTime: 'dossier.result-ready',
  late: 'dossier.result-ready',
  undated: 'dossier.result-ready',
  returned: 'dossier.returned',
} as const satisfies Partial<Record<Counted, string>>
export type OpenedFigure = keyof typeof FIGURES

export interface BehindQuestion {
  figure: OpenedFigure
  period: Period
  /** Code of a unit; all that the officer leads unless said. */
  unitCode: string
  procedureCode?: string | undefined
  before: Pick<Behind, 'at' | 'dossierId'> | undefined
}

export interface Opened {
  units: readonly Unit[]
  unit: Unit | undefined
  rows: { at: Date; dossier: DossierSummary }[]
  /** Where the next page goes on. */
  next: Pick<Behind, 'at' | 'dossierId'> | undefined
}

const PAGE = 50
const BATCH = 200
/** So many entries are looked through for one page, and then the reader is asked to go on. */
const MOST_BATCHES = 10

/**
 * The dossiers behind a number, by the same rule that counted them: as many rows as the number says, of the units that
 * the officer leads and of no others.
 */
export async function openFigure(tx: Tx, officer: Officer, asked: BehindQuestion): Promise<Opened> {
  const units = unitsLed(officer, await listUnits(tx, officer.agencyId))
  const unit = units.find(({ code }) => code === asked.unitCode)
  const unitIds = (unit ? [unit] : units).map(({ id }) => id)
  const { found, next } = await look(tx, asked, unitIds)
  const dossiers = new Map(
    (
      await summariesOf(
        tx,
        found.map(({ dossierId }) => dossierId),
      )
    ).map((one) => [one.id, one]),
  )
  const rows = found.flatMap(({ at, dossierId }) => {
    const dossier = dossiers.get(dossierId)
    return dossier ? [{ at, dossier }] : []
  })
  return { units, unit, rows, next }
}

async function look(tx: Tx, asked: BehindQuestion, unitIds: readonly string[]) {
  const { figure, period } = asked
  const found: Behind[] = []
  let before = asked.before
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const span = { type: FIGURES[figure], from: midnight(period.from), to: midnight(period.to) }
    const entries = await listBehind(tx, { ...span, unitIds, before, limit: BATCH })
    const logs = await listLogs(
      tx,
      entries.map(({ dossierId }) => dossierId),
    )
    for (const entry of entries) {
      before = entry
      const counted = occurrencesIn(logs.get(entry.dossierId) ?? [], [entry.seq])
      const isOne = counted.some(
        ({ tally, unitId, procedureCode }) =>
          (tally[figure] ?? 0) > 0 &&
          unitIds.includes(unitId) &&
          (asked.procedureCode === undefined || asked.procedureCode === procedureCode),
      )
      if (isOne) found.push(entry)
      if (found.length === PAGE) return { found, next: before }
    }
    if (entries.length < BATCH) return { found, next: undefined }
  }
  return { found, next: before }
}
