import type { ColumnType, Selectable } from 'kysely'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'

/** What waits for the address to be proven: a question as it was typed. */
export interface ProofPayload {
  language: Language
  body: string
  procedureCode: string | null
  name: string
  trapped: boolean
}

interface EmailProofsTable {
  agency_id: number
  id: string
  email: string
  email_key: string
  visit_key: string
  tries: number
  payload: ColumnType<ProofPayload | null, string | null, null>
  sent_at: Date
  expires_at: Date
}

declare module '#platform/db/index.ts' {
  interface Tables {
    email_proofs: EmailProofsTable
  }
}

export interface Proof {
  id: string
  agencyId: number
  email: string
  emailKey: string
  tries: number
  /** Undefined once it has been used. */
  payload: ProofPayload | undefined
  expiresAt: Date
}

export async function insertProof(
  tx: Tx,
  proof: Omit<Proof, 'tries'> & { visitKey: string; sentAt: Date },
): Promise<void> {
  await tx
    .insertInto('email_proofs')
    .values({
      agency_id: proof.agencyId,
      id: proof.id,
      email: proof.email,
      email_key: proof.emailKey,
      visit_key: proof.visitKey,
      tries: 0,
      payload: proof.payload ? JSON.stringify(proof.payload) : null,
      sent_at: proof.sentAt,
      expires_at: proof.expiresAt,
    })
    .execute()
}

function proofOf(row: Selectable<Tables['email_proofs']>): Proof {
  return {
    id: row.id,
    agencyId: row.agency_id,
    email: row.email,
    emailKey: row.email_key,
    tries: row.tries,
    payload: row.payload ?? undefined,
    expiresAt: row.expires_at,
  }
}

export async function findProof(tx: Tx, id: string): Promise<Proof | undefined> {
  const row = await tx.selectFrom('email_proofs').selectAll().where('id', '=', id).executeTakeFirst()
  return row && proofOf(row)
}

export async function lockProof(tx: Tx, id: string): Promise<Proof | undefined> {
  const row = await tx.selectFrom('email_proofs').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && proofOf(row)
}

export async function noteTry(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('email_proofs')
    .set((of) => ({ tries: of('tries', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** It opens nothing any more, and what was typed is not kept twice. */
export async function useUp(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('email_proofs').set({ payload: null }).where('id', '=', id).execute()
}

/** Codes sent since a moment, to an address or for a visit: the more of the two. */
export async function countSentCodes(
  tx: Tx,
  { emailKey, visitKey, since }: { emailKey: string; visitKey: string; since: Date },
): Promise<{ toEmail: number; forVisit: number }> {
  return tx
    .selectFrom('email_proofs')
    .select((of) => [
      of.fn.countAll<number>().filterWhere('email_key', '=', emailKey).as('toEmail'),
      of.fn.countAll<number>().filterWhere('visit_key', '=', visitKey).as('forVisit'),
    ])
    .where((of) => of.or([of('email_key', '=', emailKey), of('visit_key', '=', visitKey)]))
    .where('sent_at', '>', since)
    .executeTakeFirstOrThrow()
}

/** What nobody confirmed goes, with all that was typed. */
export async function sweepProofs(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('email_proofs').where('expires_at', '<', before).execute()
}
