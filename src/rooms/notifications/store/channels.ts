import type { Selectable } from 'kysely'
import type { Tx } from '#platform/db/index.ts'
import { openSecret, sealSecret } from '#platform/sealing/index.ts'
import type { ChannelAccount, ChannelName } from '../channel.ts'
import type { QuietHours } from '../quiet.ts'
import type { NoticeChannelsTable } from './tables.ts'

/** A channel as an agency has it; its secrets stay closed. */
export interface AgencyChannel extends Omit<ChannelAccount, 'secrets'> {
  channel: ChannelName
  state: 'on' | 'off'
  since: Date
  quiet: QuietHours | undefined
  /** Occasions told at any hour. */
  urgent: readonly string[]
  lastSuccessAt: Date | undefined
  lastFailureAt: Date | undefined
  lastProblem: string | undefined
}

const boundTo = (agencyId: number, channel: ChannelName) => ({
  purpose: 'notice channels',
  owner: `${agencyId} ${channel}`,
})

function channelOf(row: Selectable<NoticeChannelsTable>): AgencyChannel {
  const { agency_id: agencyId, channel, quiet_from: from, quiet_to: to } = row
  return {
    agencyId,
    channel,
    operator: row.operator,
    state: row.state,
    since: row.since,
    settings: row.settings,
    quiet: from !== null && to !== null ? { from: from.slice(0, 5), to: to.slice(0, 5) } : undefined,
    urgent: row.urgent,
    lastSuccessAt: row.last_success_at ?? undefined,
    lastFailureAt: row.last_failure_at ?? undefined,
    lastProblem: row.last_problem ?? undefined,
  }
}

export async function listChannels(tx: Tx): Promise<AgencyChannel[]> {
  return (await tx.selectFrom('notice_channels').selectAll().orderBy('channel').execute()).map(channelOf)
}

export async function findChannel(tx: Tx, channel: ChannelName): Promise<AgencyChannel | undefined> {
  const row = await tx.selectFrom('notice_channels').selectAll().where('channel', '=', channel).executeTakeFirst()
  return row && channelOf(row)
}

/** The same with its credentials, for the one who sends. Empty when they do not open: the key is another one. */
export async function findAccount(tx: Tx, channel: ChannelName): Promise<ChannelAccount | undefined> {
  const row = await tx.selectFrom('notice_channels').selectAll().where('channel', '=', channel).executeTakeFirst()
  return row && { ...channelOf(row), secrets: secretsIn(row) }
}

function secretsIn({ agency_id, channel, sealed }: Selectable<NoticeChannelsTable>): Record<string, string> {
  try {
    return JSON.parse(openSecret(sealed, boundTo(agency_id, channel))) as Record<string, string>
  } catch {
    return {}
  }
}

export interface NewChannel extends ChannelAccount {
  channel: ChannelName
  since: Date
  quiet?: QuietHours | undefined
  urgent?: readonly string[]
}

/** Makes the channel, or leaves the one there is. True when it is new. */
export async function insertChannel(tx: Tx, given: NewChannel): Promise<boolean> {
  const { agencyId, channel, quiet } = given
  const made = await tx
    .insertInto('notice_channels')
    .values({
      agency_id: agencyId,
      channel,
      operator: given.operator,
      state: 'on',
      since: given.since,
      settings: JSON.stringify(given.settings),
      sealed: sealSecret(JSON.stringify(given.secrets), boundTo(agencyId, channel)),
      quiet_from: quiet?.from ?? null,
      quiet_to: quiet?.to ?? null,
      urgent: [...(given.urgent ?? [])],
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'channel']).doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

const ADDRESSES = ['url', 'tokenUrl'] as const

/** Where the channel leads to this machine, it follows the port of what listens here now. */
export async function followPort(tx: Tx, { channel, settings }: NewChannel): Promise<void> {
  const known = (await findChannel(tx, channel))?.settings
  if (!known || URL.parse(String(known.url))?.hostname !== 'localhost') return
  const moved = ADDRESSES.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]] as const]))
  await tx
    .updateTable('notice_channels')
    .set({ settings: JSON.stringify({ ...known, ...Object.fromEntries(moved) }) })
    .where('channel', '=', channel)
    .execute()
}

/** Once a minute is enough: every notice would otherwise wait for this row. */
const RARELY = 60_000

export async function noteSuccess(tx: Tx, channel: ChannelName, at: Date): Promise<void> {
  await tx
    .updateTable('notice_channels')
    .set({ last_success_at: at })
    .where('channel', '=', channel)
    .where((or) =>
      or.or([or('last_success_at', 'is', null), or('last_success_at', '<', new Date(at.getTime() - RARELY))]),
    )
    .execute()
}

export async function noteProblem(
  tx: Tx,
  channel: ChannelName,
  { at, problem }: { at: Date; problem: string },
): Promise<void> {
  await tx
    .updateTable('notice_channels')
    .set({ last_failure_at: at, last_problem: problem })
    .where('channel', '=', channel)
    .execute()
}
