import type { LimitFact } from '../../card.ts'
import { type InstallablePackage, lengthOf } from '../../installable.ts'
import {
  type OfferedFee,
  type OfferedPaper,
  type Offering,
  offeredFee,
  offeredLimit,
  offeredPapers,
} from '../shared/offered.ts'

/** What an installed package says to somebody who has answered nothing yet. */
export interface Offer {
  limit: LimitFact
  /** Some case takes longer than the ordinary one. */
  longerCases: boolean
  fee: OfferedFee
  papers: OfferedPaper[]
}

export function offerOf({ service }: Pick<InstallablePackage, 'service'>, offering: Offering): Offer {
  const limit = offeredLimit(service)
  const ordinary = JSON.stringify(limit.from)
  return {
    limit,
    longerCases: service.cases.some((one) => JSON.stringify(lengthOf(one.limit)) !== ordinary),
    fee: offeredFee(service, offering),
    papers: offeredPapers(service),
  }
}
