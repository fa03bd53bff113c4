import type { FastifyPluginAsync } from 'fastify'
import { NotFound } from '#kernel/errors.ts'
import { read } from '#platform/db/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { compileRule } from '#platform/rules/index.ts'
import { type CheckAnswers, compileCheckWith, walkCheck } from '../../eligibility.ts'
import type { CheckedPackage } from '../../installable.ts'
import { listCards } from '../../store/procedures.ts'
import { agencyViewOf } from '../../store/search.ts'
import { getInstalledService } from '../../store/services.ts'
import { en } from './eligibility.en.ts'
import { vi } from './eligibility.vi.ts'
import { EligibilityPage } from './eligibility.view.tsx'

interface Asked {
  Params: { code: string }
  Querystring: Record<string, unknown>
}

const LONGEST = 60

/** Answers stand in the address and nowhere else: going back is the browser's, and nothing is kept about anybody. */
function answersIn(query: Record<string, unknown>): CheckAnswers {
  const texts = Object.entries(query).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value.slice(0, LONGEST)] as const] : [],
  )
  return Object.fromEntries(texts)
}

/** “Can I? Which one?”, before anybody signs in: yes, no or perhaps, and which service, by the rules of the package. */
export const eligibilityRoutes: FastifyPluginAsync = async (app) => {
  app.get<Asked>('/procedures/:code/check', { config: { may: 'public' } }, async (request, reply) => {
    const { code } = request.params
    const { id: agencyId } = request.agency
    const answers = answersIn(request.query)
    const t = wordsFor(request, { vi, en })
    const found = await read(agencyId, async (tx) => {
      const { package: given } = await getInstalledService<CheckedPackage>(tx, agencyId, code)
      if (!given.check) throw new NotFound('procedures.no-check', { code })
      const step = walkCheck(compileCheckWith(compileRule, given.check), answers)
      const { offers } = await agencyViewOf(tx, agencyId)
      return {
        step,
        name: given.procedure.plain[request.language].name ?? given.procedure.name,
        instead: await listCards(tx, [...(step.outcome?.instead ?? [])]),
        isAppliable: offers.get(code)?.appliable === true,
      }
    })
    // The form says which question it asked: sent without an answer, the same question comes back with a word about it.
    const isMissing = found.step.question !== undefined && answers.at === found.step.question.id
    const errors = isMissing ? [{ field: found.step.question?.id ?? '', message: t.missing }] : []
    return reply
      .code(isMissing ? 422 : 200)
      .page(
        <EligibilityPage code={code} answers={answers} errors={errors} language={request.language} t={t} {...found} />,
      )
  })
}
