import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { TAKEN } from '../adapter.ts'
import { insertCase, type NewCase, writeEarlier } from '../store/cases.ts'

/**
 * A dossier of ours is a case of theirs: from now on its statuses are told there, those the log already proves first.
 * In the caller's transaction; twice changes nothing.
 */
export async function linkCase(tx: Tx, one: NewCase): Promise<void> {
  if (await insertCase(tx, one, now())) await writeEarlier(tx, one, TAKEN)
}
