import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, Conflict, type FieldError } from '#kernel/errors.ts'
import { groupDigits } from '#kernel/money.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { versionFor } from '../../commands/hold.ts'
import { lookAtPlan } from '../../commands/look.ts'
import { allocate } from '../../commands/slips.ts'
import { requestedOf, sum } from '../../line.ts'
import { allocationOf } from '../../slip.ts'
import { limited, readDay, typedDay } from '../shared/read.ts'
import { roomWords } from '../shared/words.ts'
import { en } from './figures.en.ts'
import { vi } from './figures.vi.ts'
import { Decision, FiguresPage } from './figures.view.tsx'
import { amountsIn, notesIn, postedAll, sayProblems } from './typed.ts'

const HERE = '/manage/funding-plans/:id/allocation'

type Asked = FastifyRequest<{ Params: { id: string } }>

const says = (request: FastifyRequest) => ({ ...wordsFor(request, { vi, en }), room: roomWords(request) })

async function open(request: Asked) {
  const shown = await lookAtPlan(requireOfficer(request), request.params.id)
  if (!shown.acts.includes('allocate')) {
    allow(new Conflict('funding-plans.not-possible-now', { act: 'allocate', state: shown.last.state }))
  }
  return { shown, version: versionFor('allocate', shown.versions) }
}

async function show(request: Asked, reply: FastifyReply, errors: readonly FieldError[] = []) {
  const { shown, version } = await open(request)
  const t = says(request)
  const { plan, body, slips } = shown
  const before = allocationOf(slips)
  const posted = request.method === 'POST'
  const proposed = Object.fromEntries(
    version.lines.flatMap((line) => [
      [`given-${line.id}`, String(before?.given[line.id] ?? requestedOf(line))],
      [`note-${line.id}`, before?.notes[line.id] ?? ''],
    ]),
  )
  const typed = posted ? postedAll(request) : proposed
  const { amounts } = posted
    ? amountsIn(request, version.lines, { name: 'given', message: '' })
    : { amounts: before?.given ?? Object.fromEntries(version.lines.map((line) => [line.id, requestedOf(line)])) }
  const words = t.allocation
  const decision = posted
    ? { number: typed.decision ?? '', by: typed.decidedBy ?? '', on: typedDay(request, 'decidedOn') }
    : { number: '', by: '', on: undefined }
  const here = `/manage/funding-plans/${plan.id}`
  return reply.page(
    <FiguresPage
      title={words.title}
      lead={words.lead}
      action={`${here}/allocation`}
      back={{ href: here, label: `${body.name[request.language]}, ${plan.year}` }}
      before={<Decision words={words} typed={decision} errors={errors} />}
      lines={version.lines}
      known={(line) => words.requested(groupDigits(requestedOf(line)))}
      fields={[
        { name: 'given', label: words.given, amount: true },
        { name: 'note', label: words.note, amount: false, sometimes: true },
      ]}
      typed={typed}
      sum={{ label: t.sum, amount: sum(Object.values(amounts)) }}
      errors={errors}
      save={words.save}
    />,
    { area: 'manage' },
  )
}

/** What each task is given, by the body above, with the decision and the gap to what was asked. R-208 */
export const allocationRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { id: string } }>(HERE, { config: { may: 'officer' } }, (request, reply) => show(request, reply))

  app.post<{ Params: { id: string } }>(
    HERE,
    { config: { may: 'officer', audit: 'funding-plan.allocated' } },
    async (request, reply) => {
      const { version } = await open(request)
      const t = says(request)
      const { amounts: given, errors } = amountsIn(request, version.lines, {
        name: 'given',
        message: t.amount,
        required: true,
      })
      const [on, by] = [readDay(request, 'decidedOn'), limited(request, 'decidedBy', 200)]
      if (!on) errors.unshift({ field: 'decidedOn', message: t.allocation.wrongDay })
      if (by === '') errors.unshift({ field: 'decidedBy', message: t.allocation.byMissing })
      if (!on || errors.length > 0) return show(request, reply.code(422), errors)
      const decision = { number: limited(request, 'decision', 200), on, by }
      const notes = notesIn(request, version.lines, 'note')
      const problems = await allocate(requireOfficer(request), request.params.id, { decision, given, notes })
      if (problems.length > 0) return show(request, reply.code(422), sayProblems(problems, t))
      return reply.redirect(`/manage/funding-plans/${request.params.id}`, 303)
    },
  )
}
