import type { Tx } from '#platform/db/index.ts'
import { type SatisfactionAsked, satisfactionOf, showTotal } from '#rooms/feedback/index.ts'
import { percentOf } from '../figures.ts'
import type { PublicShare } from '../published.ts'

/** How many of those who rated said “satisfied” or “very satisfied”, as it may be published. */
export interface PublicSatisfaction {
  overall: PublicShare
  ease: PublicShare
  timeliness: PublicShare
  attitude: PublicShare
}

/** Of the whole months of the period that are over. Nobody rated: no data. */
export async function readSatisfaction(tx: Tx, asked: SatisfactionAsked): Promise<PublicSatisfaction> {
  const shown = showTotal(await satisfactionOf(tx, asked))
  const share = (criterion: keyof PublicSatisfaction): PublicShare => {
    if (!shown) return 'none'
    const opinion = shown.opinions[criterion]
    return opinion ? { percent: percentOf({ part: opinion.satisfied, whole: opinion.ratings }) } : 'hidden'
  }
  return {
    overall: share('overall'),
    ease: share('ease'),
    timeliness: share('timeliness'),
    attitude: share('attitude'),
  }
}
