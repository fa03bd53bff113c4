import { isId } from '#kernel/id.ts'
import { openSecret, sealSecret } from '#platform/sealing/index.ts'
import { REMINDER_KINDS, type ReminderKind } from '../reminder.ts'

const sealedFor = (agencyId: number) => ({ purpose: 'reminder refusals', owner: String(agencyId) })

export interface StopLink {
  personId: string
  kind: ReminderKind
}

/** The address at which this person refuses this kind of reminder without signing in. It opens at this agency only. */
export function stopPath(agencyId: number, { personId, kind }: StopLink): string {
  return `/reminders/stop/${sealSecret(`${kind} ${personId}`, sealedFor(agencyId)).toString('base64url')}`
}

/** Undefined for what this agency has not sent. */
export function openStopLink(agencyId: number, token: string): StopLink | undefined {
  try {
    const [name, personId = ''] = openSecret(Buffer.from(token, 'base64url'), sealedFor(agencyId)).split(' ')
    const kind = REMINDER_KINDS.find((one) => one === name)
    return kind && isId(personId) ? { personId, kind } : undefined
  } catch {
    return undefined
  }
}
