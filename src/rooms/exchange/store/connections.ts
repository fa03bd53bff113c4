import { type Selectable, sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Connection, ConnectionState } from '../connection.ts'
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
