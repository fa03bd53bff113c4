import type { Duplex } from 'node:stream'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

type Answer = PostgresQueryResult<unknown>

const NOTHING: Answer = { command: 'SELECT', rowCount: 0, rows: [] }

/**
 * `begin` travels with the first statement, so that no transaction has a journey of its own for it. Where it only reads,
 * `commit` travels along as well, behind all that was asked at once: most reads are then one journey and one write. When
 * more is asked after all, another transaction takes it, and stays open until the reader says that it is done; by READ
 * COMMITTED each statement sees what was committed before it, in one transaction or in two.
 *
 * The database takes what it is sent in order, so that no statement can overtake its `begin`; when `begin` fails, the
 * connection has gone, and so have the statements.
 */
class OneGoClient {
  readonly #client: pg.PoolClient
  /** Of the transaction that the next statement opens; empty while one is open. */
  #begin = ''
  /** How the reader's transactions begin; empty for one that writes. */
  #reading = ''
  #journeys = 0
  #held = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  release(destroy?: boolean): void {
    this.#begin = ''
    this.#reading = ''
    this.#client.release(destroy)
  }

  async query(text: string, parameters: readonly unknown[]): Promise<Answer> {
    if (text.startsWith('begin')) {
      this.#begin = text
      this.#reading = text.startsWith('begin read only') ? text : ''
      this.#journeys = 0
      return NOTHING
    }
    if (text === 'commit' || text === 'rollback') return this.#end(text)
    return this.#begin ? this.#first(text, parameters) : this.#send(text, parameters)
  }

  async #end(text: string): Promise<Answer> {
    const notBegun = this.#begin !== ''
    this.#begin = ''
    if (notBegun) return NOTHING
    if (!this.#reading) return this.#send(text)
    this.#forget(text)
    return NOTHING
  }

  /** What is asked at once is written at once: a write that wakes the database costs more than the statement in it. */
  #hold(): void {
    if (this.#held) return
    this.#held = true
    const { connection } = this.#client as unknown as { connection: { stream: Duplex } }
    connection.stream.cork()
    process.nextTick(() => {
      this.#held = false
      connection.stream.uncork()
    })
  }

  #send(text: string, parameters: readonly unknown[] = []): Promise<Answer> {
    this.#hold()
    return this.#client.query(text, [...parameters]) as Promise<unknown> as Promise<Answer>
  }

  /** Sent, and nobody waits for it: nothing was written that could be lost. */
  #forget(text: string): void {
    this.#send(text).catch(() => undefined)
  }

  async #first(text: string, parameters: readonly unknown[]): Promise<Answer> {
    const begin = this.#begin
    this.#begin = ''
    this.#journeys += 1
    if (this.#reading && this.#journeys === 1) {
      process.nextTick(() => {
        this.#forget('commit')
        this.#begin = this.#reading
      })
    }
    const [, answer] = await Promise.all([this.#send(begin), this.#send(text, parameters)])
    return answer
  }
}

/** A pool of node-postgres, opened with `pipeline`, as Kysely takes one. */
export function inOneGo(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, OneGoClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const known = clients.get(client) ?? new OneGoClient(client)
      clients.set(client, known)
      return known as unknown as PostgresPoolClient
    },
  }
}
