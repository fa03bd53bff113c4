import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { postedText } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { canMail } from '#platform/mail/index.ts'
import { isTrapped, senderKey, TRAP } from '../../../commands/sender.ts'
import { firstOf } from '../../../pages/asked.ts'
import { askAsCitizen, askByEmail, confirmQuestion, procedureNamed, similarTo } from '../../commands/ask.ts'
import { LONGEST_QUESTION, problemsOf, type TypedQuestion } from '../../question.ts'
import { en } from './ask.en.ts'
import { vi } from './ask.vi.ts'
import { AskPage, type AskProps, ConfirmPage } from './ask.view.tsx'

type AskRequest = FastifyRequest<{ Querystring: { procedure?: string | string[]; q?: string | string[] } }>
type ConfirmRequest = FastifyRequest<{ Params: { token: string } }>

const SLOWLY = { max: 60, timeWindow: '1 minute' }

async function propsOf(request: FastifyRequest, typed: TypedQuestion): Promise<AskProps> {
  const procedure = typed.procedure
    ? await read(request.agency.id, (tx) => procedureNamed(tx, typed.procedure))
    : undefined
  const { viewer } = request
  return {
    typed: procedure ? typed : { ...typed, procedure: '' },
    procedure,
    citizen: viewer?.kind === 'citizen' ? viewer.name : undefined,
    canMail: canMail(),
    trap: TRAP,
    t: wordsFor(request, { vi, en }),
  }
}

function postedQuestion(request: FastifyRequest): TypedQuestion {
  const [body, procedure] = [postedText(request, 'body').replaceAll('\r\n', '\n'), postedText(request, 'procedure')]
  return { body, procedure, name: postedText(request, 'name'), email: postedText(request, 'email') }
}

function errorsIn(typed: TypedQuestion, needsEmail: boolean, t: typeof vi): FieldError[] {
  return problemsOf(typed, needsEmail).map(({ field, is }) => ({
    field,
    message: is === 'long' ? t.long(LONGEST_QUESTION, typed.body.length) : t[is],
  }))
}

async function ask(request: AskRequest, reply: FastifyReply) {
  const { agency, language, viewer } = request
  const props = await propsOf(request, postedQuestion(request))
  const { typed, t } = props
  const citizen = viewer?.kind === 'citizen' ? viewer : undefined
  if (!citizen && !props.canMail) return reply.code(422).page(<AskPage {...props} />)
  const errors = errorsIn(typed, citizen === undefined, t)
  if (errors.length > 0) return reply.code(422).page(<AskPage {...props} errors={errors} />)

  const asked = { body: typed.body, procedureCode: props.procedure ? typed.procedure : undefined }
  if (postedText(request, 'seen') !== 'yes') {
    const similar = await similarTo(agency.id, asked)
    if (similar.length > 0) return reply.page(<AskPage {...props} similar={similar} />)
  }
  const asking = { language, asked, senderKey: senderKey(request), trapped: isTrapped(request) }
  if (citizen) return reply.redirect(`${await askAsCitizen(citizen, asking)}?sent=yes`, 303)
  const { name, email } = typed
  const token = await askByEmail(agency.id, { ...asking, name, email })
  if (token) return reply.redirect(`/questions/confirm/${token}`, 303)
  return reply.code(422).page(<AskPage {...props} errors={[{ field: 'email', message: t.waitForCode }]} />)
}

async function confirm(request: ConfirmRequest, reply: FastifyReply) {
  const t = wordsFor(request, { vi, en })
  const { token } = request.params
  const path = `/questions/confirm/${token}`
  const confirmed = await confirmQuestion(request.agency.id, { token, code: postedText(request, 'code') })
  if ('path' in confirmed) return reply.redirect(`${confirmed.path}?sent=yes`, 303)
  const { failed } = confirmed
  const said = t[failed === 'used' ? 'over' : failed]
  if (failed !== 'wrong') return reply.code(422).page(<ConfirmPage path={path} over={said} t={t} />)
  return reply.code(422).page(<ConfirmPage path={path} errors={[{ field: 'code', message: said }]} t={t} />)
}

/** Asking, and the code that proves an address. */
export const askRoutes: FastifyPluginAsync = async (app) => {
  app.get('/questions/ask', { config: { may: 'public' } }, async (request: AskRequest, reply) => {
    const typed = { body: firstOf(request.query.q).slice(0, LONGEST_QUESTION), name: '', email: '' }
    const props = await propsOf(request, { ...typed, procedure: firstOf(request.query.procedure) })
    return reply.page(<AskPage {...props} />)
  })
  app.post('/questions/ask', { config: { may: 'public', rateLimit: SLOWLY } }, ask)

  app.get('/questions/confirm/:token', { config: { may: 'public' } }, async (request: ConfirmRequest, reply) =>
    reply.page(<ConfirmPage path={`/questions/confirm/${request.params.token}`} t={wordsFor(request, { vi, en })} />),
  )
  app.post('/questions/confirm/:token', { config: { may: 'public', rateLimit: SLOWLY } }, confirm)

  app.get(
    '/questions/similar',
    { config: { may: 'public', rateLimit: SLOWLY } },
    async (request: AskRequest, reply) => {
      const body = firstOf(request.query.q).slice(0, LONGEST_QUESTION)
      const code = firstOf(request.query.procedure)
      const similar = await similarTo(request.agency.id, { body, procedureCode: code || undefined })
      return reply.send(similar.map(({ id, question, language }) => ({ href: `/questions/${id}`, question, language })))
    },
  )
}
