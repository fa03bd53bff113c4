import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { toLocal } from '#kernel/local-date.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { Unreachable } from '#platform/gateway/index.ts'
import { log } from '#platform/log/index.ts'
import { type Adapter, adapterFor, type Composed, type NotComposed } from '../adapter.ts'
import { type Connection, holdup } from '../connection.ts'
import { afterReply, type Destination, type Message, type Reply, waitBefore } from '../message.ts'
import { findConnection, noteAnswer, noteSilence } from '../store/connections.ts'
import {
  claimMessages,
  countAttempts,
  insertAttempt,
  listStatusCodes,
  saveComposed,
  saveOutcome,
  supersedeEarlier,
  supersedeNeedy,
  wakeNeedy,
} from '../store/messages.ts'

const AT_ONCE = 8
const LEASE = 90_000
const MINUTE = 60_000

interface Batch {
  connection: Connection
  messages: Message[]
  /** Those with nothing to say included. */
  taken: number
}

/**
 * Sends what waits for one destination and may leave now, at most eight messages at a time. Answers how many were
 * handled, 0 when there was nothing to do: off, at rest, in quiet hours, over its rate, or nothing waits.
 */
export async function deliver(agencyId: number, destination: Destination): Promise<number> {
  const adapter = adapterFor(destination)
  if (!adapter) return 0
  const batch = await transaction(agencyId, (tx) => take(tx, adapter))
  if (!batch) return 0
  await Promise.all(batch.messages.map((message) => sendOne(adapter, batch.connection, message)))
  return batch.taken
}

async function take(tx: Tx, adapter: Adapter): Promise<Batch | undefined> {
  const { destination } = adapter
  const connection = await findConnection(tx, destination)
  const at = now()
  if (!connection || holdup(connection, { at, time: toLocal(at).slice(11, 16) })) return undefined
  const spent = await countAttempts(tx, destination, new Date(at.getTime() - MINUTE))
  // After failures one message tries the way for all the others.
  const limit = Math.min(connection.failures > 0 ? 1 : AT_ONCE, connection.perMinute - spent)
  if (limit <= 0) return undefined

  const leasedUntil = new Date(at.getTime() + LEASE)
  const claimed = await claimMessages(tx, { destination, at, leasedUntil, limit })
  const messages: Message[] = []
  for (const message of claimed) {
    const ready = await composed(tx, { adapter, connection }, message)
    if (ready) messages.push(ready)
  }
  return { connection, messages, taken: claimed.length }
}

/** What a message says is decided once, when it first leaves: a second attempt says the same. */
async function composed(
  tx: Tx,
  { adapter, connection }: { adapter: Adapter; connection: Connection },
  message: Message,
): Promise<Message | undefined> {
  if (message.payload) return message
  const codes = await listStatusCodes(tx, message, toLocal(message.causedAt).slice(0, 10))
  const made = await composeApart(tx, () => adapter.compose(tx, message, { codes, connection }))
  if ('payload' in made) {
    await saveComposed(tx, message.id, made)
    return { ...message, ...made }
  }
  await saveOutcome(tx, message.id, notSent(message, made))
  // What needed it will never be due.
  if ('never' in made) await supersedeNeedy(tx, message, made.never)
  return undefined
}

/** One message that cannot be composed is a matter of that message, and of a person; the others leave. */
async function composeApart(
  tx: Tx,
  compose: () => Promise<Composed | NotComposed>,
): Promise<Composed | NotComposed | { broken: string }> {
  await sql`savepoint composing`.execute(tx)
  try {
    return await compose()
  } catch (error) {
    await sql`rollback to savepoint composing`.execute(tx)
    log.error({ err: error }, 'a message could not be composed')
    return { broken: error instanceof Error ? error.message : String(error) }
  }
}

function notSent(message: Message, made: NotComposed | { broken: string }) {
  if ('broken' in made) return { state: 'dead' as const, problem: made.broken, unattempted: true }
  if ('never' in made) return { state: 'superseded' as const, problem: made.never, unattempted: true }
  const dueAt = new Date(now().getTime() + waitBefore(message.attempts + 4, 0.5))
  return { state: 'waiting' as const, problem: made.wait, dueAt, unattempted: true }
}

async function sendOne(adapter: Adapter, connection: Connection, message: Message): Promise<void> {
  const started = now()
  const reply = await replyTo(adapter, connection, message)
  const ended = now()
  const milliseconds = Math.max(0, ended.getTime() - started.getTime())
  await transaction(message.agencyId, async (tx) => {
    await insertAttempt(tx, message, { at: started, milliseconds, payloadHash: hashOf(message), reply })
    await settle(tx, adapter, { message, reply, at: ended })
    await noteHealth(tx, connection, { reply, at: ended })
  })
  log.debug({ destination: message.destination, message: message.id, outcome: reply.outcome }, 'message sent')
}

async function replyTo(adapter: Adapter, connection: Connection, message: Message): Promise<Reply> {
  try {
    if (message.uncertain && adapter.arrived && (await adapter.arrived(message, connection)))
      return { outcome: 'found', answer: '' }
    return await adapter.send(message, connection)
  } catch (error) {
    if (error instanceof Unreachable) return { outcome: 'unreachable', answer: error.message }
    log.error({ err: error, destination: message.destination, message: message.id }, 'a message could not be sent')
    return { outcome: 'puzzling', answer: error instanceof Error ? error.message : String(error) }
  }
}

async function settle(
  tx: Tx,
  adapter: Adapter,
  { message, reply, at }: { message: Message; reply: Reply; at: Date },
): Promise<void> {
  const { state, puzzles, again } = afterReply(message, reply)
  await saveOutcome(tx, message.id, {
    state,
    puzzles,
    reply,
    problem: state === 'acknowledged' ? undefined : reply.outcome,
    // Whether a silent call arrived is not known; any answer ends the doubt.
    uncertain: reply.outcome === 'unreachable',
    ...(again ? { dueAt: new Date(at.getTime() + waitBefore(message.attempts, Math.random())) } : {}),
    acknowledgedAt: state === 'acknowledged' ? at : undefined,
  })
  if (state !== 'acknowledged' || !message.dossierId) return
  if (adapter.wholes.has(message.service)) await supersedeEarlier(tx, message)
  await wakeNeedy(tx, { destination: message.destination, dossierId: message.dossierId, at })
}

async function noteHealth(tx: Tx, connection: Connection, { reply, at }: { reply: Reply; at: Date }): Promise<void> {
  const { destination, failures } = connection
  if (reply.outcome !== 'unreachable') return noteAnswer(tx, destination, at)
  const restsUntil = new Date(at.getTime() + waitBefore(failures + 1, Math.random()))
  return noteSilence(tx, destination, { at, restsUntil, problem: reply.answer })
}

function hashOf({ payload }: Message): string {
  return createHash('sha256')
    .update(JSON.stringify(payload ?? null))
    .digest('hex')
}
