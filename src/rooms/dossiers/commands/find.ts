import type { Viewer } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Explanation } from '#rooms/deadlines/index.ts'
import type { Dossier } from '../dossier.ts'
import type { LogEntry } from '../log-entry.ts'
import type { Receipt, RecordedPause, Refusal, Supplement, SupplementRequest, Withdrawal } from '../slips.ts'

/** The dossier of a code or temporary code, if the viewer may see it; NotFound otherwise. */
export async function getDossier(_tx: Tx, _viewer: Viewer, _ref: string): Promise<Dossier> {
  throw new Error('being written')
}

/** The same, locked until the transaction ends. */
export async function lockDossier(_tx: Tx, _viewer: Viewer, _ref: string): Promise<Dossier> {
  throw new Error('being written')
}

/** By id, locked, for a handler that acts for nobody: an event has told it the id. */
export async function lockDossierAsSystem(_tx: Tx, _agencyId: number, _id: string): Promise<Dossier> {
  throw new Error('being written')
}

export interface DossierSlips {
  receipt: Receipt | undefined
  refusal: Refusal | undefined
  withdrawal: Withdrawal | undefined
  supplementRequests: readonly SupplementRequest[]
  supplements: readonly Supplement[]
  pauses: readonly RecordedPause[]
}

/** All slips of one dossier. */
export async function getSlips(_tx: Tx, _dossier: Dossier): Promise<DossierSlips> {
  throw new Error('being written')
}

/** The log, oldest first. */
export async function listLog(_tx: Tx, _dossier: Dossier): Promise<LogEntry[]> {
  throw new Error('being written')
}

/** Why the result is due when it is; undefined before reception. */
export async function explainDue(_tx: Tx, _dossier: Dossier): Promise<Explanation | undefined> {
  throw new Error('being written')
}
