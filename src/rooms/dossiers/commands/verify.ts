import type { Tx } from '#platform/db/index.ts'
import { type BrokenEntry, GENESIS, type LogEntry, problemOf } from '../log-entry.ts'
import { findDossier } from '../store/dossiers.ts'
import { listEntriesBetween, listHeads, type StatedHead } from '../store/log.ts'
import { readRef } from './find.ts'

const PAGE = 500
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

export interface Verified {
  dossiers: number
  entries: number
  /** The first broken entry, with what the dossier is called. */
  broken: (BrokenEntry & { ref: string }) | undefined
}

/** Checks the chain of one dossier, or of every dossier of the agency: each entry, their order, and the stated head. R-234 */
export async function verifyLog(tx: Tx, agencyId: number, dossierId?: string): Promise<Verified> {
  const verified: Verified = { dossiers: 0, entries: 0, broken: undefined }
  let after = BEFORE_ALL
  for (;;) {
    const heads = await listHeads(tx, agencyId, { after, limit: PAGE, only: dossierId })
    const [first, last] = [heads[0], heads.at(-1)]
    if (!first || !last) return verified
    const chains = Map.groupBy(
      await listEntriesBetween(tx, agencyId, [first.dossierId, last.dossierId]),
      (entry) => entry.dossierId,
    )
    for (const head of heads) {
      const entries = chains.get(head.dossierId) ?? []
      const broken = firstBroken(agencyId, head, entries)
      verified.dossiers += 1
      verified.entries += entries.length
      if (broken) return { ...verified, broken: { ...broken, ref: head.ref } }
    }
    after = last.dossierId
  }
}

function firstBroken(agencyId: number, stated: StatedHead, entries: readonly LogEntry[]): BrokenEntry | undefined {
  const { dossierId } = stated
  let head = { seq: 0, hash: GENESIS }
  for (const entry of entries) {
    const problem = problemOf(entry, head)
    if (problem) return { agencyId, dossierId, seq: problem === 'missing' ? head.seq + 1 : entry.seq, problem }
    head = { seq: entry.seq, hash: entry.hash }
  }
  if (head.seq < stated.seq) return { agencyId, dossierId, seq: head.seq + 1, problem: 'missing' }
  return head.hash === stated.hash ? undefined : { agencyId, dossierId, seq: head.seq, problem: 'head-differs' }
}

/** The id of the dossier with this code or temporary code, whoever asks: for operators. */
export async function findDossierId(tx: Tx, agencyId: number, code: string): Promise<string | undefined> {
  const ref = readRef(code)
  return ref && (await findDossier(tx, agencyId, ref))?.id
}
