import type { Citizen } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import type { GivenFile } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { listDocuments } from '#rooms/documents/index.ts'
import { type DossierSlips, getSlips, getWithPlaces, listLog } from '../../commands/find.ts'
import { listSaidLog, type SaidEntry } from '../../commands/say-log.ts'
import { type Dossier, refOf } from '../../dossier.ts'
import { listLinks } from '../../store/dossiers.ts'
import { unitNamed } from '../../store/places.ts'
import { givenFile } from '../apply/files.ts'
import { type Clock, clockOf } from '../shared/clock.ts'
import { type Course, courseOf } from '../shared/course.ts'
import { type ServiceSays, serviceSays } from '../shared/service-says.ts'
import type { vi } from './dossier.vi.ts'

export interface Paper extends GivenFile {
  /** Of the supplement it came with. */
  supplement: number | undefined
}

/** A dossier as its owner sees it. R-038 */
export interface OwnDossier {
  dossier: Dossier
  ref: string
  slips: DossierSlips
  course: Course
  clock: Clock
  receivingUnit: string
  competentUnit: string
  says: ServiceSays
  papers: readonly Paper[]
  /** Newest first. */
  log: readonly SaidEntry[]
  result: { id: string; outcome: string } | undefined
}

/** What each part of the page is given. */
export interface OwnProps {
  own: OwnDossier
  t: typeof vi
}

export async function gatherOwn(
  tx: Tx,
  citizen: Citizen,
  of: { ref: string; language: Language },
): Promise<OwnDossier> {
  const { language } = of
  const { dossier, places } = await getWithPlaces(tx, citizen, of.ref)
  const slips = await getSlips(tx, dossier)
  const log = await listLog(tx, dossier)
  const ready = log.findLast(({ type }) => type === 'dossier.result-ready')
  return {
    dossier,
    ref: refOf(dossier),
    slips,
    course: courseOf(dossier, slips),
    clock: await clockOf(tx, dossier),
    receivingUnit: (await unitNamed(tx, places, dossier.receivingUnitId)).name[language],
    competentUnit: (await unitNamed(tx, places, dossier.competentUnitId)).name[language],
    says: await serviceSays(tx, dossier, { language }),
    papers: await papersOf(tx, dossier, language),
    log: await listSaidLog(tx, dossier, { kind: 'citizen', language }),
    result: ready && { id: String(ready.facts.resultId), outcome: String(ready.facts.outcome) },
  }
}

async function papersOf(tx: Tx, dossier: Dossier, language: Language): Promise<Paper[]> {
  const links = await listLinks(tx, dossier)
  const documents = await listDocuments(
    tx,
    dossier.agencyId,
    links.map(({ documentId }) => documentId),
  )
  const numbers = new Map(links.map(({ documentId, supplementNumber }) => [documentId, supplementNumber]))
  return documents.map((document) => ({
    ...givenFile(document, language, `/dossiers/${refOf(dossier)}/documents/${document.id}`),
    supplement: numbers.get(document.id),
  }))
}
