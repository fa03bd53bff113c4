import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { type FieldError, NotFound } from '#kernel/errors.ts'
import { openFile } from '#platform/files/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { adjustPlan, saveParticulars } from '../../commands/draft.ts'
import { lookAtPlan, type ShownPlan } from '../../commands/look.ts'
import { askSignature } from '../../commands/sign.ts'
import { publish } from '../../commands/slips.ts'
import { PLAIN_ACTS, step } from '../../commands/step.ts'
import { compareLines } from '../../compare.ts'
import { LIFE } from '../../life.ts'
import { PUBLICATIONS } from '../../slip.ts'
import { limited, readDay, typedDay } from '../shared/read.ts'
import { roomWords } from '../shared/words.ts'
import { ComparePage } from './compare.view.tsx'
import { en } from './plan.en.ts'
import { vi } from './plan.vi.ts'
import { PlanPage } from './plan.view.tsx'
import type { TypedParticulars } from './props.ts'

const HERE = '/manage/funding-plans/:id'

type Asked = { Params: { id: string } }
type Stepping = { Params: { id: string; act: string } }

const says = (request: FastifyRequest) => ({ ...wordsFor(request, { vi, en }), room: roomWords(request) })
const home = ({ params }: FastifyRequest<Asked>) => `/manage/funding-plans/${params.id}`

function particularsOf({ last }: ShownPlan): TypedParticulars {
  const { number, issuedOn, sentOn } = last.digitalPlan
  return { number, issuedOn, sentOn, noTraining: last.noTraining }
}

interface Answer {
  errors: readonly FieldError[]
  typed?: TypedParticulars
}

async function show(request: FastifyRequest<Asked>, reply: FastifyReply, answer: Answer = { errors: [] }) {
  const shown = await lookAtPlan(requireOfficer(request), request.params.id)
  const typed = answer.typed ?? particularsOf(shown)
  const page = { shown, typed, errors: answer.errors, language: request.language, t: says(request) }
  return reply.page(<PlanPage {...page} />, { area: 'manage' })
}

/** A step with its sentence, where one is asked for. What stands against it is said on the page. */
async function take(request: FastifyRequest<Stepping>, reply: FastifyReply) {
  const { id, act } = request.params
  const officer = requireOfficer(request)
  const words = limited(request, `words-${act}`)
  const plain = PLAIN_ACTS.find((one) => one === act)
  const known = plain ?? (act === 'adjust' ? act : undefined)
  if (act === 'ask-signature') {
    await askSignature(officer, id)
    return reply.redirect(home(request), 303)
  }
  if (!known) throw new NotFound()
  if (words === '' && (LIFE[known].reason || known === 'send')) {
    const errors = [{ field: `words-${act}`, message: wordsFor(request, { vi, en }).words.missing }]
    return show(request, reply.code(422), { errors })
  }
  if (!plain) await adjustPlan(officer, id, words)
  const findings = plain ? await step(officer, { planId: id, act: plain }, words) : []
  if (findings.length === 0) return reply.redirect(home(request), 303)
  const t = roomWords(request)
  // Where the page has no field of that name, the summary leads to the list of findings.
  const errors = findings.map(({ code, field, law }) => {
    return { field: field === 'noTraining' ? field : 'findings', message: `${t.findings[code]} (${law})` }
  })
  return show(request, reply.code(422), { errors })
}

async function keepParticulars(request: FastifyRequest<Asked>, reply: FastifyReply) {
  const t = wordsFor(request, { vi, en })
  const days = (['issuedOn', 'sentOn'] as const).map((name) => {
    const typed = typedDay(request, name)
    const empty = typed.day === '' && typed.month === '' && typed.year === ''
    return { name, typed, empty, day: empty ? undefined : readDay(request, name) }
  })
  const errors = days
    .filter(({ empty, day }) => !empty && !day)
    .map(({ name }) => ({ field: name as string, message: t.particulars.wrongDay }))
  const [number, noTraining] = [limited(request, 'digitalPlan', 200), limited(request, 'noTraining')]
  if (errors.length > 0) {
    const typed = { number, noTraining, issuedOn: days[0]?.typed, sentOn: days[1]?.typed }
    return show(request, reply.code(422), { errors, typed })
  }
  const digitalPlan = { number, issuedOn: days[0]?.day, sentOn: days[1]?.day }
  await saveParticulars(requireOfficer(request), request.params.id, { noTraining, digitalPlan })
  return reply.redirect(home(request), 303)
}

async function compare(request: FastifyRequest<Asked & { Querystring: Versions }>, reply: FastifyReply) {
  const { plan, versions, body } = await lookAtPlan(requireOfficer(request), request.params.id)
  const find = (text: string | undefined) => versions.find(({ number }) => String(number) === text)
  const [from, to] = [find(request.query.from), find(request.query.to)]
  if (!from || !to) throw new NotFound('funding-plans.no-such-plan')
  const changes = compareLines(from.lines, to.lines)
  const back = `${body.name[request.language]}, ${plan.year}`
  const page = { planId: plan.id, back, from: from.number, to: to.number, changes, t: says(request) }
  return reply.page(<ComparePage {...page} />, { area: 'manage' })
}

interface Versions {
  from?: string
  to?: string
}

/** The PDF that was signed, byte for byte. R-207 */
async function sendSigned(request: FastifyRequest<{ Params: { id: string; number: string } }>, reply: FastifyReply) {
  const { id, number } = request.params
  const { plan, body, versions } = await lookAtPlan(requireOfficer(request), id)
  const sha256 = versions.find((version) => `${version.number}.pdf` === number)?.signedSha256
  if (!sha256) throw new NotFound('funding-plans.no-such-plan')
  const name = `ke-hoach-kinh-phi-${plan.year}-${body.code}-${number}`
  return reply
    .type('application/pdf')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(await openFile(sha256))
}

/** A plan, its steps, its particulars, its versions side by side. */
export const planRoutes: FastifyPluginAsync = async (app) => {
  app.get<Asked>(HERE, { config: { may: 'officer', audit: 'funding-plan.opened' } }, (request, reply) =>
    show(request, reply),
  )
  app.post<Stepping>(`${HERE}/steps/:act`, { config: { may: 'officer', audit: 'funding-plan.step' } }, take)
  app.post<Asked>(
    `${HERE}/particulars`,
    { config: { may: 'officer', audit: 'funding-plan.particulars' } },
    keepParticulars,
  )
  app.post<Asked>(
    `${HERE}/publications`,
    { config: { may: 'officer', audit: 'funding-plan.published' } },
    async (request, reply) => {
      const what = PUBLICATIONS.find((one) => one === postedText(request, 'what'))
      if (!what) throw new NotFound()
      await publish(requireOfficer(request), request.params.id, what)
      return reply.redirect(home(request), 303)
    },
  )
  app.get<Asked & { Querystring: Versions }>(`${HERE}/comparison`, { config: { may: 'officer' } }, compare)
  app.get<{ Params: { id: string; number: string } }>(
    `${HERE}/signed/:number`,
    { config: { may: 'officer', audit: 'funding-plan.signed-file' } },
    sendSigned,
  )
}
