import { type JSONColumnType, type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { LogActor } from '#rooms/dossiers/index.ts'
import type { KeptLookup } from '../registries/kept.ts'
import type { Evidence, Finding, Purpose, RegistryName } from '../registries/lookup.ts'

interface LookupsTable {
  agency_id: number
  id: string
  registry: RegistryName
  operation: string
  request_id: string
  procedure_code: string
  dossier_id: string | null
  component: string | null
  basis: string
  actor: JSONColumnType<LogActor>
  subject_hash: string
  at: Date
  milliseconds: number
  outcome: Finding['outcome']
  evidence: JSONColumnType<Evidence> | null
  problem: string | null
  reason: string | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    lookups: LookupsTable
  }
}

/** One question and what came of it. */
export type Lookup = KeptLookup

function lookupOf(row: Selectable<LookupsTable>): Lookup {
  return {
    id: row.id,
    registry: row.registry,
    operation: row.operation,
    component: row.component ?? undefined,
    basis: row.basis,
    at: row.at,
    outcome: row.outcome,
    evidence: row.evidence ?? undefined,
    problem: row.problem ?? undefined,
    officerId: row.actor.kind === 'officer' ? row.actor.id : undefined,
    reason: row.reason ?? undefined,
  }
}

export async function insertLookup(
  tx: Tx,
  lookup: {
    agencyId: number
    registry: RegistryName
    operation: string
    purpose: Purpose
    subjectHash: string
    at: Date
    milliseconds: number
    finding: Finding
  },
): Promise<void> {
  const { purpose, finding } = lookup
  await tx
    .insertInto('lookups')
    .values({
      agency_id: lookup.agencyId,
      id: purpose.requestId,
      registry: lookup.registry,
      operation: lookup.operation,
      request_id: purpose.requestId,
      procedure_code: purpose.procedureCode,
      dossier_id: purpose.dossierId ?? null,
      component: purpose.component ?? null,
      basis: purpose.basis,
      actor: JSON.stringify(purpose.actor),
      subject_hash: lookup.subjectHash,
      at: lookup.at,
      milliseconds: lookup.milliseconds,
      outcome: finding.outcome,
      evidence: 'evidence' in finding ? JSON.stringify(finding.evidence) : null,
      problem: 'problem' in finding ? finding.problem : null,
      reason: purpose.reason ?? null,
    })
    .execute()
}

/** Every question about a dossier, newest first. */
export async function listAllLookups(tx: Tx, dossierId: string): Promise<Lookup[]> {
  const rows = await tx
    .selectFrom('lookups')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(lookupOf)
}

/** The newest question for each component of a dossier. */
export async function listLookups(tx: Tx, dossierId: string): Promise<Lookup[]> {
  const newest = new Map<string | undefined, Lookup>()
  for (const one of await listAllLookups(tx, dossierId)) {
    if (!newest.has(one.component)) newest.set(one.component, one)
  }
  return [...newest.values()]
}

/** Dossiers with a component that was asked about in vain since then, those whose last try is longest ago first. */
export async function listSilent(tx: Tx, { since, limit }: { since: Date; limit: number }): Promise<string[]> {
  const { rows } = await sql<{ dossier_id: string }>`
    select silent.dossier_id, max(silent.at) as tried
    from lookups silent
    where silent.outcome = 'unreachable' and silent.dossier_id is not null and silent.at > ${since}
      and not exists (
        select from lookups later
        where later.dossier_id = silent.dossier_id and later.component is not distinct from silent.component
          and later.outcome <> 'unreachable' and later.at >= silent.at)
    group by silent.dossier_id order by tried limit ${limit}`.execute(tx)
  return rows.map(({ dossier_id }) => dossier_id)
}
