import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'

interface OnlineWishesTable {
  agency_id: number
  procedure_code: string
  wisher: string
  signed_in: boolean
  reason: string | null
  wished_on: LocalDate
}

declare module '#platform/db/index.ts' {
  interface Tables {
    online_wishes: OnlineWishesTable
  }
}

export interface Wish {
  agencyId: number
  procedureCode: string
  wisher: string
  signedIn: boolean
  reason: string | undefined
  on: LocalDate
}

/** False when the same person, or the same visit, has wished it already. */
export async function insertWish(tx: Tx, wish: Wish): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('online_wishes')
    .values({
      agency_id: wish.agencyId,
      procedure_code: wish.procedureCode,
      wisher: wish.wisher,
      signed_in: wish.signedIn,
      reason: wish.reason ?? null,
      wished_on: wish.on,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export interface WishCount {
  procedureCode: string
  count: number
  signedIn: number
  reasons: number
  last: LocalDate
}

const MOST_LISTED = 200

/** What is wished most, first. */
export function countWishes(tx: Tx, procedureCode?: string): Promise<WishCount[]> {
  let query = tx
    .selectFrom('online_wishes')
    .select((of) => [
      'procedure_code as procedureCode',
      of.fn.countAll<number>().as('count'),
      of.fn.countAll<number>().filterWhere('signed_in', '=', true).as('signedIn'),
      of.fn.count<number>('reason').as('reasons'),
      of.fn.max('wished_on').as('last'),
    ])
  if (procedureCode !== undefined) query = query.where('procedure_code', '=', procedureCode)
  return query.groupBy('procedure_code').orderBy('count', 'desc').orderBy('procedure_code').limit(MOST_LISTED).execute()
}

/** Why people wish it, the latest first. */
export function listReasons(tx: Tx, procedureCode: string): Promise<{ reason: string | null; on: LocalDate }[]> {
  return tx
    .selectFrom('online_wishes')
    .select(['reason', 'wished_on as on'])
    .where('procedure_code', '=', procedureCode)
    .where('reason', 'is not', null)
    .orderBy('wished_on', 'desc')
    .orderBy('wisher')
    .limit(MOST_LISTED)
    .execute()
}
