import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Dossier } from '../dossier.ts'
import { canonicalJson, type LogEntry } from '../log-entry.ts'
import type { DossierLogTable } from './tables.ts'

export async function insertEntry(tx: Tx, entry: LogEntry): Promise<void> {
  await tx
    .insertInto('dossier_log')
    .values({
      agency_id: entry.agencyId,
      dossier_id: entry.dossierId,
      seq: entry.seq,
      at: entry.at,
      actor: JSON.stringify(entry.actor),
      type: entry.type,
      facts: canonicalJson(entry.facts),
      words: entry.words ?? null,
      prev_hash: entry.prevHash,
      hash: entry.hash,
    })
    .execute()
}

function entryOf(row: Selectable<DossierLogTable>): LogEntry {
  return {
    agencyId: row.agency_id,
    dossierId: row.dossier_id,
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    type: row.type,
    facts: row.facts,
    words: row.words ?? undefined,
    prevHash: row.prev_hash,
    hash: row.hash,
  }
}

export async function listEntries(tx: Tx, of: Pick<Dossier, 'agencyId' | 'id'>): Promise<LogEntry[]> {
  const rows = await tx
    .selectFrom('dossier_log')
    .selectAll()
    .where('agency_id', '=', of.agencyId)
    .where('dossier_id', '=', of.id)
    .orderBy('seq')
    .execute()
  return rows.map(entryOf)
}

export interface StatedHead {
  dossierId: string
  ref: string
  seq: number
  hash: string
}

/** Heads of the chains as the dossiers state them, in pages. */
export async function listHeads(
  tx: Tx,
  agencyId: number,
  page: { after: string; limit: number; only?: string | undefined },
): Promise<StatedHead[]> {
  let query = tx
    .selectFrom('dossiers')
    .select(['id', 'code', 'temporary_code', 'log_seq', 'log_hash'])
    .where('agency_id', '=', agencyId)
    .where('id', '>', page.after)
  if (page.only !== undefined) query = query.where('id', '=', page.only)
  const rows = await query.orderBy('id').limit(page.limit).execute()
  return rows.map((row) => ({
    dossierId: row.id,
    ref: row.code ?? row.temporary_code,
    seq: row.log_seq,
    hash: row.log_hash,
  }))
}

/** The entries of all dossiers from one id to another, chain by chain. */
export async function listEntriesBetween(
  tx: Tx,
  agencyId: number,
  [first, last]: readonly [string, string],
): Promise<LogEntry[]> {
  const rows = await tx
    .selectFrom('dossier_log')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('dossier_id', '>=', first)
    .where('dossier_id', '<=', last)
    .orderBy('dossier_id')
    .orderBy('seq')
    .execute()
  return rows.map(entryOf)
}
