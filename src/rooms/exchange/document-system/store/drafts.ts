import type { Selectable } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Draft, DraftState, Issued } from '../draft.ts'

interface DocumentDraftsTable {
  agency_id: number
  id: string
  dossier_id: string
  dossier_code: string
  key: string
  from_code: string
  to_code: string
  subject: string
  type_name: string
  file_name: string
  file_sha256: string
  drafted_by: string
  drafted_at: Date
  state: DraftState
  number: string | null
  notation: string | null
  issued_on: LocalDate | null
  signer: string | null
  signed_sha256: string | null
  reason: string | null
  settled_at: Date | null
  problem: string | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    document_drafts: DocumentDraftsTable
  }
}

function issuedIn(row: Selectable<DocumentDraftsTable>): Issued | undefined {
  const { number, issued_on: issuedOn, signed_sha256: sha256 } = row
  if (number === null || issuedOn === null || sha256 === null) return undefined
  return { number, issuedOn, sha256, notation: row.notation ?? undefined, signer: row.signer ?? undefined }
}

function draftOf(row: Selectable<DocumentDraftsTable>): Draft {
  return {
    agencyId: row.agency_id,
    id: row.id,
    dossierId: row.dossier_id,
    dossierCode: row.dossier_code,
    fromCode: row.from_code,
    toCode: row.to_code,
    subject: row.subject,
    typeName: row.type_name,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    draftedAt: row.drafted_at,
    state: row.state,
    issued: issuedIn(row),
    reason: row.reason ?? undefined,
    problem: row.problem ?? undefined,
  }
}

export type NewDraft = Omit<Draft, 'state' | 'issued' | 'reason' | 'problem'> & { key: string; draftedBy: string }

/** True when it is new: one draft for each key of a dossier. */
export async function insertDraft(tx: Tx, draft: NewDraft): Promise<boolean> {
  const made = await tx
    .insertInto('document_drafts')
    .values({
      ...{ agency_id: draft.agencyId, id: draft.id, dossier_id: draft.dossierId, dossier_code: draft.dossierCode },
      ...{ key: draft.key, from_code: draft.fromCode, to_code: draft.toCode, subject: draft.subject },
      ...{ type_name: draft.typeName, file_name: draft.fileName, file_sha256: draft.fileSha256 },
      ...{ drafted_by: draft.draftedBy, drafted_at: draft.draftedAt, state: 'out' },
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'dossier_id', 'key']).doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Its message: it leaves through the ledger, with all that goes with it. */
export async function insertDraftMessage(tx: Tx, draft: NewDraft, contractVersion: string): Promise<void> {
  await tx
    .insertInto('messages')
    .values({
      ...{ agency_id: draft.agencyId, direction: 'out', destination: 'document-system', service: 'duThao' },
      ...{ contract_version: contractVersion, key: draft.id, dossier_id: draft.dossierId, state: 'waiting' },
      ...{ due_at: draft.draftedAt, caused_at: draft.draftedAt },
    })
    .execute()
}

export async function findDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await tx.selectFrom('document_drafts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && draftOf(row)
}

export async function lockDraft(tx: Tx, id: string): Promise<Draft | undefined> {
  const row = await tx.selectFrom('document_drafts').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && draftOf(row)
}

/** The drafts of a dossier, oldest first. */
export async function listDrafts(tx: Tx, dossierId: string): Promise<Draft[]> {
  const of = tx.selectFrom('document_drafts').selectAll().where('dossier_id', '=', dossierId)
  return (await of.orderBy('drafted_at').execute()).map(draftOf)
}

/** What is still out, the longest first. */
export async function listOut(tx: Tx, limit: number): Promise<Draft[]> {
  const of = tx.selectFrom('document_drafts').selectAll().where('state', '=', 'out')
  return (await of.orderBy('drafted_at').limit(limit).execute()).map(draftOf)
}

export async function saveIssued(tx: Tx, id: string, { issued, at }: { issued: Issued; at: Date }): Promise<void> {
  await tx
    .updateTable('document_drafts')
    .set({
      ...{ state: 'issued', number: issued.number, notation: issued.notation ?? null, issued_on: issued.issuedOn },
      ...{ signer: issued.signer ?? null, signed_sha256: issued.sha256, settled_at: at, problem: null },
    })
    .where('id', '=', id)
    .execute()
}

export async function saveReturned(tx: Tx, id: string, { reason, at }: { reason: string; at: Date }): Promise<void> {
  await tx
    .updateTable('document_drafts')
    .set({ state: 'returned', reason, settled_at: at, problem: null })
    .where('id', '=', id)
    .execute()
}

export async function saveProblem(tx: Tx, id: string, problem: string): Promise<void> {
  await tx.updateTable('document_drafts').set({ problem }).where('id', '=', id).execute()
}
