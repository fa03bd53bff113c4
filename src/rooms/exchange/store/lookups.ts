import type { JSONColumnType } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { LogActor } from '#rooms/dossiers/index.ts'
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
}

declare module '#platform/db/index.ts' {
  interface Tables {
    lookups: LookupsTable
  }
}

/** One question and what came of it. */
export interface Lookup {
  id: string
  registry: RegistryName
  component: string | undefined
  basis: string
  at: Date
  outcome: Finding['outcome']
  evidence: Evidence | undefined
  problem: string | undefined
}

export async function insertLookup(
  tx: Tx,
  lookup: {
    agencyId: number
    id: string
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
      id: lookup.id,
      registry: lookup.registry,
      operation: lookup.operation,
      request_id: lookup.id,
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
    })
    .execute()
}

/** The newest question for each component of a dossier. */
export async function listLookups(tx: Tx, dossierId: string): Promise<Lookup[]> {
  const rows = await tx
    .selectFrom('lookups')
    .distinctOn('component')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .orderBy('component')
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    registry: row.registry,
    component: row.component ?? undefined,
    basis: row.basis,
    at: row.at,
    outcome: row.outcome,
    evidence: row.evidence ?? undefined,
    problem: row.problem ?? undefined,
  }))
}
