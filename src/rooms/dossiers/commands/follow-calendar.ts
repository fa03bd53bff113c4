import type { LocalDateTime } from '#kernel/local-date.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { affectedBy, type CalendarChanged, loadCalendar, parseLimit } from '#rooms/deadlines/index.ts'
import { type Dossier, refOf } from '../dossier.ts'
import { questionFor } from '../due.ts'
import { lockDossierById } from '../store/dossiers.ts'
import { listRunning } from '../store/lists.ts'
import { loadPlaces } from '../store/places.ts'
import { listPauses } from '../store/slips.ts'
import { advance } from './advance.ts'
import { tell } from './tell.ts'

export interface MovedDossier {
  ref: string
  promised: LocalDateTime
  dueAt: LocalDateTime
}

const BATCH = 500

/**
 * The working calendar changed after dates had been promised: dossiers whose clock runs are computed again, never
 * earlier than promised, each with an entry in its log and a notice. Answers with those that moved. Told twice, it
 * moves nothing twice. R-108
 */
export async function followCalendar(changed: CalendarChanged): Promise<MovedDossier[]> {
  const { agencyId, date, other } = changed
  const from = other !== null && other < date ? other : date
  const moved: MovedDossier[] = []
  let after = ''
  for (;;) {
    const ids = await read(agencyId, (tx) => listRunning(tx, agencyId, { from, after, limit: BATCH }))
    for (const id of ids) {
      const one = await transaction(agencyId, (tx) => move(tx, id, changed))
      if (one) moved.push(one)
    }
    const last = ids.at(-1)
    if (ids.length < BATCH || last === undefined) return moved
    after = last
  }
}

async function move(tx: Tx, id: string, changed: CalendarChanged): Promise<MovedDossier | undefined> {
  const { agencyId, date, other } = changed
  const dossier = await lockDossierById(tx, agencyId, id)
  const asked = dossier && (await promisedOf(tx, dossier))
  if (!dossier || !asked) return undefined
  const calendar = await loadCalendar(tx, agencyId, dossier.competentUnitId)
  const [found] = affectedBy({ date, ...(other && { other }) }, [asked], calendar)
  if (!found) return undefined
  const { promised, dueAt } = found
  const facts = { dueAt, promised, decision: changed.id, calendar: calendar.version }
  const entry = { actor: { kind: 'system' } as const, type: 'dossier.due-moved', facts }
  const after = await advance(tx, dossier, { change: { dueAt }, entry })
  await tell(tx, after, { type: 'dossier.due-moved', places: await loadPlaces(tx, agencyId) })
  return { ref: refOf(dossier), promised, dueAt }
}

/** What the clock was asked and what was promised; undefined for a clock that stands still or has run its course. */
async function promisedOf(tx: Tx, dossier: Dossier) {
  const runs = dossier.status === 'received' || dossier.status === 'processing'
  const question = runs ? questionFor(dossier, await listPauses(tx, dossier)) : undefined
  if (!question || !dossier.dueAt) return undefined
  return { id: dossier.id, promised: dossier.dueAt, input: { ...question, limit: parseLimit(dossier.timeLimit) } }
}
