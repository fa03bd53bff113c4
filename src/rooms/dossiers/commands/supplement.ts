import { allow, DomainError, NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { listDocuments } from '#rooms/documents/index.ts'
import type { Dossier } from '../dossier.ts'
import { canRequestSupplement, canSupply, deskFor } from '../policy.ts'
import type { Supplement, SupplementItem, SupplementRequest, SuppliedItem } from '../slips.ts'
import { linkDocuments } from '../store/dossiers.ts'
import type { Places } from '../store/places.ts'
import { insertSupplement, insertSupplementRequest, listSupplementRequests } from '../store/slips.ts'
import { cleanWords } from '../words.ts'
import { actorOf, advance } from './advance.ts'
import { lockWithPlaces } from './find.ts'
import { runClock, stopClock } from './pause.ts'
import { tell } from './tell.ts'

export interface SupplementAsked {
  items: readonly Omit<SupplementItem, 'id'>[]
  supplyBy?: LocalDate | undefined
  /** For a second request: why. The officer asking must then be a supervisor of the unit. R-077 */
  approval?: { reason: string } | undefined
}

/** Asks once for everything that is missing: form 02. After reception the clock stands still from here. */
export async function requestSupplement(
  officer: Officer,
  ref: string,
  asked: SupplementAsked,
): Promise<SupplementRequest> {
  const items = itemsOf(asked)
  return transaction(officer.agencyId, async (tx) => {
    const { dossier, places } = await lockWithPlaces(tx, officer, ref)
    const earlier = await listSupplementRequests(tx, dossier)
    const reason = cleanWords(asked.approval?.reason ?? '') || undefined
    allow(canRequestSupplement(officer, dossier, { reach: places.reach, earlierRequests: earlier.length, reason }))

    const request: SupplementRequest = {
      dossierId: dossier.id,
      number: earlier.length + 1,
      unitId: unitOf(officer, dossier, places),
      officerId: officer.officerId,
      officerName: officer.name,
      requestedAt: now(),
      supplyBy: asked.supplyBy,
      items,
      atIntake: dossier.receivedAt === undefined,
      approval: earlier.length > 0 && reason ? { officerId: officer.officerId, reason } : undefined,
      suppliedAt: undefined,
    }
    await insertSupplementRequest(tx, dossier.agencyId, request)
    const after = await ask(tx, dossier, { officer, request })
    await tell(tx, after, { type: 'dossier.supplement-requested', places, reasons: items.map(sayItem) })
    return request
  })
}

function itemsOf({ items }: SupplementAsked): SupplementItem[] {
  const clean = items.map(({ name, reason, question }) => ({
    id: newId(),
    name: cleanWords(name),
    reason: cleanWords(reason),
    ...(question === undefined ? {} : { question }),
  }))
  const whole = clean.length > 0 && clean.every(({ name, reason }) => name && reason)
  if (!whole) throw new DomainError('dossiers.supplement-needs-items')
  return clean
}

function sayItem({ name, reason }: SupplementItem): string {
  return `${name}: ${reason}`
}

/** The unit for which the officer speaks. */
function unitOf(officer: Officer, dossier: Dossier, { reach }: Places): string {
  const own = officer.appointments.map(({ unitId }) => unitId)
  const places = [dossier.step?.unitId, dossier.competentUnitId, dossier.receivingUnitId]
  const mine = places.find((id) => id !== undefined && own.includes(id))
  return mine ?? deskFor(officer, dossier, reach) ?? dossier.competentUnitId
}

function ask(
  tx: Tx,
  dossier: Dossier,
  { officer, request }: { officer: Officer; request: SupplementRequest },
): Promise<Dossier> {
  const entry = {
    actor: actorOf(officer),
    type: 'dossier.supplement-requested',
    at: request.requestedAt,
    facts: {
      ...{ number: request.number, unitId: request.unitId, items: request.items.length },
      ...{ supplyBy: request.supplyBy ?? null, atIntake: request.atIntake, approved: request.approval !== undefined },
    },
    words: request.items.map(sayItem).join('\n'),
  }
  const slip = { openSupplement: true }
  if (request.atIntake) return advance(tx, dossier, { slip, entry })
  return stopClock(tx, dossier, { reason: 'supplement', at: request.requestedAt, slip, entry })
}

/** The person's answer to the open request. The clock runs again. */
export async function supplyDossier(
  citizen: Citizen,
  ref: string,
  given: readonly SuppliedItem[],
): Promise<Supplement> {
  return transaction(citizen.agencyId, async (tx) => {
    const { dossier, places } = await lockWithPlaces(tx, citizen, ref)
    allow(canSupply(citizen, dossier))
    const request = (await listSupplementRequests(tx, dossier)).find(({ suppliedAt }) => suppliedAt === undefined)
    if (!request) throw new NotFound('dossiers.no-open-request')

    const at = now()
    const supplement = {
      dossierId: dossier.id,
      number: request.number,
      suppliedAt: at,
      items: answersTo(request, given),
    }
    const files = await ownFiles(tx, citizen, supplement)
    await insertSupplement(tx, dossier.agencyId, supplement)
    const links = supplement.items.flatMap(({ documentIds }) => documentIds)
    await linkDocuments(
      tx,
      dossier,
      links.map((documentId) => ({ documentId, supplementNumber: request.number, at })),
    )
    const facts = { number: request.number, items: supplement.items.length, files }
    const entry = { actor: actorOf(citizen), type: 'dossier.supplied', at, facts }
    const after = request.atIntake
      ? await advance(tx, dossier, { slip: { openSupplement: false }, entry })
      : await runClock(tx, dossier, { reason: 'supplement', at, slip: { openSupplement: false }, entry })
    await tell(tx, after, { type: 'dossier.supplied', places })
    return supplement
  })
}

/** Every item is answered, by words or by a file: a half-answered request would only make a second one. */
function answersTo(request: SupplementRequest, given: readonly SuppliedItem[]): SuppliedItem[] {
  return request.items.map(({ id }) => {
    const answer = given.find(({ itemId }) => itemId === id)
    const text = cleanWords(answer?.text ?? '')
    const documentIds = [...new Set(answer?.documentIds ?? [])]
    if (text === '' && documentIds.length === 0) throw new DomainError('dossiers.item-not-answered', { item: id })
    return { itemId: id, text, documentIds }
  })
}

async function ownFiles(tx: Tx, citizen: Citizen, { items }: Supplement): Promise<string[]> {
  const ids = [...new Set(items.flatMap(({ documentIds }) => documentIds))]
  const found = await listDocuments(tx, citizen.agencyId, ids)
  const mine = found.filter(({ ownerPersonId, scan }) => ownerPersonId === citizen.personId && scan !== 'infected')
  if (mine.length !== ids.length) throw new NotFound('dossiers.no-such-document')
  return mine.map(({ sha256 }) => sha256)
}
