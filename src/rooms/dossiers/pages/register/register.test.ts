import { beforeAll, expect, test } from 'vitest'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { refOf } from '../../dossier.ts'
import { dossierRoutes } from '../../index.ts'
import { aDossier, anOfficer, installSample } from '../../testing.ts'
import { ENGLISH, faultsIn } from '../testing.ts'

useTestDatabase()
let site: TestApp

beforeAll(async () => {
  await installSample()
  site = await createTestApp([dossierRoutes])
})

test('form 07: what this desk has received, and nothing of another', async () => {
  const here = refOf(await aDossier({ status: 'received' }))
  const there = refOf(await aDossier({ status: 'received', commune: 'H99.13' }))
  const viewer = await anOfficer(DEMO.units.mauAn)
  for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
    const { body, statusCode } = await site.get('/desk/register', { viewer, host })
    expect(statusCode).toBe(200)
    expect(body).toContain(here)
    expect(body).not.toContain(there)
    expect(body).not.toContain('000198000012')
    expect(faultsIn(body)).toEqual([])
  }
  const foreign = await site.get(`/desk/register?unit=${DEMO.units.mauSon}`, { viewer })
  expect(foreign.body).not.toContain(there)
})

test('a span of days, from a link or the boxes; one that is none is said', async () => {
  const viewer = await anOfficer(DEMO.units.mauAn)
  const old = await site.get('/desk/register?from=2020-01-01&to=2020-01-31', { viewer })
  expect(old.body).toContain('Không có hồ sơ nào được tiếp nhận')
  const wrong = await site.get('/desk/register?from-day=31&from-month=2&from-year=2026', { viewer })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('Khoảng ngày chưa đúng')
  expect(wrong.body).toContain('value="31"')
  const backwards = await site.get('/desk/register?from=2026-11-02&to=2026-11-01', { viewer })
  expect(backwards.statusCode).toBe(422)
})

test('a case officer has no register', async () => {
  const viewer = await anOfficer(DEMO.units.mauAn, ['case-officer'])
  expect((await site.get('/desk/register', { viewer })).body).toContain('Sổ theo dõi dành cho cán bộ một cửa')
})
