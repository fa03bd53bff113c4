import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asInstallation, transaction } from './index.ts'
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

test('the application is not the owner and cannot become it', async () => {
  const who = await asInstallation((tx) => sql<{ who: string }>`select current_user as who`.execute(tx))
  expect(who.rows[0]?.who).toBe('motcua_app')
})
