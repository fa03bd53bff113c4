import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addMonths, localDate } from '#kernel/local-date.ts'
import { setClock, today } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { connect, nationalPortal, useAdapters } from '#rooms/exchange/index.ts'
import { deliverAll } from '#rooms/exchange/testing.ts'
import { type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { readRatings, tellLastMonth } from './tell-ratings.ts'

useTestDatabase()

let sandbox: RunningSandbox
beforeAll(async () => {
  sandbox = await startSandboxProcess()
  useAdapters([nationalPortal({ username: 'motcua', password: 'sandbox-national-password' }, readRatings)])
  const settings = {
    url: `${sandbox.origin}/national`,
    ...{ loginPath: 'mapi/login', sharePath: 'mapi/share', integrationPath: 'mapi/integration' },
    ...{ dstcode: 'VN:GOV:000.00.00.G22:vpcpdvcprovider', agencyCode: 'H99' },
  }
  const since = new Date(Date.now() - 3_600_000)
  await transaction(1, (tx) =>
    connect(tx, {
      ...{ agencyId: 1, destination: 'national-portal', contractVersion: '1.4', perMinute: 1000, since, settings },
    }),
  )
})
afterEach(() => setClock())
afterAll(() => sandbox.stop())

const MONTH = addMonths(localDate(`${today().slice(0, 7)}-01`), -1)

/** So many rated the procedure at Mẫu An with this mark, last month. */
async function rated(procedureCode: string, mark: number, count: number): Promise<void> {
  await transaction(1, (tx) =>
    tx
      .insertInto('rating_counts')
      .values({
        ...{ agency_id: 1, procedure_code: procedureCode, unit: DEMO.units.mauAn, rated_in: MONTH },
        ...{ criterion: 'overall', mark, count },
      })
      .execute(),
  )
}

test('R-163: the national portal is told once, by level, of what five have rated; of fewer nobody is told', async () => {
  await rated('1.004873', 5, 2)
  await rated('1.004873', 4, 1)
  await rated('1.004873', 1, 3)
  await rated('2.000635', 5, 4)
  await tellLastMonth()
  await tellLastMonth()
  await deliverAll()
  const answer = await fetch(`${sandbox.origin}/national/_state/ratings`)
  const { ratings } = (await answer.json()) as { ratings: Record<string, unknown>[] }
  expect(ratings).toHaveLength(1)
  expect(ratings[0]).toMatchObject({
    ...{ MaThuTuc: '1.004873', Madonvi: 'H99.12', TenDonVi: 'Ủy ban nhân dân xã Mẫu An', TongSoNguoiDanhGia: 6 },
    PhanTramDanhGia: { RatHaiLong: 33.33, HaiLong: 16.67, ChuaHaiLong: 50 },
    NgayTongHop: `${addMonths(MONTH, 1).replaceAll('-', '')}000000`,
  })
})
