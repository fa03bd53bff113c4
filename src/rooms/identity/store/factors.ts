import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import './tables.ts'

export interface TotpFactor {
  id: string
  sealed: Buffer
  lastStep: number | undefined
  confirmedAt: Date | undefined
}

export async function findTotp(tx: Tx, officerId: string): Promise<TotpFactor | undefined> {
  const row = await tx
    .selectFrom('second_factors')
    .selectAll()
    .where('officer_id', '=', officerId)
    .where('kind', '=', 'totp')
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.id,
    sealed: row.secret,
    lastStep: row.last_step ?? undefined,
    confirmedAt: row.confirmed_at ?? undefined,
  }
}

/** Keeps a secret not yet confirmed; when two pages are open at once, the first one's stays. */
export async function addTotp(tx: Tx, agencyId: number, factor: { officerId: string; sealed: Buffer }): Promise<void> {
  await tx
    .insertInto('second_factors')
    .values({
      agency_id: agencyId,
      id: newId(),
      officer_id: factor.officerId,
      kind: 'totp',
      secret: factor.sealed,
      last_step: null,
      confirmed_at: null,
      created_at: now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Marks the thirty seconds of a code as used. False when they were used before, here or in another process. */
export async function useStep(tx: Tx, factorId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('second_factors')
    .set((set) => ({ last_step: step, confirmed_at: set.fn.coalesce('confirmed_at', set.val(now())) }))
    .where('id', '=', factorId)
    .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Replaces the officer's recovery codes. */
export async function saveRecoveryCodes(
  tx: Tx,
  agencyId: number,
  { officerId, hashes }: { officerId: string; hashes: readonly Buffer[] },
): Promise<void> {
  await tx
    .deleteFrom('second_factors')
    .where('officer_id', '=', officerId)
    .where('kind', '=', 'recovery-code')
    .execute()
  const moment = now()
  const rows = hashes.map((secret) => ({
    agency_id: agencyId,
    id: newId(),
    officer_id: officerId,
    kind: 'recovery-code' as const,
    secret,
    last_step: null,
    confirmed_at: moment,
    created_at: moment,
  }))
  await tx.insertInto('second_factors').values(rows).execute()
}

/** A recovery code works once. */
export async function useRecoveryCode(tx: Tx, officerId: string, hash: Buffer): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('second_factors')
    .where('officer_id', '=', officerId)
    .where('kind', '=', 'recovery-code')
    .where('secret', '=', hash)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export interface Trial {
  failed: number
  lockedUntil: Date | undefined
}

/** The officer's wrong codes so far, under lock: two guesses at once count as two. */
export async function lockTrial(tx: Tx, officerId: string): Promise<Trial> {
  const row = await tx
    .selectFrom('officers')
    .select(['failed_factors', 'factors_locked_until'])
    .where('id', '=', officerId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return { failed: row.failed_factors, lockedUntil: row.factors_locked_until ?? undefined }
}

export async function saveTrial(tx: Tx, officerId: string, { failed, lockedUntil }: Trial): Promise<void> {
  await tx
    .updateTable('officers')
    .set({ failed_factors: failed, factors_locked_until: lockedUntil ?? null })
    .where('id', '=', officerId)
    .execute()
}
