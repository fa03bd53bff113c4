import { sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { LogEntry } from '#rooms/dossiers/index.ts'
import './tables.ts'

export interface Note {
  dossierId: string
  seq: number
}

/** One counts at a time in each agency, so that nobody waits for anybody's rows. Held until the transaction ends. */
export async function lockFigures(tx: Tx, agencyId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('motcua.figures'), ${agencyId}::integer)`.execute(tx)
}

/** Takes notes of entries not yet counted. They are gone if, and only if, the transaction commits. */
export async function takeNotes(tx: Tx, limit: number): Promise<Note[]> {
  const { rows } = await sql<{ dossier_id: string; seq: number }>`
    delete from figure_notes as note using (
      select agency_id, dossier_id, seq from figure_notes where agency_id = motcua.agency()
       order by agency_id, dossier_id, seq limit ${limit}
    ) as first
    where note.agency_id = first.agency_id and note.dossier_id = first.dossier_id and note.seq = first.seq
    returning note.dossier_id, note.seq`.execute(tx)
  return rows.map((row) => ({ dossierId: row.dossier_id, seq: row.seq }))
}

/** Counts the whole log again: every entry is noted, as if it had just been written. */
export async function noteEverything(tx: Tx): Promise<void> {
  await sql`insert into figure_notes (agency_id, dossier_id, seq)
    select agency_id, dossier_id, seq from dossier_log where agency_id = motcua.agency()
    on conflict do nothing`.execute(tx)
}

/** The logs of these dossiers, each from its first entry, without what people wrote. */
export async function listLogs(tx: Tx, dossierIds: readonly string[]): Promise<Map<string, LogEntry[]>> {
  const rows = await tx
    .selectFrom('dossier_log')
    .select(['agency_id', 'dossier_id', 'seq', 'at', 'actor', 'type', 'facts', 'prev_hash', 'hash'])
    .where((where) => where('dossier_id', '=', sql<string>`any(${[...dossierIds]}::uuid[])`))
    .where('agency_id', '=', sql<number>`motcua.agency()`)
    .orderBy('dossier_id')
    .orderBy('seq')
    .execute()
  const entries = rows.map(
    (row): LogEntry => ({
      agencyId: row.agency_id,
      dossierId: row.dossier_id,
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      type: row.type,
      facts: row.facts,
      prevHash: row.prev_hash,
      hash: row.hash,
    }),
  )
  return Map.groupBy(entries, ({ dossierId }) => dossierId)
}

/** Ids of dossiers, a page at a time, for whoever counts everything. */
export async function listDossierIds(tx: Tx, { after, limit }: { after: string; limit: number }): Promise<string[]> {
  const rows = await tx
    .selectFrom('dossiers')
    .select('id')
    .where('agency_id', '=', sql<number>`motcua.agency()`)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** An entry behind a number. */
export interface Behind {
  dossierId: string
  seq: number
  at: Date
}

export interface BehindAsked {
  type: string
  from: Date
  to: Date
  /** Where the dossier was received or is decided. */
  unitIds: readonly string[]
  /** The last one of the page before. */
  before: Pick<Behind, 'at' | 'dossierId'> | undefined
  limit: number
}

/** Entries of one type in a span of time, newest first, a page at a time. */
export async function listBehind(tx: Tx, { type, from, to, unitIds, before, limit }: BehindAsked): Promise<Behind[]> {
  const ids = [...unitIds]
  const { rows } = await sql<{ id: string; seq: number; at: Date }>`
    select log.dossier_id as id, log.seq, log.at
      from dossier_log log
      join dossiers dossier on dossier.agency_id = log.agency_id and dossier.id = log.dossier_id
     where log.agency_id = motcua.agency() and log.type = ${type} and log.at >= ${from} and log.at < ${to}
       and (${before === undefined} or (log.at, log.dossier_id) < (${before?.at ?? from}::timestamptz, ${before?.dossierId ?? null}::uuid))
       and (dossier.competent_unit_id = any(${ids}::uuid[]) or dossier.receiving_unit_id = any(${ids}::uuid[]))
     order by log.at desc, log.dossier_id desc
     limit ${limit}`.execute(tx)
  return rows.map(({ id, ...row }) => ({ dossierId: id, ...row }))
}
