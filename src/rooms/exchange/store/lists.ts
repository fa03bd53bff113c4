import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import type { Period } from '../divergence.ts'
import type { Destination, Message, MessageState, Reply } from '../message.ts'
import { VIEWS, type ViewName } from '../views.ts'
import { messageOf } from './messages.ts'

export interface Listing {
  agencyId: number
  destination: Destination
  view: ViewName
  state?: MessageState | undefined
  service?: string | undefined
  /** The last number of the page before. */
  after?: number | undefined
  limit: number
}

const listed = (states: readonly MessageState[]) => sql.join(states.map((one) => sql.lit(one)))

/** Written out: the planner takes a partial index only when it sees the states. */
function statesIn({ view, state }: Pick<Listing, 'view' | 'state'>): RawBuilder<boolean> {
  const states: readonly MessageState[] | undefined = state ? [state] : VIEWS[view]
  // What we refused ourselves is nobody’s to mend here.
  if (view === 'stuck') return sql<boolean>`state in (${listed(states ?? [])}) and direction = 'out'`
  return states ? sql<boolean>`state in (${listed(states)})` : sql<boolean>`true`
}

/** What waits stands longest first, everything else newest first. */
export async function listMessages(tx: Tx, listing: Listing): Promise<Message[]> {
  const { agencyId, destination, view, service, after, limit } = listing
  const oldestFirst = view === 'unfinished'
  let query = tx.selectFrom('messages').where('agency_id', '=', agencyId).where('destination', '=', destination)
  query = query.where(statesIn(listing))
  if (service !== undefined) query = query.where('service', '=', service)
  if (after !== undefined) query = query.where('id', oldestFirst ? '>' : '<', after)
  const rows = await query
    .selectAll()
    .orderBy('id', oldestFirst ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  return rows.map(messageOf)
}

const LONGEST_LIFE = 500

/** Everything a destination was or is to be told about one dossier, in the order of its log. */
export async function listOfDossier(
  tx: Tx,
  { agencyId, destination, dossierId, ...rest }: Omit<Listing, 'after' | 'limit'> & { dossierId: string },
): Promise<Message[]> {
  let query = tx.selectFrom('messages').where('agency_id', '=', agencyId).where('destination', '=', destination)
  query = query.where('dossier_id', '=', dossierId).where(statesIn(rest))
  if (rest.service !== undefined) query = query.where('service', '=', rest.service)
  const rows = await query.selectAll().orderBy('seq').orderBy('place').limit(LONGEST_LIFE).execute()
  return rows.map(messageOf)
}

/** How many, counted no further than `limit`. */
export async function countMessages(
  tx: Tx,
  { agencyId, destination, view, limit }: Pick<Listing, 'agencyId' | 'destination' | 'view' | 'limit'>,
): Promise<number> {
  const some = tx
    .selectFrom('messages')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('destination', '=', destination)
    .where(statesIn({ view }))
    .limit(limit)
    .as('some')
  const row = await tx.selectFrom(some).select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  return row.count
}

export async function findMessage(tx: Tx, agencyId: number, id: number): Promise<Message | undefined> {
  const row = await tx
    .selectFrom('messages')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && messageOf(row)
}

export interface PastAttempt {
  number: number
  at: Date
  milliseconds: number
  outcome: Reply['outcome']
  status: number | undefined
  answer: string | undefined
}

/** The newest first. */
export async function listAttempts(tx: Tx, { agencyId, id }: Message, limit = 50): Promise<PastAttempt[]> {
  const rows = await tx
    .selectFrom('message_attempts')
    .select(['number', 'at', 'milliseconds', 'outcome', 'status', 'answer'])
    .where('agency_id', '=', agencyId)
    .where('message_id', '=', id)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ status, answer, ...row }) => ({
    ...row,
    status: status ?? undefined,
    answer: answer ?? undefined,
  }))
}

/** The services a destination is told, under the contract of its connection. */
export async function listServices(
  tx: Tx,
  { destination, contractVersion }: Pick<Message, 'destination' | 'contractVersion'>,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('exchange_topics')
    .select('service')
    .distinct()
    .where('destination', '=', destination)
    .where('contract_version', '=', contractVersion)
    .orderBy('service')
    .execute()
  return rows.map(({ service }) => service)
}

/** Numbers of what was refused or given up, of acts in the period, oldest first. */
export async function listStuckIds(
  tx: Tx,
  asked: { agencyId: number; destination: Destination; period: Period; limit: number },
): Promise<number[]> {
  const rows = await tx
    .selectFrom('messages')
    .select('id')
    .where('agency_id', '=', asked.agencyId)
    .where('destination', '=', asked.destination)
    .where(statesIn({ view: 'stuck' }))
    .where('caused_at', '>=', asked.period.from)
    .where('caused_at', '<', asked.period.to)
    .orderBy('id')
    .limit(asked.limit)
    .execute()
  return rows.map(({ id }) => id)
}
