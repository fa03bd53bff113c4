import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asInstallation, read, transaction } from './index.ts'
import { useTestDatabase } from './testing.ts'

useTestDatabase()

test('the tenant is that of the transaction, and gone after it', async () => {
  const inside = await transaction(7, (tx) => sql<{ agency: number }>`select motcua.agency() as agency`.execute(tx))
  expect(inside.rows[0]?.agency).toBe(7)
  const outside = await asInstallation((tx) =>
    sql<{ agency: number | null }>`select motcua.agency() as agency`.execute(tx),
  )
  expect(outside.rows[0]?.agency).toBeNull()
})

test('a transaction in which a statement failed unseen does not pass as kept', async () => {
  const written = transaction(7, async (tx) => {
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    return 'kept'
  })
  await expect(written).rejects.toThrow(/not kept/)
})

test('transactions follow each other on few connections, each as its own agency', async () => {
  const agencies = Array.from({ length: 60 }, (_, index) => index + 1)
  const seen = await Promise.all(
    agencies.map((id) =>
      (id % 3 === 0 ? transaction : read)(id, async (tx) => {
        const { rows } = await sql<{ agency: number }>`select motcua.agency() as agency`.execute(tx)
        if (id % 5 === 0) await sql`select nothing`.execute(tx)
        return rows[0]?.agency
      }).catch(() => 'failed'),
    ),
  )
  expect(seen).toEqual(agencies.map((id) => (id % 5 === 0 ? 'failed' : id)))
})

test('a read that asks again, and after a failure, is still read as its agency, and can write nothing', async () => {
  const agency = sql<{ agency: number }>`select motcua.agency() as agency`
  const seen = await read(7, async (tx) => {
    const together = await Promise.all([agency.execute(tx), agency.execute(tx)])
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    return [...together, await agency.execute(tx).catch(() => ({ rows: [{ agency: 0 }] }))]
  })
  expect(seen.map(({ rows }) => rows[0]?.agency)).toEqual([7, 7, 0])
  for (const before of [0, 1, 2]) {
    const write = read(7, async (tx) => {
      for (let i = 0; i < before; i++) await agency.execute(tx)
      await sql`create table never (id integer)`.execute(tx)
    })
    await expect(write).rejects.toThrow(/read-only transaction/)
  }
})

test('the application is not the owner and cannot become it', async () => {
  const who = await asInstallation((tx) => sql<{ who: string }>`select current_user as who`.execute(tx))
  expect(who.rows[0]?.who).toBe('motcua_app')
})
