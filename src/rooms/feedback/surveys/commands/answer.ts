import { randomUUID } from 'node:crypto'
import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import { today } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { openSecret, sealSecret } from '#platform/sealing/index.ts'
import { type Asking, keyedTaker, takerOf } from '../../commands/taker.ts'
import { claimAnswer, findSurvey, hasAnswered, insertAnswers, listSurveys } from '../store.ts'
import { type Survey, type SurveyAnswers, standing } from '../survey.ts'

const sealedFor = (agencyId: number) => ({ purpose: 'survey invitations', owner: String(agencyId) })

/** The address one invited person answers at, once. Nobody else can make one. */
export function invitationPath({ agencyId, id }: Survey, number: number): string {
  const token = sealSecret(`${id} ${number}`, sealedFor(agencyId)).toString('base64url')
  return `/surveys/${id}?invitation=${token}`
}

/** The number of the link; undefined for one that was not sent for this survey. */
function invitationIn({ agencyId, id, invitations }: Survey, token: string): number | undefined {
  try {
    const [surveyId, number] = openSecret(Buffer.from(token, 'base64url'), sealedFor(agencyId)).split(' ')
    return surveyId === id && Number(number) <= invitations ? Number(number) : undefined
  } catch {
    return undefined
  }
}

/** `uninvited`: it wants a link and this is none. */
export type Answering = 'open' | 'coming' | 'over' | 'uninvited' | 'answered'

interface Taking {
  survey: Survey
  answering: Answering
  taker: string | undefined
}

function takingOf(survey: Survey, asking: Asking, invitation: string): Omit<Taking, 'survey'> {
  const now = standing(survey, today())
  if (now === 'draft') throw new NotFound()
  if (now !== 'open') return { answering: now, taker: undefined }
  if (survey.access === 'open') return { answering: 'open', taker: takerOf(asking, `survey ${survey.id}`) }
  const number = invitationIn(survey, invitation)
  if (number === undefined) return { answering: 'uninvited', taker: undefined }
  // The link counts and not who holds it: it can be used once, on any machine.
  const matter = { agencyId: survey.agencyId, about: `survey ${survey.id}` }
  return { answering: 'open', taker: keyedTaker(matter, `invitation ${number}`) }
}

/** The survey, and whether whoever asks can answer it; NotFound for drafts and for what does not exist. */
export async function getAnswering(asking: Asking, id: string, invitation: string): Promise<Taking> {
  return read(asking.agency.id, async (tx) => {
    const survey = isId(id) ? await findSurvey(tx, id) : undefined
    if (!survey) throw new NotFound()
    const { answering, taker } = takingOf(survey, asking, invitation)
    const done = answering === 'open' && taker !== undefined && (await hasAnswered(tx, id, taker))
    return { survey, taker, answering: done ? 'answered' : answering }
  })
}

/** Keeps the answers apart from who gave them. True when they were taken; false when there are some already. R-171 */
export async function answerSurvey({ survey, taker }: Taking, answers: SurveyAnswers): Promise<boolean> {
  if (taker === undefined) return false
  return transaction(survey.agencyId, async (tx) => {
    if (!(await claimAnswer(tx, survey, taker))) return false
    await insertAnswers(tx, survey, { id: randomUUID(), answers })
    return true
  })
}

/** What everybody can answer today. */
export async function listOpen(agencyId: number): Promise<Survey[]> {
  const surveys = await read(agencyId, listSurveys)
  return surveys.filter((survey) => survey.access === 'open' && standing(survey, today()) === 'open')
}
