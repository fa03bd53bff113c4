import { toLocal } from '#kernel/local-date.ts'
import { localNow } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type DueProgress, dueProgress, type Explanation, loadCalendar } from '#rooms/deadlines/index.ts'
import { explainDue } from '../../commands/find.ts'
import type { Dossier } from '../../dossier.ts'
import { pausesOf } from '../../due.ts'
import { listPauses } from '../../store/slips.ts'

/** The clock of a dossier as pages show it. */
export interface Clock {
  explanation: Explanation | undefined
  /** Undefined before reception, while the clock stands still, and once there is a result. */
  progress: DueProgress | undefined
}

export async function clockOf(tx: Tx, dossier: Dossier): Promise<Clock> {
  const explanation = await explainDue(tx, dossier)
  const { clockFrom, dueAt, resultReadyAt, status } = dossier
  const runs = status === 'received' || status === 'processing'
  if (!clockFrom || !dueAt || resultReadyAt || !runs) return { explanation, progress: undefined }
  const calendar = await loadCalendar(tx, dossier.agencyId, dossier.competentUnitId)
  const pauses = pausesOf(await listPauses(tx, dossier), clockFrom)
  return { explanation, progress: dueProgress({ received: toLocal(clockFrom), dueAt, calendar, pauses }, localNow()) }
}
