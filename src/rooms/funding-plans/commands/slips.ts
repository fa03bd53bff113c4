import { Conflict, Forbidden, NotFound } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { transaction } from '#platform/db/index.ts'
import type { DeadlineChoice } from '../deadline.ts'
import { maySetDeadline } from '../policy.ts'
import { publicReport } from '../reports/public.ts'
import {
  type Allocation,
  type Completion,
  canPublish,
  checkAllocation,
  checkQuarter,
  checkSettlement,
  type FigureProblem,
  type PublicationKind,
  type QuarterReport,
  quartersOf,
  type Settlement,
  settlementOf,
} from '../slip.ts'
import { updateVersion } from '../store/plans.ts'
import { insertAct, insertChoice, insertSlip } from '../store/slips.ts'
import { en } from '../words.en.ts'
import { vi } from '../words.vi.ts'
import { hold, listBodies } from './hold.ts'

type Given<S> = Omit<S, 'id' | 'planId' | 'version' | 'revision' | 'at' | 'officerId' | 'kind'>

/** What each line is given, by the competent body; or what stands against it. Given again, it is the next revision. R-208 */
export async function allocate(officer: Officer, planId: string, given: Given<Allocation>): Promise<FigureProblem[]> {
  return transaction(officer.agencyId, async (tx) => {
    const { plan, versions, version } = await hold(tx, officer, { planId, act: 'allocate' })
    const problems = checkAllocation(version.lines, given)
    if (problems.length > 0) return problems
    const { officerId } = officer
    await insertSlip(tx, plan, { ...given, kind: 'allocation', version: version.number, officerId })
    for (const older of versions) {
      if (older.state === 'allocated' && older.id !== version.id) await updateVersion(tx, older, { state: 'replaced' })
    }
    await updateVersion(tx, version, { state: 'allocated' })
    const facts = { decision: given.decision, given: given.given }
    const words = given.decision.number
    await insertAct(tx, plan, { act: 'allocate', version: version.number, officerId, words, facts })
    return []
  })
}

/** What was spent in a quarter; told again, it corrects itself as the next revision. R-209 */
export async function reportQuarter(
  officer: Officer,
  planId: string,
  given: Given<QuarterReport>,
): Promise<FigureProblem[]> {
  return transaction(officer.agencyId, async (tx) => {
    const { plan, version, slips } = await hold(tx, officer, { planId, act: 'report-quarter' })
    if (settlementOf(slips)) throw new Conflict('funding-plans.settled')
    const problems = checkQuarter(version.lines, slips, given)
    if (problems.length > 0) return problems
    const { officerId } = officer
    await insertSlip(tx, plan, { ...given, kind: 'quarter', version: version.number, officerId })
    const entry = { act: 'report-quarter', version: version.number, officerId, words: String(given.quarter) }
    await insertAct(tx, plan, { ...entry, facts: { spent: given.spent } })
    return []
  })
}

/** A task was accepted, and when the specialised unit was told of it; told again, it is corrected. R-209 */
export async function informCompletion(officer: Officer, planId: string, given: Given<Completion>): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    const { plan, version } = await hold(tx, officer, { planId, act: 'inform-completion' })
    const line = version.lines.find(({ id }) => id === given.lineId)
    if (!line) throw new NotFound('funding-plans.no-such-line')
    const { officerId } = officer
    await insertSlip(tx, plan, { ...given, kind: 'completion', version: version.number, officerId })
    const entry = { act: 'inform-completion', version: version.number, officerId, words: line.name }
    await insertAct(tx, plan, { ...entry, facts: given })
  })
}

export async function settle(officer: Officer, planId: string, given: Given<Settlement>): Promise<FigureProblem[]> {
  return transaction(officer.agencyId, async (tx) => {
    const { plan, version, slips } = await hold(tx, officer, { planId, act: 'settle' })
    const problems = checkSettlement(version.lines, slips, given)
    if (problems.length > 0) return problems
    const { officerId } = officer
    await insertSlip(tx, plan, { ...given, kind: 'settlement', version: version.number, officerId })
    const facts = { settled: given.settled, carriedOver: given.carriedOver }
    await insertAct(tx, plan, { act: 'settle', version: version.number, officerId, words: '', facts })
    return []
  })
}

/** Puts figures before the public, as they are today: later changes need another publication. R-210 */
export async function publish(officer: Officer, planId: string, what: PublicationKind): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    const { plan, body, version, slips } = await hold(tx, officer, { planId, act: 'publish' })
    if (!canPublish(what, slips)) throw new Conflict('funding-plans.nothing-to-publish', { what })
    const { officerId } = officer
    const { number, lines } = version
    const facts = { year: plan.year, level: plan.level, version: number, lines, slips }
    const reports = {
      vi: publicReport(what, { ...facts, body: body.name.vi }, vi),
      en: publicReport(what, { ...facts, body: body.name.en }, en),
    }
    const quarter = what === 'execution' ? Math.max(...quartersOf(slips).keys()) : undefined
    await insertSlip(tx, plan, { kind: 'publication', what, quarter, reports, version: number, officerId })
    await insertAct(tx, plan, {
      act: 'publish',
      version: number,
      officerId,
      words: what,
      facts: { quarter: quarter ?? null },
    })
  })
}

/** A superior body sets a day for those below it. R-206 */
export async function setDeadline(officer: Officer, choice: DeadlineChoice): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    const bodies = await listBodies(tx, officer.agencyId)
    const may = bodies.some((body) => maySetDeadline(officer, body))
    if (!may) throw new Forbidden('funding-plans.may-not', { act: 'set-deadline' })
    await insertChoice(tx, officer, choice)
  })
}
