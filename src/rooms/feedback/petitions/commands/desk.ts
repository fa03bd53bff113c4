import { allow, type DomainError, Forbidden } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { officerNames } from '#rooms/identity/index.ts'
import { type Answerer, getAnswerer, listAnswerers } from '../../commands/answerers.ts'
import { answersPeople, coordinates } from '../../front.ts'
import type { Petition } from '../petition.ts'
import { canAnswer, canClassify, canPublish, canSee, canTakeIn, type House, seesComplaints } from '../policy.ts'
import { addAct, listActs, type NewAct, type PetitionAct } from '../store/acts.ts'
import { type Explanation, findExplanationOf } from '../store/explanations.ts'
import {
  changePetition,
  countPetitions,
  type DeskView,
  getPetition,
  type Looking,
  listPetitions,
  lockPetition,
  type PetitionChange,
} from '../store/petitions.ts'
import { findPublishedOf, type PublishedPetition } from '../store/published.ts'
import { houseOf } from './house.ts'

export interface DeskPetitions {
  rows: { petition: Petition; assignee: string | undefined }[]
  counts: Record<'open' | 'mine' | 'held', number>
  coordinates: boolean
  takesIn: boolean
}

function lookingAs(officer: Officer, house: House): Looking {
  const only = coordinates(officer, house.front) ? 'all' : 'assigned'
  return { officerId: officer.officerId, only, complaints: seesComplaints(officer, house) }
}

/** What waits at the desk, as far as this officer may see it. */
export async function listForDesk(officer: Officer, view: DeskView): Promise<DeskPetitions> {
  if (!answersPeople(officer)) throw new Forbidden()
  return read(officer.agencyId, async (tx) => {
    const house = await houseOf(tx, officer.agencyId)
    const looking = lookingAs(officer, house)
    const petitions = await listPetitions(tx, view, looking)
    const names = await officerNames(tx, [...new Set(petitions.flatMap(({ assignedTo }) => assignedTo ?? []))])
    return {
      rows: petitions.map((petition) => ({ petition, assignee: names.get(petition.assignedTo ?? '') })),
      counts: await countPetitions(tx, looking),
      coordinates: looking.only === 'all',
      takesIn: canTakeIn(officer, house) === true,
    }
  })
}

export interface OpenedPetition {
  petition: Petition
  acts: (PetitionAct & { by: string | undefined })[]
  names: ReadonlyMap<string, string>
  explanation: Explanation | undefined
  published: PublishedPetition | undefined
  answerers: readonly Answerer[]
  may: { classify: boolean; answer: boolean; publish: boolean }
}

/** A petition with its history and what this officer may do. NotFound for the officer it is about. R-224 */
export async function openPetition(officer: Officer, id: string): Promise<OpenedPetition> {
  const { agencyId } = officer
  return read(agencyId, async (tx) => {
    const petition = await getPetition(tx, id)
    const house = await houseOf(tx, agencyId)
    allow(canSee(officer, petition, house))
    const acts = await listActs(tx, id)
    const explanation = await findExplanationOf(tx, id)
    const ids = [
      petition.assignedTo,
      explanation?.officerId,
      explanation?.superiorId,
      ...acts.map((act) => act.byOfficer),
    ]
    const names = await officerNames(tx, [...new Set(ids.filter((one) => one !== undefined))])
    const classify = canClassify(officer, petition, house) === true
    return {
      ...{ petition, names, explanation },
      acts: acts.map((act) => ({ ...act, by: names.get(act.byOfficer ?? '') })),
      published: await findPublishedOf(tx, id),
      answerers: classify ? await listAnswerers(tx, agencyId) : [],
      may: {
        classify,
        answer: canAnswer(officer, petition, house) === true,
        publish: canPublish(officer, petition, house) === true,
      },
    }
  })
}

export type ToldSender = 'registered' | 'refused' | 'forwarded' | 'answered'

export interface Step {
  id: string
  rule(officer: Officer, petition: Petition, house: House): true | DomainError
  change(petition: Petition): PetitionChange
  act: Omit<NewAct, 'agencyId' | 'petitionId' | 'byOfficer'>
  tells?: ToldSender
}

/** One step: under the lock, by the rule, written down, and told to the sender. */
export async function takeStep(officer: Officer, step: Step, before?: (tx: Tx, petition: Petition) => Promise<void>) {
  const { agencyId, officerId } = officer
  await transaction(agencyId, async (tx) => {
    const petition = await lockPetition(tx, step.id)
    allow(step.rule(officer, petition, await houseOf(tx, agencyId)))
    await before?.(tx, petition)
    await changePetition(tx, step.id, step.change(petition))
    await addAct(tx, { agencyId, petitionId: step.id, byOfficer: officerId, ...step.act })
    if (step.tells && petition.sender.email) {
      await enqueue(tx, 'feedback:tell-sender', { agencyId, id: step.id, what: step.tells })
    }
  })
}

/** Somebody has looked at it: it goes the way of the others. */
export async function releasePetition(officer: Officer, id: string): Promise<void> {
  await takeStep(officer, { id, rule: canClassify, change: () => ({ held_because: null }), act: { kind: 'released' } })
}

/** Not taken up, under an article and for a reason that the sender reads. */
export async function refusePetition(officer: Officer, id: string, { law, words }: { law: string; words: string }) {
  const change = (): PetitionChange => ({ state: 'refused', held_because: null })
  await takeStep(officer, { id, rule: canClassify, change, act: { kind: 'refused', law, words }, tells: 'refused' })
}

/** Sent on to the body that decides on it; the sender is told where. R-167 */
export async function forwardPetition(officer: Officer, id: string, { body, words }: { body: string; words: string }) {
  const change = (): PetitionChange => ({ state: 'forwarded', held_because: null })
  await takeStep(officer, {
    id,
    rule: canClassify,
    change,
    act: { kind: 'forwarded', body, words },
    tells: 'forwarded',
  })
}

/** It is ours: somebody has it from now on. */
export async function assignPetition(officer: Officer, id: string, to: string): Promise<void> {
  const change = (): PetitionChange => ({ state: 'handling', assigned_to: to, held_because: null })
  await takeStep(officer, { id, rule: canClassify, change, act: { kind: 'assigned' } }, async (tx, petition) => {
    await getAnswerer(tx, officer.agencyId, to)
    if (petition.concernedOfficer === to) throw new Forbidden('feedback.about-this-officer')
  })
}

/** The result, which the sender reads. R-168 */
export async function answerPetition(officer: Officer, id: string, result: string): Promise<void> {
  const by = { result, result_by: officer.officerId, result_at: now() }
  const change = (): PetitionChange => ({ state: 'answered', held_because: null, ...by })
  await takeStep(officer, { id, rule: canAnswer, change, act: { kind: 'answered' }, tells: 'answered' })
}
