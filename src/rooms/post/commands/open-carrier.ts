import type { Tx } from '#platform/db/index.ts'
import { followPort, insertCarrier, type NewCarrier } from '../store/carriers.ts'

/** Makes an agency's contract with a carrier known. One that leads to this machine follows the port it has now. */
export async function openCarrier(tx: Tx, carrier: NewCarrier): Promise<void> {
  if (await insertCarrier(tx, carrier)) return
  await followPort(tx, carrier.carrier, String(carrier.settings.url))
}
