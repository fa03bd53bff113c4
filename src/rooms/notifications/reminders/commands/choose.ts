import { isId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { REMINDER_KINDS, type Reminder, type ReminderChoices, type ReminderKind } from '../reminder.ts'
import { dismiss, findChoices, keepChoice, listReminders } from '../store.ts'
import type { StopLink } from './stop-link.ts'

export interface MyReminders {
  choices: ReminderChoices
  reminders: Reminder[]
}

/** What is known, told or not, and what the person has asked for. */
export function myReminders({ agencyId, personId }: Citizen): Promise<MyReminders> {
  return read(agencyId, async (tx) => ({
    choices: await findChoices(tx, personId),
    reminders: await listReminders(tx, personId),
  }))
}

/** From now on these kinds and no others. */
export async function chooseReminders({ agencyId, personId }: Citizen, wanted: readonly string[]): Promise<void> {
  await transaction(agencyId, async (tx) => {
    for (const kind of REMINDER_KINDS) {
      await keepChoice(tx, { agencyId, personId }, { kind, wanted: wanted.includes(kind), at: now() })
    }
  })
}

/** The person wants none of this one. Somebody else's is nobody's: nothing happens. */
export async function dismissReminder({ agencyId, personId }: Citizen, id: string): Promise<void> {
  if (isId(id)) await transaction(agencyId, (tx) => dismiss(tx, { id, personId, at: now() }))
}

/** From a letter, without signing in: no more of this kind, or of any. It can only ever stop. */
export async function stopReminders(agencyId: number, { personId, kind }: StopLink, all: boolean): Promise<void> {
  const kinds: readonly ReminderKind[] = all ? REMINDER_KINDS : [kind]
  await transaction(agencyId, async (tx) => {
    for (const one of kinds) await keepChoice(tx, { agencyId, personId }, { kind: one, wanted: false, at: now() })
  })
}
