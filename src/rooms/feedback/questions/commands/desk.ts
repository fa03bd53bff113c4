import { allow, Conflict, type DomainError, Forbidden } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { listUnits } from '#rooms/agencies/index.ts'
import { officerNames } from '#rooms/identity/index.ts'
import { type Answerer, getAnswerer, listAnswerers } from '../../commands/answerers.ts'
import { answersPeople, coordinates, frontOf } from '../../front.ts'
import { procedureNames } from '../../store/names.ts'
import { canAnswer, canCoordinate, canSee } from '../policy.ts'
import { isClosed, type PublishedAnswer, type Question, type QuestionState, stateOf } from '../question.ts'
import { findPublishedOf } from '../store/published.ts'
import {
  changeQuestion,
  countOpen,
  type DeskView,
  getQuestion,
  listQuestions,
  lockQuestion,
  type QuestionChange,
} from '../store/questions.ts'

export interface DeskQuestion {
  question: Question
  state: QuestionState
  procedure: Bilingual | undefined
  assignee: string | undefined
}

export interface DeskList {
  rows: DeskQuestion[]
  counts: Record<'open' | 'mine' | 'held', number>
  coordinates: boolean
}

async function frontIn(tx: Tx, agencyId: number): Promise<ReadonlySet<string>> {
  return frontOf(await listUnits(tx, agencyId))
}

async function described(tx: Tx, questions: readonly Question[]): Promise<DeskQuestion[]> {
  const codes = questions.flatMap(({ procedureCode }) => procedureCode ?? [])
  const procedureOf = await procedureNames(tx, codes)
  const names = await officerNames(tx, [...new Set(questions.flatMap(({ assignedTo }) => assignedTo ?? []))])
  return questions.map((question) => ({
    question,
    state: stateOf(question),
    procedure: question.procedureCode === undefined ? undefined : procedureOf(question.procedureCode),
    assignee: question.assignedTo === undefined ? undefined : names.get(question.assignedTo),
  }))
}

/** What waits at the desk. Who does not coordinate sees only what was given to them. */
export async function listForDesk(officer: Officer, view: DeskView): Promise<DeskList> {
  const { agencyId, officerId } = officer
  if (!answersPeople(officer)) throw new Forbidden()
  return read(agencyId, async (tx) => {
    const all = coordinates(officer, await frontIn(tx, agencyId))
    const own = view === 'mine' || !all
    const rows = await listQuestions(tx, view === 'mine' ? 'open' : view, own ? officerId : undefined)
    return { rows: await described(tx, rows), counts: await countOpen(tx, officerId), coordinates: all }
  })
}

export interface OpenedQuestion extends DeskQuestion {
  published: PublishedAnswer | undefined
  answerers: readonly Answerer[]
  may: { answer: boolean; coordinate: boolean; publish: boolean }
}

/** A question with what this officer may do with it. */
export async function openQuestion(officer: Officer, id: string): Promise<OpenedQuestion> {
  const { agencyId } = officer
  return read(agencyId, async (tx) => {
    const front = await frontIn(tx, agencyId)
    const question = await getQuestion(tx, id)
    const state = stateOf(question)
    allow(canSee(officer, { ...question, state }, front))
    const [row] = await described(tx, [question])
    if (!row) throw new Error('a question that was read is described')
    const coordinate = canCoordinate(officer, front) === true
    return {
      ...row,
      published: await findPublishedOf(tx, id),
      answerers: coordinate ? await listAnswerers(tx, agencyId) : [],
      may: {
        answer: canAnswer(officer, { ...question, state }, front) === true,
        coordinate: coordinate && !isClosed(state),
        publish: coordinate && state === 'answered',
      },
    }
  })
}

type Rule = (
  officer: Officer,
  question: Question & { state: QuestionState },
  front: ReadonlySet<string>,
) => true | DomainError

interface Act {
  id: string
  rule: Rule
  change: QuestionChange
  tells?: 'answered' | 'set-aside'
}

async function act(officer: Officer, { id, rule, change, tells }: Act, before?: (tx: Tx) => Promise<void>) {
  const { agencyId } = officer
  await transaction(agencyId, async (tx) => {
    const question = await lockQuestion(tx, id)
    allow(rule(officer, { ...question, state: stateOf(question) }, await frontIn(tx, agencyId)))
    await before?.(tx)
    await changeQuestion(tx, id, change)
    if (tells && question.email !== undefined) {
      await enqueue(tx, 'feedback:tell-asker', { agencyId, id, what: tells })
    }
  })
}

const whileOpen: Rule = (officer, { state }, front) => {
  const may = canCoordinate(officer, front)
  if (may !== true) return may
  return isClosed(state) ? new Conflict('feedback.question-closed') : true
}

/** Gives it to an officer who answers people. What was held goes its way with it. */
export async function assignQuestion(officer: Officer, id: string, to: string): Promise<void> {
  const change = { assigned_to: to, assigned_at: now(), held_because: null }
  await act(officer, { id, rule: whileOpen, change }, async (tx) => void (await getAnswerer(tx, officer.agencyId, to)))
}

/** Somebody has looked at it: it is a question. */
export async function releaseQuestion(officer: Officer, id: string): Promise<void> {
  await act(officer, { id, rule: whileOpen, change: { held_because: null } })
}

export async function draftAnswer(officer: Officer, id: string, draft: string): Promise<void> {
  await act(officer, { id, rule: canAnswer, change: { draft } })
}

/** The answer goes to whoever asked, and stands. R-169 */
export async function answerQuestion(officer: Officer, id: string, answer: string): Promise<void> {
  const change = { answer, draft: '', answered_by: officer.officerId, answered_at: now(), held_because: null }
  await act(officer, { id, rule: canAnswer, change, tells: 'answered' })
}

/** No question, or one for another place: whoever asked reads why. */
export async function setQuestionAside(officer: Officer, id: string, because: string): Promise<void> {
  const change = { set_aside_because: because, set_aside_by: officer.officerId, set_aside_at: now() }
  await act(officer, { id, rule: whileOpen, change, tells: 'set-aside' })
}
