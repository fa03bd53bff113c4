import { type Generated, type JSONColumnType, type Selectable, sql } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { Answers, Documents } from '../definition.ts'
import type { Draft, Helped } from '../draft.ts'
import type { LastChange } from '../last-change.ts'

interface DraftsTable {
  agency_id: number
  id: string
  person_id: string
  procedure_code: string
  service_version: string
  language: Language
  answers: JSONColumnType<Answers>
  documents: JSONColumnType<Documents>
  revision: Generated<number>
  step_revisions: JSONColumnType<Record<string, number>>
  started_at: Date
  updated_at: Date
  submitted_as: string | null
  helped_at_unit_id: string | null
  helped_by_id: string | null
  identified_by: Helped['identified'] | null
  last_change: JSONColumnType<LastChange> | null
  resume_code: string | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    drafts: DraftsTable
  }
}

export interface Mine {
  agencyId: number
  personId: string
}

function toDraft(row: Selectable<DraftsTable>): Draft {
  return {
    id: row.id,
    personId: row.person_id,
    procedureCode: row.procedure_code,
    serviceVersion: row.service_version,
    language: row.language,
    answers: row.answers,
    documents: row.documents,
    revision: row.revision,
    stepRevisions: row.step_revisions,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    submittedAs: row.submitted_as ?? undefined,
    helped: helpedOf(row),
    lastChange: row.last_change ?? undefined,
    resumeCode: row.resume_code ?? undefined,
  }
}

function helpedOf(row: Selectable<DraftsTable>): Helped | undefined {
  const { helped_at_unit_id: unitId, helped_by_id: officerId, identified_by: identified } = row
  return unitId && officerId && identified ? { unitId, officerId, identified } : undefined
}

function helpColumns({ helped }: Draft) {
  return {
    helped_at_unit_id: helped?.unitId ?? null,
    helped_by_id: helped?.officerId ?? null,
    identified_by: helped?.identified ?? null,
  }
}

function mine(tx: Tx, { agencyId, personId }: Mine) {
  return tx.selectFrom('drafts').selectAll().where('agency_id', '=', agencyId).where('person_id', '=', personId)
}

/** Somebody else's draft does not exist. */
export async function getDraft(tx: Tx, person: Mine, id: string): Promise<Draft> {
  const row = await mine(tx, person).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return toDraft(row)
}

export async function lockDraft(tx: Tx, person: Mine, id: string): Promise<Draft> {
  const row = await mine(tx, person).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return toDraft(row)
}

export async function findOpenDraft(tx: Tx, person: Mine, procedureCode: string): Promise<Draft | undefined> {
  const row = await mine(tx, person)
    .where('procedure_code', '=', procedureCode)
    .where('submitted_as', 'is', null)
    .executeTakeFirst()
  return row && toDraft(row)
}

export async function listOpenDrafts(tx: Tx, person: Mine): Promise<Draft[]> {
  const rows = await mine(tx, person).where('submitted_as', 'is', null).orderBy('updated_at', 'desc').execute()
  return rows.map(toDraft)
}

/** Adds the draft unless an open one of this procedure is there already (two clicks, two windows). */
export async function insertDraft(tx: Tx, { agencyId }: Mine, draft: Draft): Promise<void> {
  await tx
    .insertInto('drafts')
    .values({
      agency_id: agencyId,
      id: draft.id,
      person_id: draft.personId,
      procedure_code: draft.procedureCode,
      service_version: draft.serviceVersion,
      language: draft.language,
      answers: JSON.stringify(draft.answers),
      documents: JSON.stringify(draft.documents),
      step_revisions: JSON.stringify(draft.stepRevisions),
      started_at: draft.startedAt,
      updated_at: draft.updatedAt,
      submitted_as: null,
      resume_code: draft.resumeCode ?? null,
      ...helpColumns(draft),
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'person_id', 'procedure_code']).where('submitted_as', 'is', null).doNothing(),
    )
    .execute()
}

export async function updateDraft(tx: Tx, { agencyId }: Mine, draft: Draft): Promise<void> {
  await tx
    .updateTable('drafts')
    .set({
      answers: JSON.stringify(draft.answers),
      documents: JSON.stringify(draft.documents),
      revision: draft.revision,
      step_revisions: JSON.stringify(draft.stepRevisions),
      updated_at: draft.updatedAt,
      submitted_as: draft.submittedAs ?? null,
      last_change: draft.lastChange ? JSON.stringify(draft.lastChange) : null,
      resume_code: draft.resumeCode ?? null,
      ...helpColumns(draft),
    })
    .where('agency_id', '=', agencyId)
    .where('id', '=', draft.id)
    .execute()
}

/** The open draft of a code, whoever’s it is: for a desk, which then makes sure who stands there. */
export async function findByResumeCode(tx: Tx, agencyId: number, code: string): Promise<Draft | undefined> {
  const drafts = tx.selectFrom('drafts').selectAll().where('agency_id', '=', agencyId)
  const row = await drafts.where('resume_code', '=', code).where('submitted_as', 'is', null).executeTakeFirst()
  return row && toDraft(row)
}

export async function deleteDraft(tx: Tx, { agencyId }: Mine, id: string): Promise<void> {
  await tx.deleteFrom('drafts').where('agency_id', '=', agencyId).where('id', '=', id).execute()
}

/** Desks that may see a draft: those the officer serves. */
export interface Desks {
  agencyId: number
  unitIds: readonly string[]
}

function atDesks(tx: Tx, { agencyId, unitIds }: Desks) {
  const drafts = tx.selectFrom('drafts').selectAll().where('agency_id', '=', agencyId)
  return drafts.where(sql<boolean>`helped_at_unit_id = any(${[...unitIds]}::uuid[])`)
}

/** A draft that one of these desks helps with; to every other desk it does not exist. */
export async function getHelpedDraft(tx: Tx, desks: Desks, id: string): Promise<Draft> {
  const row = await atDesks(tx, desks).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('forms.no-such-draft')
  return toDraft(row)
}

export async function lockHelpedDraft(tx: Tx, desks: Desks, id: string): Promise<Draft> {
  const row = await atDesks(tx, desks).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound('forms.no-such-draft')
  return toDraft(row)
}

/** What is being filled in at these desks, newest change first. */
export async function listHelpedDrafts(tx: Tx, desks: Desks, limit: number): Promise<Draft[]> {
  const open = atDesks(tx, desks).where('submitted_as', 'is', null)
  return (await open.orderBy('updated_at', 'desc').limit(limit).execute()).map(toDraft)
}
