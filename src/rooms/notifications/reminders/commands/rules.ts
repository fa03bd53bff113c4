import { NotFound } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import type { ReminderRule } from '../reminder.ts'
import { SHIPPED_RULES } from '../shipped-rules.ts'
import { type KeptRule, keepRule, listOwnRules } from '../store.ts'

/** Every rule that holds here: those shipped, and the agency's own in their place or beside them. */
export async function listRules(tx: Tx): Promise<(KeptRule & { own: boolean })[]> {
  const own = await listOwnRules(tx)
  const replaced = new Set(own.map(({ code }) => code))
  const shipped = SHIPPED_RULES.filter(({ code }) => !replaced.has(code))
  return [
    ...shipped.map((rule) => ({ ...rule, state: 'on' as const, own: false })),
    ...own.map((rule) => ({ ...rule, own: true })),
  ]
}

/** What follows from a result of this procedure. */
export async function rulesFor(tx: Tx, procedureCode: string): Promise<ReminderRule[]> {
  const rules = await listRules(tx)
  return rules.filter((rule) => rule.state === 'on' && rule.procedureCode === procedureCode)
}

/** Writes down a rule of the agency's own. It holds for results from now on; what was made before it stays as it was. */
export async function addRule(officer: Officer, rule: ReminderRule): Promise<void> {
  const { agencyId, officerId } = officer
  await transaction(agencyId, (tx) => keepRule(tx, { ...rule, state: 'on' }, { agencyId, by: officerId, at: now() }))
}

/** Switches a rule on or off here, a shipped one too. */
export async function switchRule(officer: Officer, code: string, state: 'on' | 'off'): Promise<void> {
  const { agencyId, officerId } = officer
  await transaction(agencyId, async (tx) => {
    const rule = (await listRules(tx)).find((one) => one.code === code)
    if (!rule) throw new NotFound()
    await keepRule(tx, { ...rule, state }, { agencyId, by: officerId, at: now() })
  })
}
