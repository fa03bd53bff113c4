import type { Happening } from '#platform/jobs/index.ts'
import { pageAddress } from '#rooms/agencies/index.ts'
import type { CalendarChanged } from '#rooms/deadlines/index.ts'
import { type DossierEvent, type DossierHappening, followCalendar } from '#rooms/dossiers/index.ts'
import { lookUpComponents } from '#rooms/exchange/index.ts'
import { inviteToRate } from '#rooms/feedback/index.ts'
import { type NoticeRequest, notify, type Occasion } from '#rooms/notifications/index.ts'
import type { PostMoved } from '#rooms/post/index.ts'
import { endWork, followClock, followSignature, type SignRequested, startProcess } from '#rooms/processing/index.ts'
import { type ChannelTreatedWorse, tellTreatedWorse } from '#rooms/reporting/index.ts'
import { completeResult, type ResultIssued, type ResultNotSigned, type SignatureEnded } from '#rooms/results/index.ts'
import { followReturned } from './expect-reminders.ts'
import { closeResult, startResult } from './issue-result.ts'
import { postResult, tellPostMoved } from './post-result.ts'

/** Who listens to what. A listener is told at least once, so each of them checks whether it has already acted. */
type Reaction = (happening: Happening) => Promise<unknown>

const OCCASIONS: Record<DossierEvent, Occasion> = {
  'dossier.submitted': 'submitted',
  'dossier.received': 'received',
  'dossier.supplement-requested': 'supplement-requested',
  'dossier.supplied': 'supplied',
  'dossier.refused': 'refused',
  'dossier.due-moved': 'due-moved',
  'dossier.withdrawn': 'withdrawn',
  'dossier.result-ready': 'result-ready',
  'dossier.returned': 'returned',
}

const RATED_AFTER: readonly DossierEvent[] = ['dossier.returned', 'dossier.refused']

/** The agency's last word comes with the way to say how it was, without signing in. R-163 */
async function linksFor({ type, agencyId, dossierId, language }: DossierHappening): Promise<NoticeRequest['links']> {
  if (!RATED_AFTER.includes(type)) return undefined
  const { says, path } = inviteToRate(agencyId, { dossierId, language })
  return [{ says, url: await pageAddress(agencyId, language, path) }]
}

async function tellPerson(happening: DossierHappening): Promise<void> {
  const { personId, language, agencyId } = happening
  if (personId === undefined || (happening.type === 'dossier.submitted' && happening.atCounter)) return
  await notify({
    agencyId,
    key: happening.key,
    personId,
    email: happening.email,
    language,
    occasion: OCCASIONS[happening.type],
    ref: happening.ref,
    procedure: happening.procedureName[language],
    url: await pageAddress(agencyId, language, happening.path),
    facts: happening.facts,
    reasons: happening.reasons,
    links: await linksFor(happening),
  })
}

/** A happening comes back from the queue as JSON; its type says its shape. */
function on<H extends Happening>(listen: (happening: H) => Promise<unknown>): Reaction {
  return (happening) => listen(happening as H)
}

const tell = on(tellPerson)

/** Asked again at reception: some registries are asked by the dossier's code. What has been answered is not asked twice. */
const lookUp = on<DossierHappening>(({ agencyId, dossierId }) => lookUpComponents(agencyId, dossierId))

export const reactions: Record<string, readonly Reaction[]> = {
  'dossier.submitted': [tell, lookUp],
  'dossier.received': [tell, on<DossierHappening>(startProcess), lookUp],
  'dossier.supplement-requested': [tell, on<DossierHappening>(followClock)],
  'dossier.supplied': [tell, on<DossierHappening>(followClock)],
  'dossier.refused': [tell],
  'dossier.due-moved': [tell, on<DossierHappening>(followClock)],
  'dossier.withdrawn': [tell, on<DossierHappening>((happening) => endWork(happening, 'withdrawn'))],
  'dossier.result-ready': [tell, on<DossierHappening>(postResult)],
  'post.moved': [on<PostMoved>(tellPostMoved)],
  'dossier.returned': [tell, on<DossierHappening>(closeResult), on<DossierHappening>(followReturned)],
  'processing.sign-requested': [on<SignRequested>(startResult)],
  'deadlines.calendar-changed': [on<CalendarChanged>(followCalendar)],
  'signature.completed': [on<SignatureEnded>(completeResult)],
  'signature.refused': [on<SignatureEnded>(completeResult)],
  'signature.failed': [on<SignatureEnded>(completeResult)],
  'reporting.channel-treated-worse': [on<ChannelTreatedWorse>(tellTreatedWorse)],
  'result.issued': [on<ResultIssued>((issued) => followSignature(issued, { ...issued, signed: true }))],
  'result.not-signed': [on<ResultNotSigned>((ended) => followSignature(ended, { ...ended, signed: false }))],
}
