import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'

interface RemindersTable {
  agency_id: number
  about_id: string
  step: string
  officer_id: string
  reminded_on: LocalDate
}

declare module '#platform/db/index.ts' {
  interface Tables {
    feedback_reminders: RemindersTable
  }
}

export interface ReminderNote {
  agencyId: number
  aboutId: string
  step: string
  officerId: string
  on: LocalDate
}

/** False when this officer has been reminded of this step before. */
export async function noteReminder(tx: Tx, { agencyId, aboutId, step, officerId, on }: ReminderNote): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('feedback_reminders')
    .values({ agency_id: agencyId, about_id: aboutId, step, officer_id: officerId, reminded_on: on })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
