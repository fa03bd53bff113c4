import type { Duplex } from 'node:stream'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'

type Answer = PostgresQueryResult<unknown>

const NOTHING: Answer = { command: 'SELECT', rowCount: 0, rows: [] }

/**
 * `begin` travels with the first statement, and nobody waits for the end of a transaction that only read: two of the
 * three or more journeys of a short transaction are saved. The database takes what it is sent in order, so that no
 * statement can overtake its `begin`; when `begin` fails, the connection has gone, and so have the statements.
 */
class OneGoClient {
  readonly #client: pg.PoolClient
  #begin = ''
  #reading = false

  constructor(client: pg.PoolClient) {
    this.#client = client
  }

  release(destroy?: boolean): void {
    this.#begin = ''
    this.#client.release(destroy)
  }

  async query(text: string, parameters: readonly unknown[]): Promise<Answer> {
    if (text.startsWith('begin')) {
      this.#begin = text
      this.#reading = text.startsWith('begin read only')
      return NOTHING
    }
    const ends = text === 'commit' || text === 'rollback'
    const begin = this.#begin
    this.#begin = ''
    if (begin) return ends ? NOTHING : this.#together(begin, text, parameters)
    if (text === 'commit' && this.#reading) {
      this.#send(text).catch(() => undefined)
      return NOTHING
    }
    return this.#send(text, parameters)
  }

  #send(text: string, parameters: readonly unknown[] = []): Promise<Answer> {
    return this.#client.query(text, [...parameters]) as Promise<unknown> as Promise<Answer>
  }

  async #together(begin: string, text: string, parameters: readonly unknown[]): Promise<Answer> {
    const { connection } = this.#client as unknown as { connection: { stream: Duplex } }
    connection.stream.cork()
    process.nextTick(() => connection.stream.uncork())
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
