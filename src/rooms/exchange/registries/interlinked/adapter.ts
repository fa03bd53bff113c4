import type { Tx } from '#platform/db/index.ts'
import type { Adapter, Composed, NotComposed } from '../../adapter.ts'
import { gather, resultOf, sayActor, unitNames } from '../../commands/gather.ts'
import type { Connection } from '../../connection.ts'
import type { Message, Reply } from '../../message.ts'
import { sayDone } from '../../national/progress-words.ts'
import { type InterlinkedAccount, InterlinkedClient, replyOf } from './client.ts'
import { caseStatusMessage } from './status-message.ts'
import { findCase } from './store/cases.ts'

/** The mark that a case was taken: their status 1. */
export const TAKEN = 'daNhan'
const STATUS = /^trangThai:(\d)$/

/**
 * Inter-linked birth and death services: a case is told its statuses in their order, 1 → 3 → 7 → 4 → 5, each when our
 * log proves it. The order stands in `exchange_topics`: each status needs the one before it to be acknowledged. R-190
 */
export function interlinkedServices(account: InterlinkedAccount): Adapter {
  const client = new InterlinkedClient(account)
  return {
    destination: 'interlinked',
    contractVersion: '1',
    wholes: new Set(),
    compose,
    send: (message, connection) => send(client, message, connection),
  }
}

async function compose(tx: Tx, message: Message): Promise<Composed | NotComposed> {
  const linked = await findCase(tx, 'interlinked', message.dossierId ?? '')
  if (!linked) return { never: 'not-born-there' }
  if (message.service === TAKEN) return { ref: linked.code, payload: { maHoSo: linked.code }, proof: { maHoSo: [1] } }
  const status = STATUS.exec(message.service)?.[1]
  if (status === undefined) throw new Error(`${message.service} is no status of the contract`)
  const gathered = await gather(tx, message)
  const { entry, life, service } = gathered
  const unitId = life.unitId?.value || life.receivingUnitId.value
  const result = status === '4' || status === '5' ? await resultOf(tx, [entry], service) : undefined
  return caseStatusMessage({
    ...{ entry, life, linked, status },
    actor: await sayActor(tx, entry.actor, gathered),
    unit: (await unitNames(tx, [unitId]))(unitId),
    content: sayDone(entry, service.package.process),
    result: result?.title,
  })
}

async function send(client: InterlinkedClient, message: Message, connection: Connection): Promise<Reply> {
  const isMark = message.service === TAKEN
  const call = isMark
    ? ({ path: `hoSo/${encodeURIComponent(message.ref ?? '')}/daNhan`, method: 'PUT', body: {} } as const)
    : ({ path: 'trangThai', method: 'POST', body: message.payload ?? {} } as const)
  // To mark twice is to mark; a status told twice is refused, and the refusal says that it is there.
  return replyOf(await client.call(connection, { ...call, repeatable: isMark }), message)
}
