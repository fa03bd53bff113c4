import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { StampPlace } from '#platform/pdf/pades/index.ts'
import type { PreparedRequest, SigningRequest, SigningState } from './signing-request.ts'

interface SigningRequestsTable {
  agency_id: number
  id: string
  purpose: string
  subject_id: string
  description: string
  user_id: string
  signer_name: string
  source_sha256: string
  place: StampPlace | null
  state: SigningState
  signing_at: Date | null
  certificates: string | null
  prepared_sha256: string | null
  attributes: Buffer | null
  digest: Buffer | null
  provider_request_id: string | null
  signed_sha256: string | null
  attempts: number
  last_error: string | null
  created_at: Date
  decided_at: Date | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    signing_requests: SigningRequestsTable
  }
}

function toRequest(row: Selectable<SigningRequestsTable>): SigningRequest {
  return {
    agencyId: row.agency_id,
    id: row.id,
    purpose: row.purpose,
    subjectId: row.subject_id,
    description: row.description,
    userId: row.user_id,
    signerName: row.signer_name,
    sourceSha256: row.source_sha256,
    place: row.place ?? undefined,
    state: row.state,
    prepared: toPrepared(row),
    providerRequestId: row.provider_request_id ?? undefined,
    signedSha256: row.signed_sha256 ?? undefined,
    attempts: row.attempts,
    lastError: row.last_error ?? undefined,
    createdAt: row.created_at,
  }
}

function toPrepared(row: Selectable<SigningRequestsTable>): PreparedRequest | undefined {
  const { signing_at: signingAt, certificates, prepared_sha256: preparedSha256, attributes, digest } = row
  if (!signingAt || !certificates || !preparedSha256 || !attributes || !digest) return undefined
  return { signingAt, certificates, preparedSha256, attributes, digest }
}

/** The request that waits for this thing, if there is one. */
export async function findWaiting(tx: Tx, purpose: string, subjectId: string): Promise<SigningRequest | undefined> {
  const row = await tx
    .selectFrom('signing_requests')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('subject_id', '=', subjectId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row && toRequest(row)
}

export async function findRequest(tx: Tx, id: string): Promise<SigningRequest | undefined> {
  const row = await tx.selectFrom('signing_requests').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRequest(row)
}

type NewRow = Pick<
  SigningRequest,
  'agencyId' | 'id' | 'purpose' | 'subjectId' | 'description' | 'userId' | 'signerName' | 'sourceSha256' | 'createdAt'
> & { place?: StampPlace | undefined }

export async function insertRequest(tx: Tx, request: NewRow): Promise<void> {
  await tx
    .insertInto('signing_requests')
    .values({
      agency_id: request.agencyId,
      id: request.id,
      purpose: request.purpose,
      subject_id: request.subjectId,
      description: request.description,
      user_id: request.userId,
      signer_name: request.signerName,
      source_sha256: request.sourceSha256,
      place: request.place ?? null,
      state: 'waiting',
      attempts: 0,
      created_at: request.createdAt,
    })
    .execute()
}

/** Keeps the first pass. False when another worker was quicker: its bytes are the ones that count. */
export async function savePrepared(tx: Tx, id: string, prepared: PreparedRequest): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('signing_requests')
    .set({
      signing_at: prepared.signingAt,
      certificates: prepared.certificates,
      prepared_sha256: prepared.preparedSha256,
      attributes: prepared.attributes,
      digest: prepared.digest,
    })
    .where('id', '=', id)
    .where('prepared_sha256', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function saveProviderId(tx: Tx, id: string, providerRequestId: string): Promise<void> {
  await tx
    .updateTable('signing_requests')
    .set({ provider_request_id: providerRequestId, attempts: 0, last_error: null })
    .where('id', '=', id)
    .execute()
}

export async function saveAttempt(tx: Tx, id: string, { attempts, error }: { attempts: number; error: string }) {
  await tx.updateTable('signing_requests').set({ attempts, last_error: error }).where('id', '=', id).execute()
}

export interface Decision {
  state: Exclude<SigningState, 'waiting'>
  at: Date
  signedSha256?: string
  error?: string
}

/** Ends a waiting request. False when it has ended already. */
export async function decide(tx: Tx, id: string, decision: Decision): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('signing_requests')
    .set({
      state: decision.state,
      decided_at: decision.at,
      signed_sha256: decision.signedSha256 ?? null,
      last_error: decision.error ?? null,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
