import { allow, DomainError } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { listUnits } from '#rooms/agencies/index.ts'
import { listOfficersWith, officerName } from '#rooms/identity/index.ts'
import { getAnswerer } from '../../commands/answerers.ts'
import { dueAfter } from '../../commands/due.ts'
import { findPersonal, type PersonalFact, undismissed } from '../../personal-facts.ts'
import { type Decision, EXPLAIN_WITHIN, type Petition } from '../petition.ts'
import { canClassify, canDecide, canExplain } from '../policy.ts'
import { addAct } from '../store/acts.ts'
import {
  changeExplanation,
  type Explanation,
  findExplanationOf,
  getExplanation,
  insertExplanation,
  listExplanationsFor,
} from '../store/explanations.ts'
import { changePetition, getPetition, lockPetition } from '../store/petitions.ts'
import { superiorOf } from '../superior.ts'
import { houseOf } from './house.ts'

const standing = ({ officerId, superiorId, explainedAt, decidedAt }: Explanation) => ({
  ...{ officerId, superiorId },
  explained: explainedAt !== undefined,
  decided: decidedAt !== undefined,
})

/** What in the matter might tell the officer concerned who complained. R-224 */
export function marksInMatter(matter: string, petition: Petition): PersonalFact[] {
  const { name, address, phone, email } = petition.sender
  const marked = findPersonal(matter, [name])
  for (const own of [address, phone, email].filter((text) => text.length >= 5)) {
    const from = matter.indexOf(own)
    const to = from + own.length
    const isNew = from >= 0 && !marked.some((one) => from < one.to && one.from < to)
    if (isNew) marked.push({ kind: 'house', from, to, text: own })
  }
  return marked.sort((one, other) => one.from - other.from)
}

/** For the form: the petition, if it may be classified, and what would be marked. */
export async function previewMatter(
  officer: Officer,
  id: string,
  matter: string | undefined,
): Promise<{ petition: Petition; matter: string; marks: PersonalFact[] }> {
  return read(officer.agencyId, async (tx) => {
    const petition = await getPetition(tx, id)
    allow(canClassify(officer, petition, await houseOf(tx, officer.agencyId)))
    // Empty at first: a complaint that is passed on word for word says who wrote it.
    const shown = matter ?? ''
    return { petition, matter: shown, marks: marksInMatter(shown, petition) }
  })
}

async function superiorFor(tx: Tx, officer: Officer, concernedId: string): Promise<string> {
  const concerned = await getAnswerer(tx, officer.agencyId, concernedId)
  const others = [...(await listOfficersWith(tx, 'approver')), ...(await listOfficersWith(tx, 'supervisor'))]
  const superior = superiorOf(concerned, others, await listUnits(tx, officer.agencyId))
  if (!superior) throw new DomainError('feedback.no-superior')
  return superior.id
}

interface Asked {
  officerId: string
  matter: string
  dismissed: readonly string[]
}

/**
 * Asks the officer a complaint is about to explain, and their superior to decide. The officer gets the matter and no
 * word of who complained: while something in it might say so, nothing is asked, and it is returned.
 * @see Circular 01/2018/TT-VPCP, Art. 17.1 đ
 */
export async function askForExplanation(officer: Officer, petitionId: string, asked: Asked): Promise<PersonalFact[]> {
  const { agencyId, officerId } = officer
  if (asked.officerId === officerId) throw new DomainError('feedback.about-yourself')
  return transaction(agencyId, async (tx) => {
    const petition = await lockPetition(tx, petitionId)
    allow(canClassify(officer, petition, await houseOf(tx, agencyId)))
    if (await findExplanationOf(tx, petitionId)) throw new DomainError('feedback.already-explaining')
    const marks = marksInMatter(asked.matter, petition)
    const left = undismissed(marks, asked.dismissed)
    if (left.length > 0) return left
    const at = now()
    const id = newId()
    await insertExplanation(tx, {
      ...{ id, agencyId, petitionId, at, askedBy: officerId },
      officerId: asked.officerId,
      superiorId: await superiorFor(tx, officer, asked.officerId),
      matter: asked.matter,
      dismissed: [...new Set(marks.map(({ text }) => text))],
      explainByOn: await dueAfter(tx, agencyId, { at, days: EXPLAIN_WITHIN }),
    })
    const keeps = petition.assignedTo === asked.officerId ? null : (petition.assignedTo ?? null)
    await changePetition(tx, petitionId, {
      ...{ state: 'explaining', concerned_officer: asked.officerId, assigned_to: keeps, held_because: null },
    })
    await addAct(tx, { agencyId, petitionId, kind: 'explanation-asked', byOfficer: officerId })
    await enqueue(tx, 'feedback:tell-officer', { agencyId, id, what: 'explain' })
    return []
  })
}

export interface OpenedExplanation {
  explanation: Explanation
  /** The officer concerned, for the superior. */
  concerned: string
  may: { explain: boolean; decide: boolean }
  role: 'concerned' | 'superior'
}

async function opened(tx: Tx, officer: Officer, explanation: Explanation): Promise<OpenedExplanation> {
  const isOver = today() > explanation.explainByOn
  return {
    explanation,
    concerned: await officerName(tx, explanation.officerId),
    role: explanation.officerId === officer.officerId ? 'concerned' : 'superior',
    may: {
      explain: canExplain(officer, standing(explanation)) === true,
      decide: canDecide(officer, standing(explanation), isOver) === true,
    },
  }
}

/** For the officer concerned and their superior, and for nobody else. */
export async function openExplanation(officer: Officer, id: string): Promise<OpenedExplanation> {
  return read(officer.agencyId, async (tx) => {
    const explanation = await getExplanation(tx, id)
    if (explanation.officerId !== officer.officerId) {
      // A conflict there means that it is theirs and that its time has not come, or is over: they may look.
      const verdict = canDecide(officer, standing(explanation), false)
      if (verdict !== true && verdict.code === 'http.not-found') throw verdict
    }
    return opened(tx, officer, explanation)
  })
}

export function listExplanations(officer: Officer): Promise<OpenedExplanation[]> {
  return read(officer.agencyId, async (tx) => {
    const list: OpenedExplanation[] = []
    for (const one of await listExplanationsFor(tx, officer.officerId)) list.push(await opened(tx, officer, one))
    return list
  })
}

/** The officer concerned says how it was. Until it is decided they may say it anew. */
export async function explain(officer: Officer, id: string, words: string): Promise<void> {
  const { agencyId } = officer
  await transaction(agencyId, async (tx) => {
    const one = await getExplanation(tx, id, { lock: true })
    allow(canExplain(officer, standing(one)))
    await changeExplanation(tx, id, { explanation: words, explained_at: now() })
    if (one.explainedAt) return
    await addAct(tx, { agencyId, petitionId: one.petitionId, kind: 'explained' })
    await enqueue(tx, 'feedback:tell-officer', { agencyId, id, what: 'decide' })
  })
}

/** The superior decides; the petition then goes back to those who answer its sender. R-170 */
export async function decideOn(
  officer: Officer,
  id: string,
  { decision, words }: { decision: Decision; words: string },
): Promise<void> {
  const { agencyId } = officer
  await transaction(agencyId, async (tx) => {
    const one = await getExplanation(tx, id, { lock: true })
    const day: LocalDate = today()
    allow(canDecide(officer, standing(one), day > one.explainByOn))
    await changeExplanation(tx, id, { decision, decision_words: words, decided_at: now() })
    await lockPetition(tx, one.petitionId)
    await changePetition(tx, one.petitionId, { state: 'handling' })
    await addAct(tx, { agencyId, petitionId: one.petitionId, kind: 'decided', words })
  })
}
