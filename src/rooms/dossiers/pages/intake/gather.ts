import type { Officer } from '#kernel/viewer.ts'
import { localNow } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { explainDeadline, loadCalendar, parseLimit } from '#rooms/deadlines/index.ts'
import { listDocuments } from '#rooms/documents/index.ts'
import { type Found, getWithPlaces } from '../../commands/find.ts'
import { refOf } from '../../dossier.ts'
import { listLinks } from '../../store/dossiers.ts'
import { unitNamed } from '../../store/places.ts'
import { listSupplementRequests } from '../../store/slips.ts'
import { givenFile } from '../apply/files.ts'
import { serviceSays } from '../shared/service-says.ts'
import type { Intake } from './intake.ts'

/** Everything the three forms of the desk show, with what decides who may use them. */
export async function gatherIntake(
  tx: Tx,
  officer: Officer,
  of: { ref: string; language: Language },
): Promise<Found & { intake: Intake }> {
  const { language } = of
  const { dossier, places } = await getWithPlaces(tx, officer, of.ref)
  const ref = refOf(dossier)
  const ids = (await listLinks(tx, dossier)).map(({ documentId }) => documentId)
  const documents = await listDocuments(tx, dossier.agencyId, ids)
  const calendar = await loadCalendar(tx, dossier.agencyId, dossier.competentUnitId)
  const limit = parseLimit(dossier.timeLimit)
  const intake: Intake = {
    dossier,
    ref,
    says: await serviceSays(tx, dossier, { language, unmasked: true }),
    files: documents.map((document) => givenFile(document, language, `/dossiers/${ref}/documents/${document.id}`)),
    competentUnit: (await unitNamed(tx, places, dossier.competentUnitId)).name[language],
    dueIfNow: explainDeadline({ received: localNow(), limit, calendar }).dueAt,
    earlierRequests: (await listSupplementRequests(tx, dossier)).length,
  }
  return { dossier, places, intake }
}
