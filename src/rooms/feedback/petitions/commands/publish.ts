import { allow } from '#kernel/errors.ts'
import { addMonths, type LocalDate, localDate } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { officerNames } from '#rooms/identity/index.ts'
import { findPersonal, type PersonalFact, undismissed } from '../../personal-facts.ts'
import { FEWEST, percentOf } from '../../small-numbers.ts'
import type { Petition } from '../petition.ts'
import { canPublish } from '../policy.ts'
import { getPetition, lockPetition } from '../store/petitions.ts'
import {
  countRatings,
  findPublished,
  listPublished,
  type PublishedPetition,
  publish as publishText,
  rateOnce,
  withdraw,
} from '../store/published.ts'
import { houseOf } from './house.ts'
import { openPetitionLink } from './send.ts'

export interface PublishedText {
  content: string
  result: string
}

export interface Publication {
  petition: Petition
  text: PublishedText
  marks: { content: PersonalFact[]; result: PersonalFact[] }
}

/** Who must not be named: the sender, and the officer it is about. */
async function namesIn(tx: Tx, { sender, concernedOfficer }: Petition): Promise<string[]> {
  const names = await officerNames(tx, concernedOfficer ? [concernedOfficer] : [])
  return [sender.name, ...names.values()]
}

const marksIn = ({ content, result }: PublishedText, names: readonly string[]): Publication['marks'] => ({
  content: findPersonal(content, names),
  result: findPersonal(result, names),
})

/** The text as it would be published, with what may be personal marked. */
export async function previewPublication(officer: Officer, id: string, text?: PublishedText): Promise<Publication> {
  return read(officer.agencyId, async (tx) => {
    const petition = await getPetition(tx, id)
    allow(canPublish(officer, petition, await houseOf(tx, officer.agencyId)))
    const shown = text ?? { content: petition.content, result: petition.result ?? '' }
    return { petition, text: shown, marks: marksIn(shown, await namesIn(tx, petition)) }
  })
}

/** Publishes the result without names, or returns what is still marked, and publishes nothing. R-168 */
export async function publishPetition(
  officer: Officer,
  id: string,
  { text, dismissed }: { text: PublishedText; dismissed: readonly string[] },
): Promise<PersonalFact[]> {
  const { agencyId, officerId } = officer
  return transaction(agencyId, async (tx) => {
    const petition = await lockPetition(tx, id)
    allow(canPublish(officer, petition, await houseOf(tx, agencyId)))
    const marks = marksIn(text, await namesIn(tx, petition))
    const all = [...marks.content, ...marks.result]
    const left = undismissed(all, dismissed)
    if (left.length > 0) return left
    const kept = [...new Set(all.map((fact) => fact.text))]
    const { subject, language } = petition
    const by = { officerId, at: now(), dismissed: kept }
    await publishText(tx, { agencyId, petitionId: id, subject, language, ...text, ...by })
    return []
  })
}

export async function withdrawPetition(officer: Officer, id: string): Promise<void> {
  const { agencyId, officerId } = officer
  await transaction(agencyId, async (tx) => {
    allow(canPublish(officer, await lockPetition(tx, id), await houseOf(tx, agencyId)))
    await withdraw(tx, { petitionId: id, officerId, at: now() })
  })
}

const monthOf = (day: LocalDate) => localDate(`${day.slice(0, 7)}-01`)

export interface HowHandled {
  count: number
  percent: number
}

export interface PublicPetitions {
  petitions: PublishedPetition[]
  count: number
  /** How senders found the handling, over the twelve months that are over; undefined when too few have said so. */
  rated: HowHandled | undefined
}

/** A page of what everybody reads. R-168 */
export async function readPublished(
  agencyId: number,
  asked: { query: string; page: number },
): Promise<PublicPetitions> {
  return read(agencyId, async (tx) => {
    const until = monthOf(today())
    const { count, satisfied } = await countRatings(tx, { from: addMonths(until, -12), until })
    const rated = count < FEWEST ? undefined : { count, percent: percentOf(satisfied, count) }
    return { ...(await listPublished(tx, asked)), rated }
  })
}

export function readPetition(agencyId: number, id: string): Promise<PublishedPetition | undefined> {
  return read(agencyId, (tx) => findPublished(tx, id))
}

/** The sender's mark for the handling, counted once. False when it is not answered yet, or has been counted. R-168 */
export async function rateHandling(agencyId: number, token: string, mark: number): Promise<boolean> {
  const id = openPetitionLink(agencyId, token)
  if (!id) return false
  return transaction(agencyId, async (tx) => {
    const { state } = await lockPetition(tx, id)
    return state === 'answered' && (await rateOnce(tx, { agencyId, petitionId: id, month: monthOf(today()), mark }))
  })
}
