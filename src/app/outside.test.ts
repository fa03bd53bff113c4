import { expect, test } from 'vitest'
import { config } from '#platform/config/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { connectDemonstration } from './outside.ts'

useTestDatabase()

const urls = async () => {
  const rows = await read(1, (tx) => tx.selectFrom('connections').select(['destination', 'settings']).execute())
  return Object.fromEntries(rows.map(({ destination, settings }) => [destination, settings.url]))
}

const lead = (destination: 'emc' | 'national-portal', url: string) =>
  transaction(1, (tx) =>
    tx
      .updateTable('connections')
      .set({ settings: JSON.stringify({ url, siteId: '1' }) })
      .where('destination', '=', destination)
      .execute(),
  )

test('R-155: the demonstration follows its sandbox to another port, and leaves alone what somebody led elsewhere', async () => {
  const agency = (await asInstallation(listAgencies)).find(({ id }) => id === 1)
  if (!agency) throw new Error('no agency')
  await connectDemonstration(agency)
  const first = await urls()
  await lead('emc', 'http://localhost:1/emc')
  await lead('national-portal', 'https://lgsp.tinhmau.example/national')
  await connectDemonstration(agency)
  expect(await urls()).toEqual({ ...first, 'national-portal': 'https://lgsp.tinhmau.example/national' })
  expect(first.emc).toBe(`http://localhost:${config.SANDBOX_PORT}/emc`)
  const kept = await read(1, (tx) =>
    tx.selectFrom('connections').select('settings').where('destination', '=', 'emc').executeTakeFirstOrThrow(),
  )
  expect(kept.settings.siteId).toBe('1')
})
