import { expect, test } from 'vitest'
import { config } from '#platform/config/index.ts'
import { asInstallation, read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { listAgencies } from '#rooms/agencies/index.ts'
import { openDemonstrationWays } from './outside-people.ts'

useTestDatabase()

test('R-155: both demonstration agencies reach people through the sandbox, at whatever port it has', async () => {
  const agencies = await asInstallation(listAgencies)
  const openAll = async () => {
    for (const agency of agencies) await transaction(agency.id, (tx) => openDemonstrationWays(tx, agency))
  }
  const ways = (agencyId: number) =>
    read(agencyId, async (tx) => [
      ...(await tx
        .selectFrom('notice_channels')
        .select(['operator as name', 'settings'])
        .orderBy('operator')
        .execute()),
      ...(await tx.selectFrom('post_carriers').select(['carrier as name', 'settings']).orderBy('carrier').execute()),
    ])
  await openAll()
  const first = await ways(1)
  expect(first.map(({ name }) => name)).toEqual(['viettel', 'zns', 'viettelpost', 'vnpost'])
  expect((await ways(2)).map(({ name }) => name)).toEqual(['vinaphone', 'viettelpost', 'vnpost'])

  const port = config.SANDBOX_PORT
  config.SANDBOX_PORT = port + 1
  await openAll()
  config.SANDBOX_PORT = port
  for (const { settings } of await ways(1)) expect(settings.url).toContain(`http://localhost:${port + 1}/`)
  await openAll()
  expect(await ways(1)).toEqual(first)
})
