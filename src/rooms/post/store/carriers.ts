import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { openSecret, sealSecret } from '#platform/sealing/index.ts'
import type { CarrierAccount } from '../carrier.ts'
import type { CarrierName, Party } from '../item.ts'
import './tables.ts'

const boundTo = (agencyId: number, carrier: CarrierName) => ({
  purpose: 'post carriers',
  owner: `${agencyId} ${carrier}`,
})

/** Whom the agency of the transaction can send by now. */
export async function listCarriers(tx: Tx): Promise<CarrierName[]> {
  const rows = await tx
    .selectFrom('post_carriers')
    .select('carrier')
    .where('state', '=', 'on')
    .orderBy('since')
    .orderBy('carrier')
    .execute()
  return rows.map(({ carrier }) => carrier)
}

/** With its credentials opened; without them when the installation's key is another one. */
export async function findAccount(tx: Tx, carrier: CarrierName): Promise<CarrierAccount | undefined> {
  const row = await tx.selectFrom('post_carriers').selectAll().where('carrier', '=', carrier).executeTakeFirst()
  if (!row) return undefined
  const { agency_id: agencyId, settings, sealed } = row
  try {
    const secrets = JSON.parse(openSecret(sealed, boundTo(agencyId, carrier))) as Record<string, string>
    return { agencyId, settings, secrets }
  } catch {
    return { agencyId, settings, secrets: {} }
  }
}

export interface NewCarrier extends CarrierAccount {
  carrier: CarrierName
  since: Date
}

/** Makes the contract known, or leaves the one there is. True when it is new. */
export async function insertCarrier(tx: Tx, given: NewCarrier): Promise<boolean> {
  const { agencyId, carrier, since, settings, secrets } = given
  const made = await tx
    .insertInto('post_carriers')
    .values({
      ...{ agency_id: agencyId, carrier, state: 'on', since },
      settings: JSON.stringify(settings),
      sealed: sealSecret(JSON.stringify(secrets), boundTo(agencyId, carrier)),
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'carrier']).doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Where the contract leads to this machine, it follows the port of what listens here now. */
export async function followPort(tx: Tx, carrier: CarrierName, url: string): Promise<void> {
  const row = await tx.selectFrom('post_carriers').select('settings').where('carrier', '=', carrier).executeTakeFirst()
  if (!row || URL.parse(String(row.settings.url))?.hostname !== 'localhost') return
  await tx
    .updateTable('post_carriers')
    .set({ settings: JSON.stringify({ ...row.settings, url }) })
    .where('carrier', '=', carrier)
    .execute()
}

/** The party with its province as the carrier calls it today. Undefined when the carrier's list has none. */
export async function inCarriersWords(tx: Tx, carrier: CarrierName, party: Party): Promise<Party | undefined> {
  const row = await tx
    .selectFrom('post_places')
    .select('code')
    .where('carrier', '=', carrier)
    .where('province', '=', party.province)
    .where('in_force_from', '<=', today())
    .where((or) => or.or([or('in_force_to', 'is', null), or('in_force_to', '>', today())]))
    .executeTakeFirst()
  return row && { ...party, province: row.code }
}
