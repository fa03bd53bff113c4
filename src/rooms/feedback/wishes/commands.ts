import type { Officer } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { getProcedure, type OnlineLevel } from '#rooms/procedures/index.ts'
import { type Asking, takerOf } from '../commands/taker.ts'
import { procedureNames } from '../store/names.ts'
import { countWishes, insertWish, listReasons, type WishCount } from './store.ts'
import type { Wishable, WishOutcome } from './wish.ts'

/** The procedure as it stands at this agency today; NotFound when there is none. */
export async function getWishable(tx: Tx, agencyId: number, code: string): Promise<Wishable> {
  const { offer, record } = await getProcedure(tx, agencyId, code)
  const level = offer?.level ?? record.nationalLevel
  const [counted] = await countWishes(tx, code)
  return {
    ...{ code, level, canWish: level !== 'full', count: counted?.count ?? 0 },
    name: (await procedureNames(tx, [code]))(code),
  }
}

/** “I would do this online”, counted once for a person, or for a visit of somebody who has not signed in. */
export async function wish(asking: Asking, code: string, reason: string | undefined): Promise<WishOutcome> {
  const { agency, viewer } = asking
  return transaction(agency.id, async (tx) => {
    const { canWish } = await getWishable(tx, agency.id, code)
    if (!canWish) return 'online'
    const wisher = takerOf(asking, `wish ${code}`)
    if (wisher === undefined) return 'again'
    const signedIn = viewer?.kind === 'citizen'
    const of = { agencyId: agency.id, procedureCode: code, wisher, signedIn, reason, on: today() }
    return (await insertWish(tx, of)) ? 'taken' : 'again'
  })
}

export interface NamedWish extends WishCount {
  name: Bilingual
  level: OnlineLevel
}

/** What people would do online, most wished first, with the level it has by now. */
export async function listWishes({ agencyId }: Officer): Promise<NamedWish[]> {
  return read(agencyId, async (tx) => {
    const counts = await countWishes(tx)
    const nameOf = await procedureNames(
      tx,
      counts.map(({ procedureCode }) => procedureCode),
    )
    const named: NamedWish[] = []
    for (const one of counts) {
      const { offer, record } = await getProcedure(tx, agencyId, one.procedureCode)
      named.push({ ...one, name: nameOf(one.procedureCode), level: offer?.level ?? record.nationalLevel })
    }
    return named
  })
}

/** One procedure and the reasons people gave. */
export async function getWishes({ agencyId }: Officer, code: string) {
  return read(agencyId, async (tx) => ({
    wishable: await getWishable(tx, agencyId, code),
    reasons: await listReasons(tx, code),
  }))
}
