import { randomBytes } from 'node:crypto'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { prepareApplying } from '#rooms/dossiers/pages/apply/applying.ts'
import { type Answers, startAnswers } from '#rooms/forms/index.ts'
import { insertDraft } from '#rooms/forms/store/drafts.ts'
import { demonstrationOfficerId } from '#rooms/identity/index.ts'
import { hashOf, insertSession, raiseSession } from '#rooms/identity/store/sessions.ts'
import { aCitizen } from '#rooms/identity/testing.ts'
import { exampleAnswers } from './filling.ts'

const PROCEDURE = '1.004873'
const AGENCY = 1
const AT_ONCE = 4

/** Somebody signed in who has answered every question and has only to press the button. */
export interface Ready {
  cookie: string
  draftId: string
}

const newSecret = () => randomBytes(32).toString('base64url')
const cookieOf = (secret: string) => `mc_session=${secret}`

async function signIn(tx: Tx, citizen: Citizen): Promise<string> {
  const secret = newSecret()
  await insertSession(tx, {
    agencyId: AGENCY,
    idHash: hashOf(secret),
    kind: 'citizen',
    ownerId: citizen.personId,
    assurance: citizen.assurance,
    idToken: '',
    authenticatedAt: now(),
  })
  return cookieOf(secret)
}

async function prepare(tx: Tx, citizen: Citizen): Promise<Ready> {
  const { service, context } = await prepareApplying(tx, citizen, PROCEDURE)
  const [draftId, at] = [newId(), now()]
  const answers = exampleAnswers(PROCEDURE, '01-single-to-marry') as Answers
  await insertDraft(tx, citizen, {
    id: draftId,
    personId: citizen.personId,
    procedureCode: PROCEDURE,
    serviceVersion: service.package.service.version,
    language: 'vi',
    answers: { ...startAnswers(service.form, context), ...answers },
    documents: {},
    revision: 1,
    stepRevisions: Object.fromEntries(service.package.form.steps.map(({ id }) => [id, 1])),
    startedAt: at,
    updatedAt: at,
    submittedAs: undefined,
  })
  return { cookie: await signIn(tx, citizen), draftId }
}

/** So many people before the button “send”. They have no address, so that nothing is mailed. */
export async function peopleBeforeSending(number: number): Promise<Ready[]> {
  const people: Ready[] = []
  const some = async () => {
    for (let left = number / AT_ONCE; left > 0; left -= 1) {
      const citizen = await aCitizen({ email: undefined })
      people.push(await transaction(AGENCY, (tx) => prepare(tx, citizen)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  return people
}

/** The session of a demonstration officer, second factor and all. Answers its cookie. */
export async function officerSession(subject: string): Promise<string> {
  const [first, second] = [newSecret(), newSecret()]
  await transaction(AGENCY, async (tx) => {
    await insertSession(tx, {
      agencyId: AGENCY,
      idHash: hashOf(first),
      kind: 'officer',
      ownerId: demonstrationOfficerId(subject),
      assurance: undefined,
      idToken: '',
      authenticatedAt: now(),
    })
    await raiseSession(tx, hashOf(first), hashOf(second))
  })
  return cookieOf(second)
}
