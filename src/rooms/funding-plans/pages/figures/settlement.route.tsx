import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, Conflict, type FieldError } from '#kernel/errors.ts'
import { groupDigits } from '#kernel/money.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { versionFor } from '../../commands/hold.ts'
import { lookAtPlan } from '../../commands/look.ts'
import { settle } from '../../commands/slips.ts'
import { sum } from '../../line.ts'
import { allocationOf, settlementOf, spentOn } from '../../slip.ts'
import { roomWords } from '../shared/words.ts'
import { en } from './figures.en.ts'
import { vi } from './figures.vi.ts'
import { FiguresPage } from './figures.view.tsx'
import { amountsIn, notesIn, postedAll, sayProblems } from './typed.ts'

const HERE = '/manage/funding-plans/:id/settlement'

type Asked = FastifyRequest<{ Params: { id: string } }>

const says = (request: FastifyRequest) => ({ ...wordsFor(request, { vi, en }), room: roomWords(request) })

async function open(request: Asked) {
  const shown = await lookAtPlan(requireOfficer(request), request.params.id)
  if (!shown.acts.includes('settle')) {
    allow(new Conflict('funding-plans.not-possible-now', { act: 'settle', state: shown.last.state }))
  }
  return { shown, lines: versionFor('settle', shown.versions).lines }
}

async function show(request: Asked, reply: FastifyReply, errors: readonly FieldError[] = []) {
  const { shown, lines } = await open(request)
  const t = says(request)
  const { plan, body, slips } = shown
  const before = settlementOf(slips)
  const given = allocationOf(slips)?.given ?? {}
  const proposed = Object.fromEntries(
    lines.flatMap(({ id }) => [
      [`settled-${id}`, String(before?.settled[id] ?? spentOn(slips, id))],
      [`carried-${id}`, String(before?.carriedOver[id] ?? 0)],
      [`outcome-${id}`, before?.outcomes[id] ?? ''],
    ]),
  )
  const posted = request.method === 'POST'
  const amounts = posted
    ? amountsIn(request, lines, { name: 'settled', message: '' }).amounts
    : Object.fromEntries(lines.map(({ id }) => [id, before?.settled[id] ?? spentOn(slips, id)]))
  const words = t.settlement
  const here = `/manage/funding-plans/${plan.id}`
  return reply.page(
    <FiguresPage
      title={words.title}
      lead={words.lead}
      action={`${here}/settlement`}
      back={{ href: here, label: `${body.name[request.language]}, ${plan.year}` }}
      lines={lines}
      known={({ id }) => words.given(groupDigits(given[id] ?? 0), groupDigits(spentOn(slips, id)))}
      fields={[
        { name: 'settled', label: words.settled, amount: true },
        { name: 'carried', label: words.carried, amount: true },
        { name: 'outcome', label: words.outcome, amount: false },
      ]}
      typed={posted ? postedAll(request) : proposed}
      sum={{ label: t.sum, amount: sum(Object.values(amounts)) }}
      errors={errors}
      save={words.save}
    />,
    { area: 'manage' },
  )
}

/** What was spent in the year, what goes over and what is cancelled, and what came of it. R-209 */
export const settlementRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { id: string } }>(HERE, { config: { may: 'officer' } }, (request, reply) => show(request, reply))

  app.post<{ Params: { id: string } }>(
    HERE,
    { config: { may: 'officer', audit: 'funding-plan.settled' } },
    async (request, reply) => {
      const { lines } = await open(request)
      const t = says(request)
      const settled = amountsIn(request, lines, { name: 'settled', message: t.amount, required: true })
      const carried = amountsIn(request, lines, { name: 'carried', message: t.amount })
      const errors = [...settled.errors, ...carried.errors]
      if (errors.length > 0) return show(request, reply.code(422), errors)
      const problems = await settle(requireOfficer(request), request.params.id, {
        settled: settled.amounts,
        carriedOver: carried.amounts,
        outcomes: notesIn(request, lines, 'outcome'),
      })
      if (problems.length > 0) return show(request, reply.code(422), sayProblems(problems, t))
      return reply.redirect(`/manage/funding-plans/${request.params.id}`, 303)
    },
  )
}
