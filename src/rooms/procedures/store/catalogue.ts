import './tables.ts'
import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import { cardOf } from '../card.ts'
import type { ProcedureKind, ProcedureRecord } from '../record.ts'

/** Which catalogue this is, and when it was last compared with its source. */
export interface CatalogueState {
  version: number
  syncedAt: Date | null
}

export async function getCatalogueState(tx: Tx): Promise<CatalogueState> {
  const row = await tx.selectFrom('catalogue_state').select(['version', 'synced_at']).executeTakeFirstOrThrow()
  return { version: row.version, syncedAt: row.synced_at }
}

/** Opens this transaction for synchronised fields, and holds off every other one that wants the same. */
export async function beginSynchronising(tx: Tx): Promise<CatalogueState> {
  await sql`set local motcua.synchronising = 'on'`.execute(tx)
  const row = await tx
    .selectFrom('catalogue_state')
    .select(['version', 'synced_at'])
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { version: row.version, syncedAt: row.synced_at }
}

/** Tells every process that listens on `motcua_catalogue` once the transaction commits. */
export async function finishSynchronising(tx: Tx, state: CatalogueState): Promise<void> {
  await tx
    .updateTable('catalogue_state')
    .set({ version: state.version, synced_at: state.syncedAt, moved: sql`moved + 1` })
    .execute()
  await sql`select pg_notify('motcua_catalogue', ${String(state.version)})`.execute(tx)
}

/** A procedure as the importer compares it. */
export interface KnownProcedure {
  code: string
  version: number
  detail: 'listed' | 'full'
  origin: 'catalogue' | 'package'
  listedHash: string
  detailHash: string
}

export async function listKnown(tx: Tx): Promise<Map<string, KnownProcedure>> {
  const rows = await tx
    .selectFrom('procedures')
    .select(['code', 'version', 'detail', 'origin', 'listed_hash as listedHash', 'detail_hash as detailHash'])
    .execute()
  return new Map(rows.map((row) => [row.code, row]))
}

export interface LatestVersion {
  code: string
  record: ProcedureRecord
  validFrom: LocalDate
}

/** The newest versions of these procedures. */
export async function listLatest(tx: Tx, codes: string[]): Promise<Map<string, LatestVersion>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<LatestVersion>`
    select v.code, v.record, v.valid_from as "validFrom"
    from procedures p join procedure_versions v on v.code = p.code and v.version = p.version
    where p.code = any(${codes})`.execute(tx)
  return new Map(rows.map((row) => [row.code, row]))
}

/** What is written of one procedure; without a record only its hashes move. */
export interface ProcedureChange {
  code: string
  version: number
  name: string
  kind: ProcedureKind
  detail: 'listed' | 'full'
  origin: 'catalogue' | 'package'
  listedHash: string
  detailHash: string
  next?: { record: ProcedureRecord; validFrom: LocalDate; sourceHash: string }
}

const BATCH = 500

/** Writes procedures and their new versions, and ends the versions they replace. */
export async function saveChanges(
  tx: Tx,
  changes: ProcedureChange[],
  { version, at }: { version: number; at: Date },
): Promise<void> {
  for (let from = 0; from < changes.length; from += BATCH) {
    const batch = changes.slice(from, from + BATCH)
    await saveProcedures(tx, batch, version)
    await saveVersions(tx, batch, at)
  }
}

async function saveProcedures(tx: Tx, batch: ProcedureChange[], catalogueVersion: number): Promise<void> {
  const rows = batch
    .filter(({ next }) => next)
    .map(({ next, ...row }) => ({ ...row, card: next && cardOf(next.record) }))
  const still = batch.filter(({ next }) => !next)
  await saveHashes(tx, still)
  if (rows.length === 0) return
  await sql`
    insert into procedures (code, version, name, kind, detail, origin, card, listed_hash, detail_hash, changed_in)
    select code, version, name, kind, detail, origin, card, "listedHash", "detailHash", ${catalogueVersion}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, version integer, name text, kind text,
      detail text, origin text, card jsonb, "listedHash" text, "detailHash" text)
    on conflict (code) do update set version = excluded.version, name = excluded.name, kind = excluded.kind,
      detail = excluded.detail, origin = excluded.origin, card = excluded.card, listed_hash = excluded.listed_hash,
      detail_hash = excluded.detail_hash, changed_in = excluded.changed_in
  `.execute(tx)
}

/** The source moved in a part that we do not keep: the record is the same, and so is its version. */
async function saveHashes(tx: Tx, batch: ProcedureChange[]): Promise<void> {
  if (batch.length === 0) return
  await sql`
    update procedures p set listed_hash = r."listedHash", detail_hash = r."detailHash"
    from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) as r(code text, "listedHash" text, "detailHash" text)
    where p.code = r.code`.execute(tx)
}

async function saveVersions(tx: Tx, batch: ProcedureChange[], at: Date): Promise<void> {
  const rows = batch.flatMap(({ code, version, next }) => {
    if (!next) return []
    const { decision } = next.record
    return [{ code, version, ...next, decisionNumber: decision?.number ?? null, decisionOn: decision?.on ?? null }]
  })
  if (rows.length === 0) return
  const given = JSON.stringify(rows)
  await sql`
    update procedure_versions v set valid_to = r."validFrom"
    from jsonb_to_recordset(${given}::jsonb) as r(code text, version integer, "validFrom" date)
    where v.code = r.code and v.version = r.version - 1 and v.valid_to is null`.execute(tx)
  await sql`
    insert into procedure_versions
      (code, version, valid_from, decision_number, decision_on, record, source_hash, imported_at)
    select code, version, "validFrom", "decisionNumber", "decisionOn", record, "sourceHash", ${at}::timestamptz
    from jsonb_to_recordset(${given}::jsonb) as r(code text, version integer, "validFrom" date,
      "decisionNumber" text, "decisionOn" date, record jsonb, "sourceHash" text)`.execute(tx)
}

export interface ImportRun {
  id: string
  source: string
  startedAt: Date
  finishedAt: Date
  version: number
  counts: unknown
  conflictCounts: unknown
  conflicts: unknown
}

export async function insertImport(tx: Tx, run: ImportRun): Promise<void> {
  await tx
    .insertInto('catalogue_imports')
    .values({
      id: run.id,
      source: run.source,
      started_at: run.startedAt,
      finished_at: run.finishedAt,
      version: run.version,
      counts: JSON.stringify(run.counts),
      conflict_counts: JSON.stringify(run.conflictCounts),
      conflicts: JSON.stringify(run.conflicts),
    })
    .execute()
}
