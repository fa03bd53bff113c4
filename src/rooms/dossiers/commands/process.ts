import type { Tx } from '#platform/db/index.ts'
import type { Dossier, ResultChannel, StepReport } from '../dossier.ts'
import type { LogActor } from '../log-entry.ts'

/*
 * For the rooms that work on a received dossier. They hold its lock (`lockDossier`) in their own transaction, decide
 * who may do what, and say here what happened. Each answers with the dossier as it then is: pass that one on, the
 * old one no longer knows the head of the log and is refused.
 */

/** Work has begun: `received` becomes `processing`, and stands at the given step. */
export async function startProcessing(
  _tx: Tx,
  _dossier: Dossier,
  _said: { actor: LogActor; step: StepReport },
): Promise<Dossier> {
  throw new Error('being written')
}

export interface StepTaken {
  actor: LogActor
  /** Id of the action, or `claim`, `hand-over`. */
  action: string
  /** Where it stands now. */
  step: StepReport
  /** Written by an officer. It is kept beside the log, which holds only its hash. */
  reason?: string | undefined
}

/** A step was taken, claimed or handed over: the log says it, and the dossier shows where it stands. R-084 */
export async function recordStep(_tx: Tx, _dossier: Dossier, _taken: StepTaken): Promise<Dossier> {
  throw new Error('being written')
}

/** There is a result: the clock has run its course. Announces `dossier.result-ready`. */
export async function markResultReady(
  _tx: Tx,
  _dossier: Dossier,
  _said: { actor: LogActor; outcome: 'granted' | 'rejected'; resultId: string },
): Promise<Dossier> {
  throw new Error('being written')
}

/** The result is in the person's hands. Announces `dossier.returned`. */
export async function returnResult(
  _tx: Tx,
  _dossier: Dossier,
  _said: { actor: LogActor; channel: ResultChannel },
): Promise<Dossier> {
  throw new Error('being written')
}
