import type { Tx } from '#platform/db/index.ts'
import type { PauseReason } from '#rooms/deadlines/index.ts'
import type { Dossier } from '../dossier.ts'
import type { LogActor } from '../log-entry.ts'

/** The clock stands still from now on: the due date is unknown until the pause is closed. */
export async function openPause(
  _tx: Tx,
  _dossier: Dossier,
  _said: { actor: LogActor; reason: PauseReason },
): Promise<Dossier> {
  throw new Error('being written')
}

/** The clock runs again; the due date is never earlier than the one promised before. */
export async function closePause(
  _tx: Tx,
  _dossier: Dossier,
  _said: { actor: LogActor; reason: PauseReason },
): Promise<Dossier> {
  throw new Error('being written')
}
