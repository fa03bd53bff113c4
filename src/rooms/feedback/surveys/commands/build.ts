import { allow, Conflict, Forbidden, NotFound } from '#kernel/errors.ts'
import { isId, newId } from '#kernel/id.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { canAsk } from '../policy.ts'
import { type QuestionResult, resultsOf } from '../results.ts'
import * as store from '../store.ts'
import {
  MOST_INVITATIONS,
  MOST_QUESTIONS,
  missingFor,
  type Question,
  type Survey,
  type SurveySettings,
} from '../survey.ts'

/** The officer who may ask the public; refused otherwise. */
export function asAsker(officer: Officer): Officer {
  allow(canAsk(officer) || new Forbidden())
  return officer
}

export async function listAll(officer: Officer): Promise<Survey[]> {
  return read(asAsker(officer).agencyId, store.listSurveys)
}

async function found(tx: Tx, id: string, look: typeof store.findSurvey): Promise<Survey> {
  const survey = isId(id) ? await look(tx, id) : undefined
  if (!survey) throw new NotFound()
  return survey
}

export async function getForAsker(officer: Officer, id: string): Promise<Survey> {
  return read(asAsker(officer).agencyId, (tx) => found(tx, id, store.findSurvey))
}

export async function createSurvey(officer: Officer, settings: SurveySettings): Promise<string> {
  const { agencyId, officerId } = asAsker(officer)
  const id = newId()
  await transaction(agencyId, (tx) => store.insertSurvey(tx, { agencyId, id, by: officerId, at: now() }, settings))
  return id
}

/** What has been published stands: answers are answers to those words. */
async function changeDraft<T>(
  officer: Officer,
  id: string,
  change: (tx: Tx, survey: Survey) => Promise<T>,
): Promise<T> {
  return transaction(asAsker(officer).agencyId, async (tx) => {
    const survey = await found(tx, id, store.lockSurvey)
    if (survey.state !== 'draft') throw new Conflict('feedback.survey-published')
    return change(tx, survey)
  })
}

export function keepSettings(officer: Officer, id: string, settings: SurveySettings): Promise<void> {
  return changeDraft(officer, id, (tx) => store.changeSettings(tx, id, settings))
}

/** `make` is given the questions there are and answers with the new one, or with nothing when it cannot be read. */
export function addQuestion(
  officer: Officer,
  id: string,
  make: (taken: readonly Question[]) => Question | undefined,
): Promise<boolean> {
  return changeDraft(officer, id, async (tx, { questions }) => {
    const question = questions.length < MOST_QUESTIONS ? make(questions) : undefined
    if (question) await store.changeQuestions(tx, id, [...questions, question])
    return question !== undefined
  })
}

export function removeQuestion(officer: Officer, id: string, questionId: string): Promise<void> {
  return changeDraft(officer, id, (tx, { questions }) =>
    store.changeQuestions(
      tx,
      id,
      questions.filter((question) => question.id !== questionId),
    ),
  )
}

/** One place up; the first stays where it is. */
export function raiseQuestion(officer: Officer, id: string, questionId: string): Promise<void> {
  return changeDraft(officer, id, (tx, { questions }) => {
    const at = questions.findIndex((question) => question.id === questionId)
    const [before, question] = [questions[at - 1], questions[at]]
    if (!before || !question) return Promise.resolve()
    return store.changeQuestions(tx, id, questions.with(at - 1, question).with(at, before))
  })
}

/** From now on nothing of it changes. Pressed twice it is published once. */
export async function publishSurvey(officer: Officer, id: string): Promise<void> {
  await transaction(asAsker(officer).agencyId, async (tx) => {
    const survey = await found(tx, id, store.lockSurvey)
    if (survey.state !== 'draft') return
    if (missingFor(survey, today()).length > 0) throw new Conflict('feedback.survey-not-ready')
    await store.markPublished(tx, id, now())
  })
}

export async function closeSurvey(officer: Officer, id: string): Promise<void> {
  await transaction(asAsker(officer).agencyId, async (tx) => {
    const survey = await found(tx, id, store.lockSurvey)
    if (survey.state === 'published') await store.markClosed(tx, id, now())
  })
}

/** There are links up to this number. Fewer than there were is not possible: they have gone out. */
export async function inviteUpTo(officer: Officer, id: string, many: number): Promise<void> {
  await transaction(asAsker(officer).agencyId, async (tx) => {
    const { access, invitations } = await found(tx, id, store.lockSurvey)
    if (access !== 'invited') return
    await store.setInvitations(tx, id, Math.min(Math.max(many, invitations), MOST_INVITATIONS))
  })
}

export interface SurveyResults {
  survey: Survey
  answers: number
  results: QuestionResult[]
}

export async function getResults(officer: Officer, id: string): Promise<SurveyResults> {
  return read(asAsker(officer).agencyId, async (tx) => {
    const survey = await found(tx, id, store.findSurvey)
    const given = await store.listAnswers(tx, id)
    return { survey, answers: given.length, results: resultsOf(survey, given) }
  })
}

/** Every answer whole, for a table; undefined while there are so few that one could guess whose they are. */
export async function getAnswers(officer: Officer, id: string) {
  return read(asAsker(officer).agencyId, async (tx) => ({
    survey: await found(tx, id, store.findSurvey),
    given: await store.listAnswers(tx, id),
  }))
}
