import type { Tx } from '#platform/db/index.ts'
import type { ProcessState } from '../workflow.ts'
import './tables.ts'

export interface RunningProcess {
  procedureCode: string
  serviceVersion: string
  state: ProcessState
}

/** The process of a dossier, locked. The dossier's own lock is taken first, always. */
export async function lockProcess(tx: Tx, dossierId: string): Promise<RunningProcess | undefined> {
  const row = await tx
    .selectFrom('processes')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .forUpdate()
    .executeTakeFirst()
  return row && { procedureCode: row.procedure_code, serviceVersion: row.service_version, state: row.state }
}

export async function findProcess(tx: Tx, dossierId: string): Promise<RunningProcess | undefined> {
  const row = await tx.selectFrom('processes').selectAll().where('dossier_id', '=', dossierId).executeTakeFirst()
  return row && { procedureCode: row.procedure_code, serviceVersion: row.service_version, state: row.state }
}

interface NewProcess {
  agencyId: number
  dossierId: string
  procedureCode: string
  serviceVersion: string
  startedAt: Date
}

export async function insertProcess(tx: Tx, process: NewProcess): Promise<void> {
  await tx
    .insertInto('processes')
    .values({
      agency_id: process.agencyId,
      dossier_id: process.dossierId,
      procedure_code: process.procedureCode,
      service_version: process.serviceVersion,
      state: JSON.stringify({ tokens: [] }),
      started_at: process.startedAt,
      finished_at: null,
    })
    .execute()
}

export async function saveState(
  tx: Tx,
  dossierId: string,
  said: { state: ProcessState; finishedAt: Date | null },
): Promise<void> {
  await tx
    .updateTable('processes')
    .set({ state: JSON.stringify(said.state), finished_at: said.finishedAt })
    .where('dossier_id', '=', dossierId)
    .execute()
}
