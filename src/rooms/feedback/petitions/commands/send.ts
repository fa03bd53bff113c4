import { createHmac, timingSafeEqual } from 'node:crypto'
import { allow, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { dayOf, toLocal } from '#kernel/local-date.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { secretKey } from '#platform/http/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { getPerson } from '#rooms/identity/index.ts'
import { dueAfter } from '../../commands/due.ts'
import { openId, sealId } from '../../commands/sealed-id.ts'
import { heldBecause, type Sender } from '../../commands/sender.ts'
import {
  type Contact,
  FORWARD_WITHIN,
  HANDLE_WITHIN,
  type Petition,
  parseNumber,
  type Subject,
  type WayIn,
} from '../petition.ts'
import { canSee, canTakeIn } from '../policy.ts'
import { addAct, listActs, type PetitionAct } from '../store/acts.ts'
import {
  countSent,
  findByNumber,
  getPetition,
  insertPetition,
  listPetitionsOf,
  takeNumber,
} from '../store/petitions.ts'
import { findPublishedOf, isRated } from '../store/published.ts'
import { houseOf } from './house.ts'

const linkOf = (agencyId: number) => ({ agencyId, purpose: 'petition links' })

/** Where the sender sees how it stands, without signing in. */
export function petitionPath(agencyId: number, id: string): string {
  return `/petitions/mine/${sealId(linkOf(agencyId), id)}`
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const CODE_LENGTH = 8

/** What goes with the number, for whoever has no link: reckoned from the petition, and kept nowhere. `7KD4-92MX` */
export function lookUpCode({ agencyId, id }: Pick<Petition, 'agencyId' | 'id'>): string {
  const digest = createHmac('sha256', secretKey()).update(`petition code ${agencyId} ${id}`).digest()
  const letters = Array.from(digest.subarray(0, CODE_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** The petition of a number and its code, as a link; undefined when they do not belong together. */
export async function findByCode(
  agencyId: number,
  typed: { number: string; code: string },
): Promise<string | undefined> {
  const number = parseNumber(typed.number)
  const petition = number && (await read(agencyId, (tx) => findByNumber(tx, number)))
  if (!petition) return undefined
  const given = Buffer.from(typed.code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
  const expected = Buffer.from(lookUpCode(petition).replace('-', ''))
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? petitionPath(agencyId, petition.id)
    : undefined
}

export interface Sending {
  language: Language
  subject: Subject
  content: string
  contact: Contact
  sender: Sender
}

interface Taken extends Sending {
  cameBy: WayIn
  takenBy?: string
  personId?: string
}

async function register(tx: Tx, agencyId: number, taken: Taken): Promise<string> {
  const registeredAt = now()
  const year = Number(dayOf(toLocal(registeredAt)).slice(0, 4))
  const id = newId()
  const due = (days: number) => dueAfter(tx, agencyId, { at: registeredAt, days })
  const held = taken.cameBy === 'portal' ? await heldBecause(tx, taken.sender, countSent) : undefined
  const { language, subject, content, contact, cameBy, takenBy, personId } = taken
  await insertPetition(tx, {
    ...{ id, agencyId, year, language, subject, content, cameBy, takenBy, personId, registeredAt },
    number: await takeNumber(tx, agencyId, year),
    sender: contact,
    senderKey: taken.sender.key,
    forwardByOn: await due(FORWARD_WITHIN),
    dueOn: await due(HANDLE_WITHIN),
    heldBecause: held,
  })
  await addAct(tx, { agencyId, petitionId: id, kind: 'registered', byOfficer: takenBy })
  if (contact.email) await enqueue(tx, 'feedback:tell-sender', { agencyId, id, what: 'registered' })
  return id
}

/** Registers what was sent on the portal. Returns the sender's address of it. R-166 */
export async function sendPetition(agencyId: number, sending: Sending, citizen: Citizen | undefined): Promise<string> {
  const who = citizen ? { personId: citizen.personId } : {}
  const id = await transaction(agencyId, (tx) => register(tx, agencyId, { ...sending, ...who, cameBy: 'portal' }))
  return petitionPath(agencyId, id)
}

/** Registers what an officer wrote down at the counter or on the telephone. Returns its id. R-166 */
export async function takeInPetition(
  officer: Officer,
  sending: Sending,
  cameBy: Exclude<WayIn, 'portal'>,
): Promise<string> {
  const { agencyId, officerId } = officer
  return transaction(agencyId, async (tx) => {
    allow(canTakeIn(officer, await houseOf(tx, agencyId)))
    return register(tx, agencyId, { ...sending, cameBy, takenBy: officerId })
  })
}

/** What goes to whoever stands at the counter: the number and its code. Only for who wrote it down, or may see it. */
export async function slipOf(officer: Officer, id: string): Promise<{ petition: Petition; code: string }> {
  return read(officer.agencyId, async (tx) => {
    const petition = await getPetition(tx, id)
    const house = await houseOf(tx, officer.agencyId)
    if (petition.takenBy !== officer.officerId) allow(canSee(officer, petition, house))
    if (petition.concernedOfficer === officer.officerId) throw new NotFound()
    return { petition, code: lookUpCode(petition) }
  })
}

export interface SentPetition {
  petition: Petition
  code: string
  acts: PetitionAct[]
  publishedId: string | undefined
  rated: boolean
}

/** Opens the sender's link. Undefined for what this agency has not given out. */
export function openPetitionLink(agencyId: number, token: string): string | undefined {
  return openId(linkOf(agencyId), token)
}

/** What the sender sees of it. R-166 */
export async function getSentByLink(agencyId: number, token: string): Promise<SentPetition> {
  const id = openPetitionLink(agencyId, token)
  if (!id) throw new NotFound()
  return read(agencyId, async (tx) => {
    const petition = await getPetition(tx, id)
    return {
      petition,
      code: lookUpCode(petition),
      acts: await listActs(tx, id),
      publishedId: (await findPublishedOf(tx, id))?.id,
      rated: await isRated(tx, id),
    }
  })
}

/** A person's own petitions. R-038 */
export function listMyPetitions({ agencyId, personId }: Citizen): Promise<Petition[]> {
  return read(agencyId, (tx) => listPetitionsOf(tx, personId))
}

/** What is known of whoever has signed in, to be filled in for them. */
export async function contactOf({ agencyId, personId, name }: Citizen): Promise<Contact> {
  const person = await read(agencyId, (tx) => getPerson(tx, agencyId, personId))
  const address = person.currentResidence ?? person.residence ?? ''
  return { name, address, phone: person.phone ?? '', email: person.email ?? '' }
}
