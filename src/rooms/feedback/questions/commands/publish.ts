import { allow } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import { listUnits } from '#rooms/agencies/index.ts'
import { frontOf } from '../../front.ts'
import { findPersonal, type PersonalFact, undismissed } from '../../personal-facts.ts'
import { procedureNames } from '../../store/names.ts'
import { canPublish } from '../policy.ts'
import { type PublishedAnswer, type Question, stateOf } from '../question.ts'
import {
  answersAbout,
  findPublished,
  listPublished,
  type PublishedAsked,
  publish as publishText,
  withdraw,
} from '../store/published.ts'
import { getQuestion, lockQuestion } from '../store/questions.ts'

export interface PublishedText {
  question: string
  answer: string
}

export interface Publication {
  question: Question
  text: PublishedText
  /** What is marked in each of the two texts. */
  marks: { question: PersonalFact[]; answer: PersonalFact[] }
}

function marksIn(text: PublishedText, names: readonly string[]): Publication['marks'] {
  return { question: findPersonal(text.question, names), answer: findPersonal(text.answer, names) }
}

async function allowed(tx: Tx, officer: Officer, question: Question): Promise<void> {
  const front = frontOf(await listUnits(tx, officer.agencyId))
  allow(canPublish(officer, { ...question, state: stateOf(question) }, front))
}

/** The text as it would be published, with what may be personal marked; `text` is what the officer has made of it. */
export async function previewPublication(officer: Officer, id: string, text?: PublishedText): Promise<Publication> {
  return read(officer.agencyId, async (tx) => {
    const question = await getQuestion(tx, id)
    await allowed(tx, officer, question)
    const shown = text ?? { question: question.body, answer: question.answer ?? '' }
    return { question, text: shown, marks: marksIn(shown, [question.askerName]) }
  })
}

/**
 * Publishes, unless something that looks personal has been neither taken out nor dismissed: then it returns what is
 * left, and nothing is published. R-169
 */
export async function publishAnswer(
  officer: Officer,
  id: string,
  { text, dismissed }: { text: PublishedText; dismissed: readonly string[] },
): Promise<PersonalFact[]> {
  return transaction(officer.agencyId, async (tx) => {
    const question = await lockQuestion(tx, id)
    await allowed(tx, officer, question)
    const marks = marksIn(text, [question.askerName])
    const all = [...marks.question, ...marks.answer]
    const left = undismissed(all, dismissed)
    if (left.length > 0) return left
    const kept = [...new Set(all.map((fact) => fact.text))]
    const { agencyId, procedureCode, language } = question
    const by = { officerId: officer.officerId, at: now(), dismissed: kept }
    await publishText(tx, { agencyId, questionId: id, procedureCode, language, ...text, ...by })
    return []
  })
}

/** Takes what is published down again. */
export async function withdrawAnswer(officer: Officer, id: string): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    await allowed(tx, officer, await lockQuestion(tx, id))
    await withdraw(tx, { questionId: id, officerId: officer.officerId, at: now() })
  })
}

export interface NamedAnswer extends PublishedAnswer {
  procedure: Bilingual | undefined
}

async function named(tx: Tx, answers: readonly PublishedAnswer[]): Promise<NamedAnswer[]> {
  const codes = answers.flatMap(({ procedureCode }) => procedureCode ?? [])
  const nameOf = await procedureNames(tx, codes)
  return answers.map((one) => ({
    ...one,
    procedure: one.procedureCode === undefined ? undefined : nameOf(one.procedureCode),
  }))
}

/** A page of what everybody reads. */
export async function readPublished(
  agencyId: number,
  asked: PublishedAsked,
): Promise<{ answers: NamedAnswer[]; count: number }> {
  return read(agencyId, async (tx) => {
    const { answers, count } = await listPublished(tx, asked)
    return { answers: await named(tx, answers), count }
  })
}

/** One published answer; undefined when it is not there, or no more. */
export async function readAnswer(agencyId: number, id: string): Promise<NamedAnswer | undefined> {
  return read(agencyId, async (tx) => {
    const found = await findPublished(tx, id)
    return found && (await named(tx, [found]))[0]
  })
}

/** What people have asked about one procedure and were answered, for its page. In the caller's transaction. R-169 */
export function answeredQuestions(
  tx: Tx,
  procedureCode: string,
  { language, most = 5 }: { language: Language; most?: number },
): Promise<PublishedAnswer[]> {
  return answersAbout(tx, procedureCode, { language, most })
}
