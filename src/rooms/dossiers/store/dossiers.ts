import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import type { DossierCode } from '#kernel/dossier-code.ts'
import { toInstant, toLocal } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Dossier, HelpGiven, StepReport } from '../dossier.ts'
import type { DossiersTable } from './tables.ts'

export function dossierOf(row: Selectable<DossiersTable>): Dossier {
  return {
    agencyId: row.agency_id,
    id: row.id,
    temporaryCode: row.temporary_code,
    code: row.code ?? undefined,
    nationalCode: row.national_code ?? undefined,
    procedureCode: row.procedure_code,
    serviceVersion: row.service_version,
    procedureName: row.procedure_name,
    caseCode: row.case_code,
    timeLimit: row.time_limit,
    channel: row.channel,
    language: row.language,
    resultChannel: row.result_channel,
    status: row.status,
    submittedAt: row.submitted_at,
    receivedAt: row.received_at ?? undefined,
    clockFrom: row.clock_from ?? undefined,
    originalDueAt: row.original_due_at ? toLocal(row.original_due_at) : undefined,
    dueAt: row.due_at ? toLocal(row.due_at) : undefined,
    processingAt: row.processing_at ?? undefined,
    resultReadyAt: row.result_ready_at ?? undefined,
    returnedAt: row.returned_at ?? undefined,
    receivingUnitId: row.receiving_unit_id,
    competentUnitId: row.competent_unit_id,
    personId: row.person_id ?? undefined,
    helped: helpOf(row),
    applicant: row.applicant,
    owner: row.owner,
    representative: row.representative ?? undefined,
    answers: row.answers,
    documents: row.documents,
    formContext: row.form_context,
    step: stepOf(row),
    afterSupplement: row.after_supplement,
    log: { seq: row.log_seq, hash: row.log_hash },
  }
}

function helpOf({
  helped_at_unit_id: unitId,
  helped_by_id: officerId,
}: Selectable<DossiersTable>): HelpGiven | undefined {
  return unitId && officerId ? { unitId, officerId } : undefined
}

function stepOf(row: Selectable<DossiersTable>): StepReport | undefined {
  if (row.step_id === null || row.step_name === null) return undefined
  return {
    id: row.step_id,
    name: row.step_name,
    unitId: row.step_unit_id ?? undefined,
    officerId: row.step_officer_id ?? undefined,
    officerName: row.step_officer_name ?? undefined,
  }
}

function json<T>(value: T): T extends undefined ? null : string {
  return (value === undefined ? null : JSON.stringify(value)) as T extends undefined ? null : string
}

/** Adds the dossier unless its temporary code is taken: false then, and the caller draws another. */
export async function insertDossier(tx: Tx, dossier: Dossier): Promise<boolean> {
  const row: Insertable<DossiersTable> = {
    agency_id: dossier.agencyId,
    id: dossier.id,
    temporary_code: dossier.temporaryCode,
    code: dossier.code ?? null,
    procedure_code: dossier.procedureCode,
    service_version: dossier.serviceVersion,
    procedure_name: json(dossier.procedureName),
    case_code: dossier.caseCode,
    time_limit: dossier.timeLimit,
    channel: dossier.channel,
    language: dossier.language,
    result_channel: dossier.resultChannel,
    submitted_at: dossier.submittedAt,
    person_id: dossier.personId ?? null,
    applicant: json(dossier.applicant),
    owner: json(dossier.owner),
    representative: json(dossier.representative),
    answers: json(dossier.answers),
    documents: json(dossier.documents),
    form_context: json(dossier.formContext),
    after_supplement: dossier.afterSupplement,
    origin: dossier.nationalCode === undefined ? 'own' : 'national-portal',
    national_code: dossier.nationalCode ?? null,
    helped_at_unit_id: dossier.helped?.unitId ?? null,
    helped_by_id: dossier.helped?.officerId ?? null,
    ...movingPart(dossier),
  }
  const inserted = await tx
    .insertInto('dossiers')
    .values(row)
    .onConflict((conflict) => conflict.columns(['agency_id', 'temporary_code']).doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What changes in the life of a dossier. */
function movingPart(dossier: Dossier) {
  if (dossier.status === 'draft') throw new Error('a draft is no dossier')
  const { step } = dossier
  return {
    status: dossier.status,
    received_at: dossier.receivedAt ?? null,
    clock_from: dossier.clockFrom ?? null,
    original_due_at: dossier.originalDueAt ? toInstant(dossier.originalDueAt) : null,
    due_at: dossier.dueAt ? toInstant(dossier.dueAt) : null,
    processing_at: dossier.processingAt ?? null,
    result_ready_at: dossier.resultReadyAt ?? null,
    returned_at: dossier.returnedAt ?? null,
    receiving_unit_id: dossier.receivingUnitId,
    competent_unit_id: dossier.competentUnitId,
    step_id: step?.id ?? null,
    step_name: json(step?.name),
    step_unit_id: step?.unitId ?? null,
    step_officer_id: step?.officerId ?? null,
    step_officer_name: step?.officerName ?? null,
    log_seq: dossier.log.seq,
    log_hash: dossier.log.hash,
  }
}

/** Saves what changed. False when the log has moved on since `before` was read: an old dossier was passed on. */
export async function updateDossier(tx: Tx, after: Dossier, before: Dossier): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('dossiers')
    .set({ code: after.code ?? null, ...movingPart(after) })
    .where('agency_id', '=', after.agencyId)
    .where('id', '=', after.id)
    .where('log_seq', '=', before.log.seq)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function byRef(tx: Tx, agencyId: number, ref: string) {
  const here = tx.selectFrom('dossiers').selectAll().where('agency_id', '=', agencyId)
  if (ref.startsWith('TN-')) return here.where('temporary_code', '=', ref)
  return here.where((row) => row.or([row('code', '=', ref as DossierCode), row('national_code', '=', ref)]))
}

/** By code or temporary code, whoever asks: the caller decides who may see it. */
export async function findDossier(tx: Tx, agencyId: number, ref: string): Promise<Dossier | undefined> {
  const row = await byRef(tx, agencyId, ref).executeTakeFirst()
  return row && dossierOf(row)
}

/** The dossiers a file belongs to. */
/** The latest dossier this person filed for a procedure: its answers may be used again. */
export async function findLatestFiled(
  tx: Tx,
  { agencyId, personId }: { agencyId: number; personId: string },
  procedureCode: string,
): Promise<Dossier | undefined> {
  const row = await tx
    .selectFrom('dossiers')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('person_id', '=', personId)
    .where('procedure_code', '=', procedureCode)
    .orderBy('submitted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && dossierOf(row)
}

export async function listWith(tx: Tx, agencyId: number, documentId: string): Promise<Dossier[]> {
  const rows = await tx
    .selectFrom('dossiers')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', 'in', (from) =>
      from
        .selectFrom('dossier_documents')
        .select('dossier_id')
        .where('agency_id', '=', agencyId)
        .where('document_id', '=', documentId),
    )
    .execute()
  return rows.map(dossierOf)
}

export async function lockDossierRow(tx: Tx, agencyId: number, ref: string): Promise<Dossier | undefined> {
  const row = await byRef(tx, agencyId, ref).forUpdate().executeTakeFirst()
  return row && dossierOf(row)
}

export async function lockDossierById(tx: Tx, agencyId: number, id: string): Promise<Dossier | undefined> {
  const row = await tx
    .selectFrom('dossiers')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && dossierOf(row)
}

export async function findDossierById(tx: Tx, agencyId: number, id: string): Promise<Dossier | undefined> {
  const query = tx.selectFrom('dossiers').selectAll().where('agency_id', '=', agencyId).where('id', '=', id)
  const row = await query.executeTakeFirst()
  return row && dossierOf(row)
}

/** Takes the key for this dossier; when it is taken, the dossier that has it. A concurrent taker is waited for. */
export async function takeKey(
  tx: Tx,
  agencyId: number,
  taken: { key: string; dossierId: string; at: Date },
): Promise<string> {
  const inserted = await tx
    .insertInto('idempotency_keys')
    .values({ agency_id: agencyId, key: taken.key, dossier_id: taken.dossierId, created_at: taken.at })
    .onConflict((conflict) => conflict.columns(['agency_id', 'key']).doNothing())
    .executeTakeFirst()
  if ((inserted.numInsertedOrUpdatedRows ?? 0n) > 0n) return taken.dossierId
  const row = await tx
    .selectFrom('idempotency_keys')
    .select('dossier_id')
    .where('agency_id', '=', agencyId)
    .where('key', '=', taken.key)
    .executeTakeFirstOrThrow()
  return row.dossier_id
}

/** The next number of the day at a unit. Its row stays locked until the transaction ends, so that none is ever lost. R-068 */
export async function takeNumber(tx: Tx, agencyId: number, of: { unitId: string; on: string }): Promise<number> {
  const { rows } = await sql<{ last_number: number }>`
    insert into code_counters as counter (agency_id, unit_id, counted_on, last_number)
    values (${agencyId}, ${of.unitId}, ${of.on}, 1)
    on conflict (agency_id, unit_id, counted_on) do update set last_number = counter.last_number + 1
    returning last_number`.execute(tx)
  if (!rows[0]) throw new Error('the counter of codes gave no number')
  return rows[0].last_number
}

export async function linkDocuments(
  tx: Tx,
  dossier: Pick<Dossier, 'agencyId' | 'id'>,
  links: readonly { documentId: string; question?: string; supplementNumber?: number; at: Date }[],
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('dossier_documents')
    .values(
      links.map((link) => ({
        agency_id: dossier.agencyId,
        dossier_id: dossier.id,
        document_id: link.documentId,
        question: link.question ?? null,
        supplement_number: link.supplementNumber ?? null,
        added_at: link.at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['agency_id', 'dossier_id', 'document_id']).doNothing())
    .execute()
}

export interface DocumentLink {
  documentId: string
  question: string | undefined
  supplementNumber: number | undefined
}

export async function listLinks(tx: Tx, dossier: Pick<Dossier, 'agencyId' | 'id'>): Promise<DocumentLink[]> {
  const rows = await tx
    .selectFrom('dossier_documents')
    .select(['document_id', 'question', 'supplement_number'])
    .where('agency_id', '=', dossier.agencyId)
    .where('dossier_id', '=', dossier.id)
    .orderBy('added_at')
    .orderBy('document_id')
    .execute()
  return rows.map((row) => ({
    documentId: row.document_id,
    question: row.question ?? undefined,
    supplementNumber: row.supplement_number ?? undefined,
  }))
}
