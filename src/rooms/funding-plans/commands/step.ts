import type { Officer } from '#kernel/viewer.ts'
import { today } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { LIFE } from '../life.ts'
import { checkLevel, checkPlan, type Finding, stops } from '../rules.ts'
import { updateVersion } from '../store/plans.ts'
import { insertAct } from '../store/slips.ts'
import { type Holding, hold } from './hold.ts'

export type PlainAct = 'submit' | 'return' | 'appraise' | 'send' | 'question' | 'explain'

export const PLAIN_ACTS: readonly PlainAct[] = ['submit', 'return', 'appraise', 'send', 'question', 'explain']

/** One step in the life of a version, with its words; or what stands against it. R-199 */
export async function step(
  officer: Officer,
  { planId, act }: { planId: string; act: PlainAct },
  words: string,
): Promise<Finding[]> {
  return transaction(officer.agencyId, async (tx) => {
    const holding = await hold(tx, officer, { planId, act })
    const { plan, version } = holding
    const findings = act === 'submit' || act === 'appraise' ? stops(findingsOf(holding)) : []
    if (findings.length > 0) return findings
    const state = LIFE[act].to ?? version.state
    // The day on which it was first sent stays, however often it is explained.
    await updateVersion(tx, version, { state, ...(act === 'send' && { sent_on: today() }) })
    const { officerId } = officer
    await insertAct(tx, plan, {
      act,
      version: version.number,
      officerId,
      words,
      facts: { from: version.state, to: state },
    })
    return []
  })
}

/** What stands against the plan as it is now, stops and flags. */
export function findingsOf({ body, plan, version }: Pick<Holding, 'body' | 'plan' | 'version'>): Finding[] {
  return [...checkLevel(body, plan.level), ...checkPlan(version)]
}
