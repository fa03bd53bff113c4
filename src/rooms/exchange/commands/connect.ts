import { NotFound } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import type { Connection, QuietHours } from '../connection.ts'
import type { Destination } from '../message.ts'
import { insertActs } from '../store/acts.ts'
import { insertConnection, saveTuning, saveUrl } from '../store/connections.ts'
import type { By } from './replay.ts'

export type NewConnection = Parameters<typeof insertConnection>[1]

/** Connects the agency of the transaction, from `since` on. Twice changes nothing; true when it is new. */
export async function connect(tx: Tx, connection: NewConnection): Promise<boolean> {
  return insertConnection(tx, connection)
}

/**
 * Where the connection leads to this machine, it follows the port of what listens here now; one that somebody has led
 * elsewhere is left alone.
 */
export async function followPort(tx: Tx, { agencyId, destination, settings }: NewConnection): Promise<void> {
  await saveUrl(tx, { agencyId, destination, url: settings.url ?? '' })
}

/** What changes of a connection; what is left out stays. */
export interface Tuning {
  perMinute?: number
  quiet?: QuietHours | 'none'
  /** Addresses and codes; those named are replaced. */
  settings?: Readonly<Record<string, string>>
}

function saidOf({ perMinute, quiet, settings = {} }: Tuning): string {
  const hours = quiet && (quiet === 'none' ? '24/24' : `${quiet.from}–${quiet.to}`)
  return [perMinute && `${perMinute}/min`, hours, ...Object.keys(settings)].filter(Boolean).join(' · ')
}

/** Sets rate, quiet hours, address and codes, and writes down who did. NotFound where there is no connection. */
export async function tune(by: By, destination: Destination, tuning: Tuning): Promise<void> {
  const { agencyId, officerId } = by
  await transaction(agencyId, async (tx) => {
    if (!(await saveTuning(tx, { agencyId, destination }, tuning)))
      throw new NotFound('exchange.not-connected', { destination })
    await insertActs(tx, [{ agencyId, act: 'tuned', at: now(), officerId, reason: saidOf(tuning), destination }])
  })
}

/** Connects an agency and writes down who did. False, and nothing changes, when it is connected already. */
export async function connectBy(by: By, connection: NewConnection, tuning: Tuning = {}): Promise<boolean> {
  const { agencyId, officerId, reason } = by
  const { destination } = connection
  return transaction(agencyId, async (tx) => {
    if (!(await insertConnection(tx, connection))) return false
    await saveTuning(tx, connection, tuning)
    await insertActs(tx, [{ agencyId, act: 'connected', at: now(), officerId, reason, destination }])
    return true
  })
}

export type { Connection }
