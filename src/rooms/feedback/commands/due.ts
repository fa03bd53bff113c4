import type { LocalDate } from '#kernel/local-date.ts'
import { toLocal } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import { explainDeadline, loadCalendar } from '#rooms/deadlines/index.ts'

/** The last of so many working days of the agency, the day itself not counted. */
export async function dueAfter(tx: Tx, agencyId: number, { at, days }: { at: Date; days: number }): Promise<LocalDate> {
  const calendar = await loadCalendar(tx, agencyId)
  const { dueOn } = explainDeadline({ received: toLocal(at), limit: { amount: days, unit: 'wd' }, calendar })
  if (!dueOn) throw new Error('a limit without a pause has no last day')
  return dueOn
}
