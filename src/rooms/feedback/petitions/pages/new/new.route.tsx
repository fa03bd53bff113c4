import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, type FieldError } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { isTrapped, senderKey, TRAP } from '../../../commands/sender.ts'
import { isEmail } from '../../../questions/question.ts'
import { houseOf } from '../../commands/house.ts'
import { contactOf, type Sending, sendPetition, takeInPetition } from '../../commands/send.ts'
import { isSubject, LONGEST_CONTENT, problemsOf, type TypedPetition, WAYS_IN } from '../../petition.ts'
import { canTakeIn } from '../../policy.ts'
import { sharedWords } from '../said.ts'
import { en } from './new.en.ts'
import { vi } from './new.vi.ts'
import { NewPetitionPage, TakeInPage } from './new.view.tsx'

const SLOWLY = { max: 30, timeWindow: '1 minute' }
const EMPTY: TypedPetition = { subject: '', content: '', name: '', address: '', phone: '', email: '' }

function postedPetition(request: FastifyRequest): TypedPetition {
  const typed = (Object.keys(EMPTY) as (keyof TypedPetition)[]).map((name) => [name, postedText(request, name)])
  const petition = Object.fromEntries(typed) as unknown as TypedPetition
  return { ...petition, content: petition.content.replaceAll('\r\n', '\n') }
}

const wordsOf = (request: FastifyRequest) => ({ t: wordsFor(request, { vi, en }), says: sharedWords(request) })

function errorsIn(typed: TypedPetition, t: typeof vi): FieldError[] {
  return problemsOf(typed, isEmail).map(({ field, is }) => ({
    field,
    message: is === 'long' ? t.long(LONGEST_CONTENT, typed.content.length) : t[is],
  }))
}

function sendingOf(request: FastifyRequest, typed: TypedPetition): Sending | undefined {
  const { subject, content, name, address, phone, email } = typed
  if (!isSubject(subject)) return undefined
  const known = request.viewer !== undefined
  const sender = { key: senderKey(request), known, trapped: isTrapped(request) }
  return { language: request.language, subject, content, contact: { name, address, phone, email }, sender }
}

async function send(request: FastifyRequest, reply: FastifyReply) {
  const { agency, viewer } = request
  const words = wordsOf(request)
  const typed = postedPetition(request)
  const errors = errorsIn(typed, words.t)
  const sending = sendingOf(request, typed)
  if (errors.length > 0 || !sending) {
    return reply.code(422).page(<NewPetitionPage typed={typed} trap={TRAP} errors={errors} {...words} />)
  }
  const citizen = viewer?.kind === 'citizen' ? viewer : undefined
  return reply.redirect(`${await sendPetition(agency.id, sending, citizen)}?sent=yes`, 303)
}

async function takeIn(request: FastifyRequest, reply: FastifyReply) {
  const words = wordsOf(request)
  const typed = postedPetition(request)
  const posted = postedText(request, 'way')
  const way = WAYS_IN.find((one) => one === posted)
  const errors = errorsIn(typed, words.t)
  if (!way) errors.unshift({ field: 'way', message: words.t.noWay })
  const sending = sendingOf(request, typed)
  if (errors.length > 0 || !sending || !way) {
    return reply.code(422).page(<TakeInPage typed={typed} way={posted} errors={errors} {...words} />, { area: 'desk' })
  }
  const id = await takeInPetition(requireOfficer(request), sending, way)
  return reply.redirect(`/desk/petitions/${id}/slip`, 303)
}

/** Sending one, and writing one down. R-166 */
export const newPetitionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/petitions/new', { config: { may: 'public' } }, async (request, reply) => {
    const { viewer } = request
    const contact = viewer?.kind === 'citizen' ? await contactOf(viewer) : {}
    return reply.page(<NewPetitionPage typed={{ ...EMPTY, ...contact }} trap={TRAP} {...wordsOf(request)} />)
  })
  app.post('/petitions/new', { config: { may: 'public', rateLimit: SLOWLY } }, send)

  app.get('/desk/petitions/new', { config: { may: 'officer' } }, async (request, reply) => {
    const officer = requireOfficer(request)
    allow(canTakeIn(officer, await read(officer.agencyId, (tx) => houseOf(tx, officer.agencyId))))
    return reply.page(<TakeInPage typed={EMPTY} way="" {...wordsOf(request)} />, { area: 'desk' })
  })
  app.post('/desk/petitions/new', { config: { may: 'officer', audit: 'petition.taken-in' } }, takeIn)
}
