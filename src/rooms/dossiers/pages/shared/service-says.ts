import type { Tx } from '#platform/db/index.ts'
import {
  documentsFor,
  type FeeNotice,
  feesFor,
  type RequiredDocument,
  type SummaryGroup,
  type SummaryOf,
  summary,
  walk,
} from '#rooms/forms/index.ts'
import { circumstances } from '../../commands/route.ts'
import type { Dossier } from '../../dossier.ts'
import { loadPlaces } from '../../store/places.ts'
import { loadService } from '../../store/services.ts'

/** What the service says about a dossier that is filed, under the version it was filed with. R-004 */
export interface ServiceSays {
  answers: readonly SummaryGroup[]
  fees: FeeNotice
  /** The papers these answers ask for. */
  papers: readonly RequiredDocument[]
}

/** How the answers are said: whole for officers, the sensitive ones masked for everybody else. */
type Saying = Pick<SummaryOf, 'language' | 'unmasked'>

export async function serviceSays(tx: Tx, dossier: Dossier, saying: Saying): Promise<ServiceSays> {
  const of = { code: dossier.procedureCode, version: dossier.serviceVersion }
  const service = await loadService(tx, dossier.agencyId, of)
  const filled = { answers: dossier.answers, documents: dossier.documents }
  const journey = walk(service.form, filled, dossier.formContext)
  const places = await loadPlaces(tx, dossier.agencyId)
  const asked = circumstances({ places, channel: dossier.channel, at: dossier.submittedAt })
  return {
    answers: summary(service.form, filled, { context: dossier.formContext, ...saying }),
    fees: feesFor(service, journey, asked),
    papers: documentsFor(service, journey, asked),
  }
}
