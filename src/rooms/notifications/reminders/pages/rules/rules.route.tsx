import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { allow, type FieldError } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { read } from '#platform/db/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { addRule, listRules, switchRule } from '../../commands/rules.ts'
import { canKeepRules } from '../../policy.ts'
import { en as sharedEn } from '../../reminders.en.ts'
import { vi as sharedVi } from '../../reminders.vi.ts'
import { readRule, type TypedRule } from '../../typed-rule.ts'
import { en } from './rules.en.ts'
import { vi } from './rules.vi.ts'
import { RulesPage } from './rules.view.tsx'

const PATH = '/manage/reminders'

function keeperOf(request: FastifyRequest) {
  const officer = requireOfficer(request)
  allow(canKeepRules(officer))
  return officer
}

function typedIn(request: FastifyRequest): TypedRule {
  const text = (name: keyof TypedRule) => postedText(request, name)
  return {
    ...{ kind: text('kind'), procedureCode: text('procedureCode'), nextProcedure: text('nextProcedure') },
    ...{ months: text('months'), days: text('days'), leadDays: text('leadDays') },
    ...{ saysVi: text('saysVi'), saysEn: text('saysEn'), basisVi: text('basisVi'), basisEn: text('basisEn') },
  }
}

async function page(request: FastifyRequest, given: { typed?: TypedRule; errors?: FieldError[] } = {}) {
  const rules = await read(keeperOf(request).agencyId, listRules)
  const { kinds } = wordsFor(request, { vi: sharedVi, en: sharedEn })
  return <RulesPage rules={rules} kinds={kinds} t={wordsFor(request, { vi, en })} {...given} />
}

async function takeRule(request: FastifyRequest, reply: FastifyReply) {
  const officer = keeperOf(request)
  const typed = typedIn(request)
  const read = readRule(typed, `own-${newId()}`)
  if ('rule' in read) {
    await addRule(officer, read.rule)
    return reply.redirect(PATH, 303)
  }
  const t = wordsFor(request, { vi, en })
  const errors = read.problems.map((problem) => ({
    field: problem === 'after' ? 'months' : problem,
    message: t.problems[problem],
  }))
  return reply.code(422).page(await page(request, { typed, errors }), { area: 'manage' })
}

export const ruleRoutes: FastifyPluginAsync = async (app) => {
  app.get(PATH, { config: { may: 'officer', audit: 'reminder-rules.opened' } }, async (request, reply) =>
    reply.page(await page(request), { area: 'manage' }),
  )
  const changed = { config: { may: 'officer', audit: 'reminder-rules.changed' } as const }
  app.post(PATH, changed, takeRule)
  app.post<{ Params: { code: string } }>(`${PATH}/:code/state`, changed, async (request, reply) => {
    const state = postedText(request, 'state') === 'on' ? 'on' : 'off'
    await switchRule(keeperOf(request), request.params.code, state)
    return reply.redirect(PATH, 303)
  })
}
