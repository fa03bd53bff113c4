import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Connection, ConnectionState, QuietHours } from '../connection.ts'
import type { Destination } from '../message.ts'
import type { ConnectionsTable } from './tables.ts'

function connectionOf(row: Selectable<ConnectionsTable>): Connection {
  const { quiet_from: from, quiet_to: to } = row
  return {
    agencyId: row.agency_id,
    destination: row.destination,
    state: row.state,
    since: row.since,
    contractVersion: row.contract_version,
    settings: row.settings,
    perMinute: row.per_minute,
    quiet: from !== null && to !== null ? { from: from.slice(0, 5), to: to.slice(0, 5) } : undefined,
    restsUntil: row.rests_until ?? undefined,
    failures: row.failures,
    lastSuccessAt: row.last_success_at ?? undefined,
    lastFailureAt: row.last_failure_at ?? undefined,
    lastProblem: row.last_problem ?? undefined,
  }
}

export async function listConnections(tx: Tx): Promise<Connection[]> {
  return (await tx.selectFrom('connections').selectAll().orderBy('destination').execute()).map(connectionOf)
}

export async function findConnection(tx: Tx, destination: Destination): Promise<Connection | undefined> {
  const row = await tx.selectFrom('connections').selectAll().where('destination', '=', destination).executeTakeFirst()
  return row && connectionOf(row)
}

/** Makes the connection, or leaves the one there is. True when it is new. */
export async function insertConnection(
  tx: Tx,
  connection: Pick<Connection, 'agencyId' | 'destination' | 'since' | 'contractVersion' | 'settings' | 'perMinute'>,
): Promise<boolean> {
  const made = await tx
    .insertInto('connections')
    .values({
      agency_id: connection.agencyId,
      destination: connection.destination,
      state: 'on',
      since: connection.since,
      contract_version: connection.contractVersion,
      settings: JSON.stringify(connection.settings),
      per_minute: connection.perMinute,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'destination']).doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

const PORT = '^http://localhost:[0-9]+'

/** The same address at another port of this machine; any other address stays. */
export async function saveUrl(
  tx: Tx,
  { agencyId, destination, url }: Pick<Connection, 'agencyId' | 'destination'> & { url: string },
): Promise<void> {
  await sql`update connections
    set settings = settings || jsonb_build_object('url', ${url}::text), rests_until = null, failures = 0
    where agency_id = ${agencyId} and destination = ${destination} and settings ->> 'url' <> ${url}
      and settings ->> 'url' ~ ${PORT}
      and regexp_replace(settings ->> 'url', ${PORT}, '') = regexp_replace(${url}::text, ${PORT}, '')`.execute(tx)
}

/** What is given changes; the rest stays. False when there is no such connection. */
export async function saveTuning(
  tx: Tx,
  { agencyId, destination }: Pick<Connection, 'agencyId' | 'destination'>,
  { perMinute, quiet, settings }: Partial<Pick<Connection, 'perMinute' | 'settings'>> & { quiet?: QuietHours | 'none' },
): Promise<boolean> {
  const hours = quiet === 'none' ? { from: null, to: null } : quiet
  const { rows } = await sql<{ destination: string }>`
    update connections set per_minute = coalesce(${perMinute ?? null}::integer, per_minute),
      settings = settings || ${JSON.stringify(settings ?? {})}::jsonb,
      quiet_from = case when ${hours === undefined} then quiet_from else ${hours?.from ?? null}::time end,
      quiet_to = case when ${hours === undefined} then quiet_to else ${hours?.to ?? null}::time end
    where agency_id = ${agencyId} and destination = ${destination} returning destination`.execute(tx)
  return rows.length > 0
}

export async function setState(tx: Tx, destination: Destination, state: ConnectionState): Promise<void> {
  const rest = state === 'on' ? { rests_until: null, failures: 0 } : {}
  await tx
    .updateTable('connections')
    .set({ state, ...rest })
    .where('destination', '=', destination)
    .execute()
}

/** It answered: whatever it answered, it is there. */
export async function noteAnswer(tx: Tx, destination: Destination, at: Date): Promise<void> {
  await tx
    .updateTable('connections')
    .set({ last_success_at: at, failures: 0, rests_until: null })
    .where('destination', '=', destination)
    .execute()
}

export async function noteSilence(
  tx: Tx,
  destination: Destination,
  { at, restsUntil, problem }: { at: Date; restsUntil: Date; problem: string },
): Promise<void> {
  await tx
    .updateTable('connections')
    .set((column) => ({
      last_failure_at: at,
      last_problem: problem,
      failures: column('failures', '+', 1),
      rests_until: restsUntil,
    }))
    .where('destination', '=', destination)
    .execute()
}

/** The destinations for which something is due. */
export async function listBusy(tx: Tx, at: Date): Promise<Destination[]> {
  const rows = await tx
    .selectFrom('connections as connection')
    .select('connection.destination')
    .where('state', '=', 'on')
    .where((or) => or.or([or('rests_until', 'is', null), or('rests_until', '<=', at)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('messages as message')
          .select('message.id')
          .whereRef('message.agency_id', '=', 'connection.agency_id')
          .whereRef('message.destination', '=', 'connection.destination')
          .where('message.state', 'in', ['waiting', 'sent'])
          .where('message.due_at', '<=', at),
      ),
    )
    .execute()
  return rows.map(({ destination }) => destination)
}
