import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { today } from '#platform/clock/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import {
  answerPetition,
  assignPetition,
  forwardPetition,
  listForDesk,
  openPetition,
  refusePetition,
  releasePetition,
} from '../../commands/desk.ts'
import { GROUNDS, LONGEST_BODY, LONGEST_LAW, LONGEST_RESULT } from '../../petition.ts'
import type { DeskView } from '../../store/petitions.ts'
import { sharedWords } from '../said.ts'
import { en } from './desk.en.ts'
import { vi } from './desk.vi.ts'
import { DeskPetitionsPage } from './list.view.tsx'
import { DeskPetitionPage } from './petition.view.tsx'
import { type Done, deskPath } from './petition-props.ts'

type Of = FastifyRequest<{ Params: { id: string }; Querystring: { done?: string } }>

const VIEWS: readonly DeskView[] = ['open', 'mine', 'held', 'closed']

const wordsOf = (request: FastifyRequest) => ({ t: wordsFor(request, { vi, en }), says: sharedWords(request) })

async function showList(request: FastifyRequest<{ Querystring: { view?: string } }>, reply: FastifyReply) {
  const view = VIEWS.find((one) => one === request.query.view) ?? 'open'
  const list = await listForDesk(requireOfficer(request), view)
  const shown = list.coordinates || view === 'closed' ? view : 'mine'
  const page = <DeskPetitionsPage view={shown} list={list} today={today()} {...wordsOf(request)} />
  return reply.page(page, { area: 'desk' })
}

const isDoneWord = (word: string | undefined): word is Done => word !== undefined && Object.hasOwn(vi.done, word)

async function showPetition(request: Of, reply: FastifyReply) {
  const opened = await openPetition(requireOfficer(request), request.params.id)
  const { done } = request.query
  const page = <DeskPetitionPage opened={opened} done={isDoneWord(done) ? done : undefined} {...wordsOf(request)} />
  return reply.page(page, { area: 'desk' })
}

/** Reads the fields of an act, each with its longest; those marked so may be empty. */
function readFields(request: Of, fields: Record<string, { most: number; optional?: true }>) {
  const { t } = wordsOf(request)
  const typed: Record<string, string> = {}
  const errors: FieldError[] = []
  for (const [name, { most, optional }] of Object.entries(fields)) {
    const text = postedText(request, name).replaceAll('\r\n', '\n')
    typed[name] = text
    if (text === '' && !optional) errors.push({ field: name, message: t.empty })
    if (text.length > most) errors.push({ field: name, message: t.tooLong(most) })
  }
  return { typed, errors }
}

interface Tried {
  typed: Readonly<Record<string, string>>
  errors: readonly FieldError[]
}

async function again(request: Of, reply: FastifyReply, { typed, errors }: Tried) {
  const opened = await openPetition(requireOfficer(request), request.params.id)
  const page = <DeskPetitionPage opened={opened} typed={typed} errors={errors} {...wordsOf(request)} />
  return reply.code(422).page(page, { area: 'desk' })
}

const onward = ({ params }: Of, reply: FastifyReply, done: Done) =>
  reply.redirect(`${deskPath(params.id)}?done=${done}`, 303)

async function assign(request: Of, reply: FastifyReply) {
  const to = postedText(request, 'officer')
  const { t } = wordsOf(request)
  if (!to) return again(request, reply, { typed: {}, errors: [{ field: 'officer', message: t.notChosen }] })
  await assignPetition(requireOfficer(request), request.params.id, to)
  return onward(request, reply, 'assigned')
}

async function forward(request: Of, reply: FastifyReply) {
  const tried = readFields(request, { body: { most: LONGEST_BODY }, note: { most: LONGEST_RESULT, optional: true } })
  if (tried.errors.length > 0) return again(request, reply, tried)
  const { body = '', note = '' } = tried.typed
  await forwardPetition(requireOfficer(request), request.params.id, { body, words: note })
  return onward(request, reply, 'forwarded')
}

async function refuse(request: Of, reply: FastifyReply) {
  const { t } = wordsOf(request)
  const { typed, errors } = readFields(request, { law: { most: LONGEST_LAW }, words: { most: LONGEST_RESULT } })
  const posted = postedText(request, 'ground')
  const ground = GROUNDS.find((one) => one === posted)
  if (!ground) errors.unshift({ field: 'ground', message: t.noGround })
  if (errors.length > 0 || !ground) return again(request, reply, { typed: { ...typed, ground: posted }, errors })
  const { law = '', words = '' } = typed
  // The sender reads the reason in the words of the list, and then the officer's own.
  const reason = { law, words: `${t.grounds[ground]}.\n${words}` }
  await refusePetition(requireOfficer(request), request.params.id, reason)
  return onward(request, reply, 'refused')
}

async function answer(request: Of, reply: FastifyReply) {
  const tried = readFields(request, { result: { most: LONGEST_RESULT } })
  if (tried.errors.length > 0) return again(request, reply, tried)
  await answerPetition(requireOfficer(request), request.params.id, tried.typed.result ?? '')
  return onward(request, reply, 'answered')
}

const act = (audit: string) => ({ config: { may: 'officer', audit } }) as const

/** The desk's side of petitions. */
export const deskPetitionRoutes: FastifyPluginAsync = async (app) => {
  app.get('/desk/petitions', { config: { may: 'officer' } }, showList)
  app.get('/desk/petitions/:id', act('petition.opened'), showPetition)
  app.post('/desk/petitions/:id/assignment', act('petition.assigned'), assign)
  app.post('/desk/petitions/:id/forwarding', act('petition.forwarded'), forward)
  app.post('/desk/petitions/:id/refusal', act('petition.refused'), refuse)
  app.post('/desk/petitions/:id/result', act('petition.answered'), answer)
  app.post('/desk/petitions/:id/release', act('petition.released'), async (request: Of, reply) => {
    await releasePetition(requireOfficer(request), request.params.id)
    return onward(request, reply, 'released')
  })
}
