import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { dormantSince } from '../officer.ts'
import { minutesAfter } from '../session.ts'
import './tables.ts'

const DAY = 24 * 60

/**
 * Removes what has served its purpose (attempts, kept posts, tickets, sessions a day after their end) and disables the accounts
 * of officers not seen for 45 days. R-044
 */
export async function sweep(tx: Tx): Promise<{ disabled: string[] }> {
  const moment = now()
  const yesterday = minutesAfter(moment, -DAY)
  await tx.deleteFrom('sign_in_attempts').where('expires_at', '<', moment).execute()
  await tx.deleteFrom('used_tickets').where('expires_at', '<', yesterday).execute()
  await tx.deleteFrom('kept_posts').where('expires_at', '<', moment).execute()
  await tx
    .deleteFrom('sessions')
    .where((where) =>
      where.or([
        where('expires_at', '<', yesterday),
        where('ended_at', '<', yesterday),
        where('last_seen_at', '<', yesterday),
      ]),
    )
    .execute()
  const disabled = await tx
    .updateTable('officers')
    .set({ disabled_at: moment, disabled_because: 'inactive' })
    .where('disabled_at', 'is', null)
    .where('last_seen_at', '<', dormantSince(moment))
    .returning('id')
    .execute()
  return { disabled: disabled.map((row) => row.id) }
}
