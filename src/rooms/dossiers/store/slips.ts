import type { Selectable } from 'kysely'
import { toInstant, toLocal } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Dossier } from '../dossier.ts'
import type { Receipt, RecordedPause, Refusal, Supplement, SupplementRequest, Withdrawal } from '../slips.ts'
import type { PausesTable, ReceiptsTable, RefusalsTable, SupplementRequestsTable } from './tables.ts'

type Of = Pick<Dossier, 'agencyId' | 'id'>

function receiptOf(row: Selectable<ReceiptsTable>): Receipt {
  return {
    dossierId: row.dossier_id,
    code: row.code,
    number: row.number,
    unitId: row.unit_id,
    officerId: row.officer_id,
    officerName: row.officer_name,
    receivedAt: row.received_at,
    dueAt: row.due_at ? toLocal(row.due_at) : undefined,
    documents: row.documents,
  }
}

export async function insertReceipt(tx: Tx, agencyId: number, receipt: Receipt): Promise<void> {
  await tx
    .insertInto('receipts')
    .values({
      agency_id: agencyId,
      dossier_id: receipt.dossierId,
      code: receipt.code,
      number: receipt.number,
      unit_id: receipt.unitId,
      officer_id: receipt.officerId,
      officer_name: receipt.officerName,
      received_at: receipt.receivedAt,
      due_at: receipt.dueAt ? toInstant(receipt.dueAt) : null,
      documents: JSON.stringify(receipt.documents),
    })
    .execute()
}

export async function findReceipt(tx: Tx, of: Of): Promise<Receipt | undefined> {
  const row = await tx
    .selectFrom('receipts')
    .selectAll()
    .where('agency_id', '=', of.agencyId)
    .where('dossier_id', '=', of.id)
    .executeTakeFirst()
  return row && receiptOf(row)
}

export async function insertRefusal(tx: Tx, agencyId: number, refusal: Refusal): Promise<void> {
  await tx
    .insertInto('refusals')
    .values({
      agency_id: agencyId,
      dossier_id: refusal.dossierId,
      unit_id: refusal.unitId,
      officer_id: refusal.officerId,
      officer_name: refusal.officerName,
      refused_at: refusal.refusedAt,
      reason: refusal.reason,
      basis: refusal.basis,
      advice: refusal.advice ?? null,
      returned: JSON.stringify(refusal.returned),
    })
    .execute()
}

function refusalOf(row: Selectable<RefusalsTable>): Refusal {
  return {
    dossierId: row.dossier_id,
    unitId: row.unit_id,
    officerId: row.officer_id,
    officerName: row.officer_name,
    refusedAt: row.refused_at,
    reason: row.reason,
    basis: row.basis,
    advice: row.advice ?? undefined,
    returned: row.returned,
  }
}

export async function findRefusal(tx: Tx, of: Of): Promise<Refusal | undefined> {
  const row = await tx
    .selectFrom('refusals')
    .selectAll()
    .where('agency_id', '=', of.agencyId)
    .where('dossier_id', '=', of.id)
    .executeTakeFirst()
  return row && refusalOf(row)
}

export async function insertWithdrawal(
  tx: Tx,
  agencyId: number,
  { personId, ...withdrawal }: Withdrawal & { personId: string },
): Promise<void> {
  await tx
    .insertInto('withdrawals')
    .values({
      agency_id: agencyId,
      dossier_id: withdrawal.dossierId,
      person_id: personId,
      withdrawn_at: withdrawal.withdrawnAt,
      reason: withdrawal.reason ?? null,
    })
    .execute()
}

export async function findWithdrawal(tx: Tx, of: Of): Promise<Withdrawal | undefined> {
  const row = await tx
    .selectFrom('withdrawals')
    .selectAll()
    .where('agency_id', '=', of.agencyId)
    .where('dossier_id', '=', of.id)
    .executeTakeFirst()
  return row && { dossierId: row.dossier_id, withdrawnAt: row.withdrawn_at, reason: row.reason ?? undefined }
}

export async function insertSupplementRequest(tx: Tx, agencyId: number, request: SupplementRequest): Promise<void> {
  await tx
    .insertInto('supplement_requests')
    .values({
      agency_id: agencyId,
      dossier_id: request.dossierId,
      number: request.number,
      unit_id: request.unitId,
      officer_id: request.officerId,
      officer_name: request.officerName,
      requested_at: request.requestedAt,
      supply_by: request.supplyBy ?? null,
      items: JSON.stringify(request.items),
      at_intake: request.atIntake,
      approved_by: request.approval?.officerId ?? null,
      approval_reason: request.approval?.reason ?? null,
    })
    .execute()
}

export async function insertSupplement(tx: Tx, agencyId: number, supplement: Supplement): Promise<void> {
  await tx
    .insertInto('supplements')
    .values({
      agency_id: agencyId,
      dossier_id: supplement.dossierId,
      number: supplement.number,
      supplied_at: supplement.suppliedAt,
      items: JSON.stringify(supplement.items),
    })
    .execute()
}

export async function listSupplements(tx: Tx, of: Of): Promise<Supplement[]> {
  const rows = await tx
    .selectFrom('supplements')
    .selectAll()
    .where('agency_id', '=', of.agencyId)
    .where('dossier_id', '=', of.id)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    number: row.number,
    suppliedAt: row.supplied_at,
    items: row.items,
  }))
}

/** In the order in which they were made; each knows when it was answered. */
export async function listSupplementRequests(tx: Tx, of: Of): Promise<SupplementRequest[]> {
  const rows = await tx
    .selectFrom('supplement_requests as request')
    .leftJoin('supplements as answer', (join) =>
      join
        .onRef('answer.agency_id', '=', 'request.agency_id')
        .onRef('answer.dossier_id', '=', 'request.dossier_id')
        .onRef('answer.number', '=', 'request.number'),
    )
    .selectAll('request')
    .select('answer.supplied_at')
    .where('request.agency_id', '=', of.agencyId)
    .where('request.dossier_id', '=', of.id)
    .orderBy('request.number')
    .execute()
  return rows.map(supplementRequestOf)
}

function supplementRequestOf(
  row: Selectable<SupplementRequestsTable> & { supplied_at: Date | null },
): SupplementRequest {
  const { approved_by: officerId, approval_reason: reason } = row
  return {
    dossierId: row.dossier_id,
    number: row.number,
    unitId: row.unit_id,
    officerId: row.officer_id,
    officerName: row.officer_name,
    requestedAt: row.requested_at,
    supplyBy: row.supply_by ?? undefined,
    items: row.items,
    atIntake: row.at_intake,
    approval: officerId !== null && reason !== null ? { officerId, reason } : undefined,
    suppliedAt: row.supplied_at ?? undefined,
  }
}

function pauseOf(row: Selectable<PausesTable>): RecordedPause {
  return { id: row.id, reason: row.reason, from: row.paused_at, to: row.resumed_at ?? undefined }
}

export async function insertPause(tx: Tx, of: Of, pause: RecordedPause): Promise<void> {
  await tx
    .insertInto('pauses')
    .values({
      agency_id: of.agencyId,
      id: pause.id,
      dossier_id: of.id,
      reason: pause.reason,
      paused_at: pause.from,
      resumed_at: pause.to ?? null,
    })
    .execute()
}

export async function endPause(tx: Tx, of: Of, ended: { id: string; at: Date }): Promise<void> {
  await tx
    .updateTable('pauses')
    .set({ resumed_at: ended.at })
    .where('agency_id', '=', of.agencyId)
    .where('id', '=', ended.id)
    .execute()
}

export async function listPauses(tx: Tx, of: Of): Promise<RecordedPause[]> {
  const rows = await tx
    .selectFrom('pauses')
    .selectAll()
    .where('agency_id', '=', of.agencyId)
    .where('dossier_id', '=', of.id)
    .orderBy('paused_at')
    .execute()
  return rows.map(pauseOf)
}
