import type { LocalDateTime } from '#kernel/local-date.ts'
import { localNow, now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { GivenFile } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { explainDeadline, loadCalendar, parseLimit } from '#rooms/deadlines/index.ts'
import {
  caseFor,
  documentsFor,
  type FeeNotice,
  feesFor,
  type Journey,
  type SummaryGroup,
  summary,
  walk,
} from '#rooms/forms/index.ts'
import { circumstances, routeFor } from '../../commands/route.ts'
import { SCANS } from '../../commands/submission.ts'
import type { ResultChannel } from '../../dossier.ts'
import { canonicalJson, sha256 } from '../../log-entry.ts'
import { resultChannelIn } from '../../people.ts'
import { unitNamed } from '../../store/places.ts'
import { ownFiles } from '../apply/files.ts'
import { expectedPapers, type PaperRow } from '../intake/intake.ts'
import { type AtDesk, draftBase } from './at-desk.ts'

/** A form at the counter, whole, before it is filed and received. */
export interface CheckedAtDesk {
  at: AtDesk
  base: string
  serviceName: string
  groups: readonly SummaryGroup[]
  files: Readonly<Record<string, GivenFile>>
  scans: readonly GivenFile[]
  /** Papers the answers ask for, as the form lists them before anything is ticked. */
  papers: readonly PaperRow[]
  /** Official name of the declaration the person signs. */
  declaration: string
  /** Ties the signed paper to the answers: the beginning of their hash, which the log keeps. */
  answersCode: string
  competent: string
  timeLimit: string
  dueIfNow: LocalDateTime | undefined
  asksDelivery: boolean
  delivery: ResultChannel
  fees: FeeNotice
  lastStep: string | undefined
  number: number
}

function asksFor({ steps }: Journey, question: string): boolean {
  return steps.some(({ asked }) => asked.some(({ id }) => id === question))
}

export async function checkAtDesk(tx: Tx, at: AtDesk, language: Language): Promise<CheckedAtDesk> {
  const { draft, citizen, applying } = at
  const { service, context, places } = applying
  const base = draftBase(draft)
  const journey = walk(service.form, draft, context)
  const way = { places, channel: 'counter', at: now(), receivedAtUnit: draft.helped?.unitId } as const
  const of = circumstances(way)
  const { competentUnitId } = routeFor(service, journey, way)
  const { limit } = caseFor(service, journey, of)
  const calendar = await loadCalendar(tx, citizen.agencyId, competentUnitId)
  const ids = Object.values(draft.documents).flat()
  const files = await ownFiles(tx, citizen, { ids, language, href: (id) => `${base}/documents/${id}` })
  const papers = documentsFor(service, journey, of)
  const scans = (draft.documents[SCANS] ?? []).flatMap((id) => files[id] ?? [])
  return {
    ...{ at, base, files, scans },
    serviceName: service.package.service.name[language],
    groups: summary(service.form, draft, { context, language, unmasked: true }),
    papers: expectedPapers({ dossier: { channel: 'counter' }, says: { papers }, files: Object.keys(files) }),
    declaration: papers.find(({ by }) => by === 'form')?.name.vi ?? service.package.service.name.vi,
    answersCode: sha256(canonicalJson(journey.answers))
      .slice(0, 8)
      .replace(/^(.{4})/, '$1 '),
    competent: (await unitNamed(tx, places, competentUnitId)).name[language],
    timeLimit: limit,
    dueIfNow: explainDeadline({ received: localNow(), limit: parseLimit(limit), calendar }).dueAt,
    asksDelivery: asksFor(journey, 'delivery'),
    delivery: resultChannelIn(journey.answers, service.package.service.resultDelivery),
    fees: feesFor(service, journey, of),
    lastStep: journey.steps.at(-1)?.id,
    number: journey.steps.length + 1,
  }
}
