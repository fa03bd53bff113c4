import { allow, Conflict } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { explainDeadline, loadCalendar, type PauseReason, parseLimit } from '#rooms/deadlines/index.ts'
import type { Dossier } from '../dossier.ts'
import { notBefore, questionFor } from '../due.ts'
import type { LogActor } from '../log-entry.ts'
import { canBe } from '../policy.ts'
import { endPause, insertPause, listPauses } from '../store/slips.ts'
import { type Advance, advance } from './advance.ts'

interface Paused {
  actor: LogActor
  reason: PauseReason
}

/** The clock stands still from now on: the due date is unknown until the pause is closed. */
export async function openPause(tx: Tx, dossier: Dossier, { actor, reason }: Paused): Promise<Dossier> {
  allow(canBe('pause', dossier))
  const at = now()
  return stopClock(tx, dossier, { reason, at, entry: { actor, type: 'dossier.paused', at, facts: { reason } } })
}

/** The clock runs again; the due date is never earlier than the one promised before. */
export async function closePause(tx: Tx, dossier: Dossier, { actor, reason }: Paused): Promise<Dossier> {
  allow(canBe('pause', dossier))
  const at = now()
  return runClock(tx, dossier, { reason, at, entry: { actor, type: 'dossier.resumed', at, facts: { reason } } })
}

interface Moved extends Advance {
  reason: PauseReason
  at: Date
}

/** Records the pause with the act that made it. */
export async function stopClock(tx: Tx, dossier: Dossier, { reason, at, ...act }: Moved): Promise<Dossier> {
  const open = (await listPauses(tx, dossier)).some((pause) => pause.reason === reason && pause.to === undefined)
  if (open) throw new Conflict('dossiers.already-paused', { reason })
  await insertPause(tx, dossier, { id: newId(), reason, from: at, to: undefined })
  return advance(tx, dossier, { ...act, change: { ...act.change, dueAt: undefined } })
}

/** Ends the pause with the act that ended it, and asks the clock again. */
export async function runClock(tx: Tx, dossier: Dossier, { reason, at, ...act }: Moved): Promise<Dossier> {
  const pauses = await listPauses(tx, dossier)
  const open = pauses.find((pause) => pause.reason === reason && pause.to === undefined)
  if (!open) throw new Conflict('dossiers.not-paused', { reason })
  await endPause(tx, dossier, { id: open.id, at })

  const restarts = reason === 'supplement' && dossier.afterSupplement === 'restart'
  const clockFrom = restarts ? at : dossier.clockFrom
  const ended = pauses.map((pause) => (pause.id === open.id ? { ...pause, to: at } : pause))
  const asked = questionFor({ clockFrom, receivedAt: dossier.receivedAt }, ended)
  const calendar = await loadCalendar(tx, dossier.agencyId, dossier.competentUnitId)
  const computed = asked && explainDeadline({ ...asked, limit: parseLimit(dossier.timeLimit), calendar }).dueAt
  const dueAt = notBefore(dossier.originalDueAt, computed)
  const { entry } = act
  const facts = { ...entry.facts, dueAt: dueAt ?? null, restarts }
  return advance(tx, dossier, { ...act, change: { ...act.change, clockFrom, dueAt }, entry: { ...entry, facts } })
}
