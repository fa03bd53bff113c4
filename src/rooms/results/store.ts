import { type Selectable, sql, type Updateable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Outcome, Result, ResultPaper, ResultState, ReturnMethod } from './result.ts'

interface ResultsTable {
  agency_id: number
  id: string
  dossier_id: string
  dossier_code: string
  procedure_code: string
  unit_id: string
  person_id: string | null
  item_id: string
  outcome: Outcome
  year: number
  seq: number
  number: string
  title: string
  document: ResultPaper
  fields: Record<string, string>
  signer_user_id: string
  signer_name: string
  signer_position: string
  issuer: string
  verify_token: string
  state: ResultState
  prepared_at: Date
  signing_request_id: string | null
  unsigned_sha256: string | null
  file_sha256: string | null
  issued_at: Date | null
  returned_at: Date | null
  returned_to: string | null
  return_method: ReturnMethod | null
  last_problem: string | null
}

interface ResultNumbersTable {
  agency_id: number
  unit_id: string
  year: number
  last: number
}

declare module '#platform/db/index.ts' {
  interface Tables {
    results: ResultsTable
    result_numbers: ResultNumbersTable
  }
}

function toResult(row: Selectable<ResultsTable>): Result {
  return {
    agencyId: row.agency_id,
    id: row.id,
    dossierId: row.dossier_id,
    dossierCode: row.dossier_code,
    procedureCode: row.procedure_code,
    unitId: row.unit_id,
    personId: row.person_id ?? undefined,
    itemId: row.item_id,
    outcome: row.outcome,
    number: row.number,
    title: row.title,
    document: row.document,
    signerUserId: row.signer_user_id,
    signerName: row.signer_name,
    signerPosition: row.signer_position,
    issuer: row.issuer,
    verifyToken: row.verify_token,
    state: row.state,
    unsignedSha256: row.unsigned_sha256 ?? undefined,
    fileSha256: row.file_sha256 ?? undefined,
    issuedAt: row.issued_at ?? undefined,
    returnedAt: row.returned_at ?? undefined,
    returnedTo: row.returned_to ?? undefined,
    returnMethod: row.return_method ?? undefined,
    lastProblem: row.last_problem ?? undefined,
  }
}

export async function findResult(tx: Tx, id: string): Promise<Result | undefined> {
  const row = await tx.selectFrom('results').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toResult(row)
}

export async function findByToken(tx: Tx, token: string): Promise<Result | undefined> {
  const row = await tx.selectFrom('results').selectAll().where('verify_token', '=', token).executeTakeFirst()
  return row && toResult(row)
}

/** The result whose signed file has exactly these bytes. */
export async function findByFile(tx: Tx, sha256: string): Promise<Result | undefined> {
  const row = await tx.selectFrom('results').selectAll().where('file_sha256', '=', sha256).executeTakeFirst()
  return row && toResult(row)
}

/** Holds the dossier's result against others until the transaction ends. */
export async function lockResultOfDossier(tx: Tx, dossierId: string): Promise<Result | undefined> {
  const row = await tx
    .selectFrom('results')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .forUpdate()
    .executeTakeFirst()
  return row && toResult(row)
}

/** The next number of the unit in the year. Without gaps: it is given back when the transaction is rolled back. */
export async function takeNumber(
  tx: Tx,
  { agencyId, unitId, year }: { agencyId: number; unitId: string; year: number },
) {
  const { last } = await tx
    .insertInto('result_numbers')
    .values({ agency_id: agencyId, unit_id: unitId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'unit_id', 'year']).doUpdateSet({ last: sql`result_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export interface PreparedResult {
  agencyId: number
  id: string
  dossierId: string
  dossierCode: string
  procedureCode: string
  unitId: string
  personId: string | undefined
  itemId: string
  outcome: Outcome
  year: number
  seq: number
  document: ResultPaper
  fields: Record<string, string>
  signer: { userId: string; name: string }
  verifyToken: string
  preparedAt: Date
}

export async function insertResult(tx: Tx, prepared: PreparedResult): Promise<void> {
  await tx
    .insertInto('results')
    .values({
      agency_id: prepared.agencyId,
      id: prepared.id,
      dossier_id: prepared.dossierId,
      dossier_code: prepared.dossierCode,
      procedure_code: prepared.procedureCode,
      unit_id: prepared.unitId,
      person_id: prepared.personId ?? null,
      year: prepared.year,
      seq: prepared.seq,
      verify_token: prepared.verifyToken,
      ...written(prepared),
    })
    .execute()
}

/** Written again after it was not signed: same number and token, other words and signer. */
export async function rewriteResult(tx: Tx, prepared: PreparedResult): Promise<void> {
  const anew = { ...written(prepared), signing_request_id: null, unsigned_sha256: null, last_problem: null }
  await tx.updateTable('results').set(anew).where('id', '=', prepared.id).execute()
}

function written({ itemId, outcome, document, fields, signer, preparedAt }: PreparedResult) {
  return {
    item_id: itemId,
    outcome,
    number: document.number,
    title: document.title,
    document,
    fields,
    signer_user_id: signer.userId,
    signer_name: signer.name,
    signer_position: document.signerPosition,
    issuer: document.unit,
    prepared_at: preparedAt,
    state: 'preparing' as const,
  }
}

/** Where the number and the token of a result that is written again come from. */
export async function getSequence(tx: Tx, id: string): Promise<{ year: number; seq: number }> {
  return tx.selectFrom('results').select(['year', 'seq']).where('id', '=', id).executeTakeFirstOrThrow()
}

export async function markSigning(
  tx: Tx,
  id: string,
  said: { unsignedSha256: string; requestId: string },
): Promise<void> {
  await tx
    .updateTable('results')
    .set({ state: 'signing', unsigned_sha256: said.unsignedSha256, signing_request_id: said.requestId })
    .where('id', '=', id)
    .where('state', '=', 'preparing')
    .execute()
}

/** What is told of which signing request. */
interface Told {
  id: string
  requestId: string
}

/** False when it was issued already, or another request counts. */
export async function markIssued(tx: Tx, told: Told, said: { fileSha256: string; at: Date }): Promise<boolean> {
  return endSigning(tx, told, { state: 'issued', file_sha256: said.fileSha256, issued_at: said.at })
}

export async function markFailed(tx: Tx, told: Told, problem: string): Promise<boolean> {
  return endSigning(tx, told, { state: 'failed', last_problem: problem })
}

async function endSigning(tx: Tx, { id, requestId }: Told, to: Updateable<ResultsTable>): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('results')
    .set(to)
    .where('id', '=', id)
    .where('state', '=', 'signing')
    .where('signing_request_id', '=', requestId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function markReturned(
  tx: Tx,
  id: string,
  said: { at: Date; to: string; method: ReturnMethod },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('results')
    .set({ state: 'returned', returned_at: said.at, returned_to: said.to, return_method: said.method })
    .where('id', '=', id)
    .where('state', '=', 'issued')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
