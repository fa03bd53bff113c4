import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { Unreachable } from '#platform/gateway/index.ts'
import { type Adapter, type Composed, useAdapters } from './adapter.ts'
import { connect } from './commands/connect.ts'
import { deliver } from './commands/deliver.ts'
import type { Destination, Message, Reply } from './message.ts'

/** An outside system that does what it is told, and remembers what reached it, in order. */
export class TestDestination implements Adapter {
  readonly destination: Destination
  readonly contractVersion: string
  readonly wholes: ReadonlySet<string>
  readonly reached: Message[] = []
  /** What to answer next; when empty, everything is acknowledged. */
  /** The entry whose messages cannot be composed. */
  broken: number | undefined
  readonly replies: (Reply | 'silence' | 'lost answer')[] = []

  constructor(destination: Destination = 'national-portal', contractVersion = '1.4', wholes = ['DongBoHoSoMC']) {
    this.destination = destination
    this.contractVersion = contractVersion
    this.wholes = new Set(wholes)
  }

  async compose(_tx: unknown, { seq = 0, service }: Message): Promise<Composed> {
    if (seq === this.broken) throw new Error('the field is unknown')
    return { ref: 'H99.12-261125-0001', payload: { service, seq }, proof: { service: [seq] } }
  }

  async send(message: Message): Promise<Reply> {
    const reply = this.replies.shift() ?? { outcome: 'acknowledged' as const, answer: '{"error_code":"0"}' }
    if (reply === 'silence') throw new Unreachable(this.destination, 'no answer')
    this.reached.push(message)
    if (reply === 'lost answer') throw new Unreachable(this.destination, 'no answer')
    return reply
  }

  async arrived({ id }: Message): Promise<boolean> {
    return this.reached.some((message) => message.id === id)
  }
}

/** Connects the province of the demonstration to it, from an hour ago. */
export async function connectTo(destination: TestDestination, agencyId = 1): Promise<void> {
  useAdapters([destination])
  const since = new Date(now().getTime() - 3_600_000)
  await transaction(agencyId, (tx) =>
    connect(tx, {
      ...{ agencyId, since, settings: {}, perMinute: 100_000 },
      ...{ destination: destination.destination, contractVersion: destination.contractVersion },
    }),
  )
}

/** Sends until nothing is due; answers how many attempts that took. */
export async function deliverAll(destination: Destination = 'national-portal', agencyId = 1): Promise<number> {
  let sum = 0
  for (;;) {
    const sent = await deliver(agencyId, destination)
    if (sent === 0) return sum
    sum += sent
  }
}

export const administrator = () => ({ officerId: newId(), reason: 'Đã báo qua điện thoại' })
