import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, Conflict, type FieldError, NotFound } from '#kernel/errors.ts'
import { groupDigits } from '#kernel/money.ts'
import { requireOfficer } from '#platform/http/index.ts'
import { formatDate, wordsFor } from '#platform/i18n/index.ts'
import { versionFor } from '../../commands/hold.ts'
import { lookAtPlan } from '../../commands/look.ts'
import { reportQuarter } from '../../commands/slips.ts'
import { deadlineFor } from '../../deadline.ts'
import { sum } from '../../line.ts'
import { allocationOf, type QuarterReport, quartersOf, spentOn } from '../../slip.ts'
import { roomWords } from '../shared/words.ts'
import { en } from './figures.en.ts'
import { vi } from './figures.vi.ts'
import { FiguresPage } from './figures.view.tsx'
import { amountsIn, notesIn, postedAll, sayProblems } from './typed.ts'

const HERE = '/manage/funding-plans/:id/quarters/:quarter'

interface Params {
  id: string
  quarter: string
}

type Asked = FastifyRequest<{ Params: Params }>

const says = (request: FastifyRequest) => ({ ...wordsFor(request, { vi, en }), room: roomWords(request) })

async function open(request: Asked) {
  const quarter = [1, 2, 3, 4].find((one) => String(one) === request.params.quarter)
  if (!quarter) throw new NotFound()
  const shown = await lookAtPlan(requireOfficer(request), request.params.id)
  if (!shown.acts.includes('report-quarter')) {
    allow(new Conflict('funding-plans.not-possible-now', { act: 'report-quarter', state: shown.last.state }))
  }
  const { lines } = versionFor('report-quarter', shown.versions)
  return { shown, lines, quarter: quarter as QuarterReport['quarter'] }
}

async function show(request: Asked, reply: FastifyReply, errors: readonly FieldError[] = []) {
  const { shown, lines, quarter } = await open(request)
  const t = says(request)
  const { plan, body, slips } = shown
  const reported = quartersOf(slips).get(quarter)
  const given = allocationOf(slips)?.given ?? {}
  const before = Object.fromEntries(
    lines.flatMap(({ id }) => [
      [`spent-${id}`, reported ? String(reported.spent[id] ?? 0) : ''],
      [`note-${id}`, reported?.notes[id] ?? ''],
    ]),
  )
  const posted = request.method === 'POST'
  const { amounts } = posted
    ? amountsIn(request, lines, { name: 'spent', message: '' })
    : { amounts: reported?.spent ?? {} }
  const words = t.quarter
  const deadline = deadlineFor({ kind: 'quarter-report', body, year: plan.year, quarter })
  const here = `/manage/funding-plans/${plan.id}`
  return reply.page(
    <FiguresPage
      title={words.title(String(quarter))}
      lead={words.lead}
      action={`${here}/quarters/${quarter}`}
      back={{ href: here, label: `${body.name[request.language]}, ${plan.year}` }}
      before={deadline && <p>{words.due(formatDate(deadline.on), deadline.law)}</p>}
      lines={lines}
      known={({ id }) => {
        const others = spentOn(slips, id) - (reported?.spent[id] ?? 0)
        return words.given(groupDigits(given[id] ?? 0), groupDigits(others))
      }}
      fields={[
        { name: 'spent', label: words.spent, amount: true },
        { name: 'note', label: words.note, amount: false },
      ]}
      typed={posted ? postedAll(request) : before}
      sum={{ label: t.sum, amount: sum(Object.values(amounts)) }}
      errors={errors}
      save={words.save}
    />,
    { area: 'manage' },
  )
}

/** What was spent in a quarter. R-209 */
export const quarterRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: Params }>(HERE, { config: { may: 'officer' } }, (request, reply) => show(request, reply))

  app.post<{ Params: Params }>(
    HERE,
    { config: { may: 'officer', audit: 'funding-quarter.reported' } },
    async (request, reply) => {
      const { lines, quarter } = await open(request)
      const t = says(request)
      const { amounts: spent, errors } = amountsIn(request, lines, { name: 'spent', message: t.amount })
      if (errors.length > 0) return show(request, reply.code(422), errors)
      const notes = notesIn(request, lines, 'note')
      const problems = await reportQuarter(requireOfficer(request), request.params.id, { quarter, spent, notes })
      if (problems.length > 0) return show(request, reply.code(422), sayProblems(problems, t))
      return reply.redirect(`/manage/funding-plans/${request.params.id}`, 303)
    },
  )
}
