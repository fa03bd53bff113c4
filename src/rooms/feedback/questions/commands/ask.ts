import { NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { getPerson } from '#rooms/identity/index.ts'
import { dueAfter } from '../../commands/due.ts'
import { askForProof, type ProofTried, proofIdOf, tryCode } from '../../commands/prove-email.ts'
import { openId, sealId } from '../../commands/sealed-id.ts'
import { heldBecause } from '../../commands/sender.ts'
import { procedureNames } from '../../store/names.ts'
import { ANSWER_WITHIN, type Asked, type PublishedAnswer, type Question } from '../question.ts'
import { findPublishedOf, findSimilar } from '../store/published.ts'
import { countAsked, getQuestion, insertQuestion, listQuestionsOf } from '../store/questions.ts'

const linkOf = (agencyId: number) => ({ agencyId, purpose: 'question links' })

/** The address at which whoever asked sees how it stands, without signing in. */
export function questionPath(agencyId: number, id: string): string {
  return `/questions/mine/${sealId(linkOf(agencyId), id)}`
}

/** The name of the procedure a question is about; undefined for none, and for a code this agency does not know. */
export async function procedureNamed(tx: Tx, code: string): Promise<Bilingual | undefined> {
  if (!/^\d{1,2}\.\d{6}$/.test(code)) return undefined
  const name = (await procedureNames(tx, [code]))(code)
  return name.vi === code ? undefined : name
}

/** Answered questions like this one. */
export function similarTo(agencyId: number, asked: Asked): Promise<PublishedAnswer[]> {
  return read(agencyId, (tx) => findSimilar(tx, asked))
}

interface Asking {
  language: Language
  asked: Asked
  senderKey: string
  trapped: boolean
}

async function take(
  tx: Tx,
  agencyId: number,
  { id, name, personId, email, ...asking }: Asking & { id: string; name: string; personId?: string; email?: string },
): Promise<void> {
  const askedAt = now()
  const { asked, language, senderKey, trapped } = asking
  const held = await heldBecause(tx, { key: senderKey, known: true, trapped }, countAsked)
  const dueOn = await dueAfter(tx, agencyId, { at: askedAt, days: ANSWER_WITHIN })
  const isNew = await insertQuestion(tx, {
    ...{ id, agencyId, language, personId, email, senderKey, askedAt, dueOn },
    ...asked,
    askerName: name,
    heldBecause: held,
  })
  if (isNew && email !== undefined) await enqueue(tx, 'feedback:tell-asker', { agencyId, id, what: 'taken' })
}

/** Whoever has signed in asks at once. Returns the address of the question. R-169 */
export async function askAsCitizen(citizen: Citizen, asking: Asking): Promise<string> {
  const { agencyId, personId, name } = citizen
  const id = newId()
  await transaction(agencyId, async (tx) => {
    const { email } = await getPerson(tx, agencyId, personId)
    await take(tx, agencyId, { ...asking, id, name, personId, ...(email ? { email } : {}) })
  })
  return questionPath(agencyId, id)
}

/** Whoever has not is sent a code first. Returns where to type it in; undefined when no further code is sent yet. */
export function askByEmail(
  agencyId: number,
  { asked, language, senderKey, trapped, name, email }: Asking & { name: string; email: string },
): Promise<string | undefined> {
  const payload = { language, trapped, name, body: asked.body, procedureCode: asked.procedureCode ?? null }
  return transaction(agencyId, (tx) => askForProof(tx, { agencyId, email, visitKey: senderKey, payload }))
}

/** The code is right: the question is asked, once however often it is pressed. Returns its address, or why not. */
export async function confirmQuestion(
  agencyId: number,
  typed: { token: string; code: string },
): Promise<{ path: string } | { failed: Exclude<ProofTried['outcome'], 'proven'> }> {
  return transaction(agencyId, async (tx) => {
    const tried = await tryCode(tx, agencyId, typed)
    if (tried.outcome === 'used') {
      const id = proofIdOf(agencyId, typed.token)
      return id ? { path: questionPath(agencyId, id) } : { failed: 'over' as const }
    }
    if (tried.outcome !== 'proven') return { failed: tried.outcome }
    const { proof, payload } = tried
    const { language, body, procedureCode, name, trapped } = payload
    await take(tx, agencyId, {
      id: proof.id,
      asked: { body, procedureCode: procedureCode ?? undefined },
      ...{ language, name, trapped, email: proof.email, senderKey: proof.emailKey },
    })
    return { path: questionPath(agencyId, proof.id) }
  })
}

export interface AskedQuestion {
  question: Question
  procedure: Bilingual | undefined
  publishedId: string | undefined
}

async function withNames(tx: Tx, question: Question): Promise<AskedQuestion> {
  const { procedureCode } = question
  const procedure = procedureCode === undefined ? undefined : (await procedureNames(tx, [procedureCode]))(procedureCode)
  return { question, procedure, publishedId: (await findPublishedOf(tx, question.id))?.id }
}

/** What the secret link shows. Throws NotFound for what this agency has not given out. */
export async function getAskedByLink(agencyId: number, token: string): Promise<AskedQuestion> {
  const id = openId(linkOf(agencyId), token)
  if (!id) throw new NotFound()
  return read(agencyId, async (tx) => withNames(tx, await getQuestion(tx, id)))
}

/** A person's own questions. */
export function listMyQuestions({ agencyId, personId }: Citizen): Promise<Question[]> {
  return read(agencyId, (tx) => listQuestionsOf(tx, personId))
}
