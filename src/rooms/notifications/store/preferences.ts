import type { Tx } from '#platform/db/index.ts'
import type { ChannelName } from '../channel.ts'

/** What the person chose; undefined when they never did. */
export async function findPreference(tx: Tx, personId: string): Promise<ChannelName[] | undefined> {
  const row = await tx
    .selectFrom('notice_preferences')
    .select('channels')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row?.channels
}

export async function savePreference(
  tx: Tx,
  { agencyId, personId }: { agencyId: number; personId: string },
  { channels, at }: { channels: readonly ChannelName[]; at: Date },
): Promise<void> {
  const row = { channels: [...channels], chosen_at: at }
  await tx
    .insertInto('notice_preferences')
    .values({ agency_id: agencyId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['agency_id', 'person_id']).doUpdateSet(row))
    .execute()
}
