import { allow } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Dossier, ResultChannel, StepReport } from '../dossier.ts'
import type { LogActor, LogFacts } from '../log-entry.ts'
import { canBe } from '../policy.ts'
import { loadPlaces } from '../store/places.ts'
import { cleanWords } from '../words.ts'
import { advance } from './advance.ts'
import { tell } from './tell.ts'

/*
 * For the rooms that work on a received dossier. They hold its lock (`lockDossier`) in their own transaction, decide
 * who may do what, and say here what happened. Each answers with the dossier as it then is: pass that one on, the
 * old one no longer knows the head of the log and is refused.
 */

/** Work has begun: `received` becomes `processing`, and stands at the given step. */
export async function startProcessing(
  tx: Tx,
  dossier: Dossier,
  { actor, step }: { actor: LogActor; step: StepReport },
): Promise<Dossier> {
  allow(canBe('start-processing', dossier))
  const at = now()
  const entry = { actor, type: 'dossier.processing-started', at, facts: stepFacts(step) }
  return advance(tx, dossier, { change: { processingAt: at, step }, entry })
}

function stepFacts({ id, unitId, officerId }: StepReport): LogFacts {
  return { step: id, unitId: unitId ?? null, officerId: officerId ?? null }
}

export interface StepTaken {
  actor: LogActor
  /** Id of the action, or `claim`, `hand-over`. */
  action: string
  /** Where it stands now. */
  step: StepReport
  /** Written by an officer. It is kept beside the log's facts, which hold only its hash. */
  reason?: string | undefined
}

/** A step was taken, claimed or handed over: the log says it, and the dossier shows where it stands. R-084 */
export async function recordStep(tx: Tx, dossier: Dossier, taken: StepTaken): Promise<Dossier> {
  allow(canBe('step', dossier))
  const { actor, action, step } = taken
  const facts = { action, from: dossier.step?.id ?? null, ...stepFacts(step) }
  const words = cleanWords(taken.reason ?? '') || undefined
  return advance(tx, dossier, { change: { step }, entry: { actor, type: 'dossier.step', facts, words } })
}

/** There is a result: the clock has run its course. Announces `dossier.result-ready`. */
export async function markResultReady(
  tx: Tx,
  dossier: Dossier,
  said: { actor: LogActor; outcome: 'granted' | 'rejected'; resultId: string },
): Promise<Dossier> {
  allow(canBe('mark-result-ready', dossier))
  const at = now()
  const { actor, outcome, resultId } = said
  const facts = { outcome, resultId, dueAt: dossier.dueAt ?? null }
  const entry = { actor, type: 'dossier.result-ready', at, facts }
  const after = await advance(tx, dossier, { change: { resultReadyAt: at }, entry })
  await tell(tx, after, { type: 'dossier.result-ready', places: await loadPlaces(tx, dossier.agencyId) })
  return after
}

/** The result is in the person's hands. Announces `dossier.returned`. */
export async function returnResult(
  tx: Tx,
  dossier: Dossier,
  { actor, channel }: { actor: LogActor; channel: ResultChannel },
): Promise<Dossier> {
  allow(canBe('return-result', dossier))
  const at = now()
  const entry = { actor, type: 'dossier.returned', at, facts: { channel } }
  const after = await advance(tx, dossier, { change: { returnedAt: at }, entry })
  await tell(tx, after, { type: 'dossier.returned', places: await loadPlaces(tx, dossier.agencyId) })
  return after
}
