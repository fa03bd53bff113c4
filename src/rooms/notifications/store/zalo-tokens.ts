import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { openSecret, sealSecret } from '#platform/sealing/index.ts'
import type { ChainBreak, ZaloTokensTable } from './tables.ts'

export interface AccessToken {
  token: string
  from: Date
  until: Date
}

export interface ZaloTokens {
  refresh: string
  access: AccessToken | undefined
  authorisedAt: Date
  doubtfulSince: Date | undefined
  brokenAt: Date | undefined
  brokenBecause: ChainBreak | undefined
}

const boundTo = (agencyId: number) => ({ purpose: 'zalo tokens', owner: String(agencyId) })

function tokensOf(row: Selectable<ZaloTokensTable>): ZaloTokens {
  const { access_sealed: sealed, access_from: from, access_until: until } = row
  const mine = boundTo(row.agency_id)
  return {
    refresh: openSecret(row.refresh_sealed, mine),
    access: sealed && from && until ? { token: openSecret(sealed, mine), from, until } : undefined,
    authorisedAt: row.authorised_at,
    doubtfulSince: row.doubtful_since ?? undefined,
    brokenAt: row.broken_at ?? undefined,
    brokenBecause: row.broken_because ?? undefined,
  }
}

export async function findTokens(tx: Tx, agencyId: number): Promise<ZaloTokens | undefined> {
  const row = await tx.selectFrom('zalo_tokens').selectAll().where('agency_id', '=', agencyId).executeTakeFirst()
  return row && tokensOf(row)
}

/** Under the lock that makes its holder the one refresher. `orSkip`: undefined when somebody else is at it. */
export async function lockTokens(
  tx: Tx,
  agencyId: number,
  { orSkip }: { orSkip: boolean },
): Promise<ZaloTokens | undefined> {
  const query = tx.selectFrom('zalo_tokens').selectAll().where('agency_id', '=', agencyId).forUpdate()
  const row = await (orSkip ? query.skipLocked() : query).executeTakeFirst()
  return row && tokensOf(row)
}

export async function keepTokens(
  tx: Tx,
  agencyId: number,
  { refresh, access }: { refresh: string; access: AccessToken },
): Promise<void> {
  const mine = boundTo(agencyId)
  await tx
    .updateTable('zalo_tokens')
    .set({
      refresh_sealed: sealSecret(refresh, mine),
      access_sealed: sealSecret(access.token, mine),
      access_from: access.from,
      access_until: access.until,
      doubtful_since: null,
    })
    .where('agency_id', '=', agencyId)
    .execute()
}

export async function beginTokens(
  tx: Tx,
  agencyId: number,
  { refresh, at }: { refresh: string; at: Date },
): Promise<void> {
  const row = {
    refresh_sealed: sealSecret(refresh, boundTo(agencyId)),
    ...{ access_sealed: null, access_from: null, access_until: null },
    authorised_at: at,
    ...{ doubtful_since: null, broken_at: null, broken_because: null },
  }
  await tx
    .insertInto('zalo_tokens')
    .values({ agency_id: agencyId, ...row })
    .onConflict((conflict) => conflict.column('agency_id').doUpdateSet(row))
    .execute()
}

export async function markDoubtful(tx: Tx, at: Date): Promise<void> {
  await tx.updateTable('zalo_tokens').set({ doubtful_since: at }).where('doubtful_since', 'is', null).execute()
}

export async function markBroken(tx: Tx, at: Date, because: ChainBreak): Promise<void> {
  await tx.updateTable('zalo_tokens').set({ broken_at: at, broken_because: because }).execute()
}

export type ZaloChain = Pick<ZaloTokens, 'authorisedAt' | 'brokenAt' | 'brokenBecause'>

/** How the chain of tokens stands, without opening one. */
export async function findChain(tx: Tx, agencyId: number): Promise<ZaloChain | undefined> {
  const row = await tx
    .selectFrom('zalo_tokens')
    .select(['authorised_at', 'broken_at', 'broken_because'])
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return (
    row && {
      authorisedAt: row.authorised_at,
      brokenAt: row.broken_at ?? undefined,
      brokenBecause: row.broken_because ?? undefined,
    }
  )
}
