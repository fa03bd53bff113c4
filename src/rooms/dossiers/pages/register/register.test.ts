import { beforeAll, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { receiveDossier } from '../../commands/receive.ts'
import { refOf } from '../../dossier.ts'
import { aDossier, anOfficer, installSample, submitSample } from '../../testing.ts'
import { ENGLISH, faultsIn } from '../testing.ts'
import { registerRoutes } from './register.route.tsx'

useTestDatabase()
let site: TestApp
beforeAll(async () => {
  await installSample()
  site = await createTestApp([registerRoutes])
})

test('R-220: form 07 shows what the unit received, newest first, without numbers of persons', async () => {
  const [first, second] = [await aDossier({ status: 'received' }), await aDossier({ status: 'withdrawn' })]
  const elsewhere = await aDossier({ status: 'received', commune: 'H99.13' })
  const waiting = await submitSample()
  const viewer = await anOfficer(DEMO.units.mauAn, ['case-officer'])
  for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
    const { body, statusCode } = await site.get('/desk/register', { viewer, host })
    expect(statusCode).toBe(200)
    expect(body.indexOf(refOf(second))).toBeGreaterThan(-1)
    expect(body.indexOf(refOf(second))).toBeLessThan(body.indexOf(refOf(first)))
    for (const absent of [refOf(elsewhere), waiting.temporaryCode, '000198000012', '0900000012'])
      expect(body).not.toContain(absent)
    expect(faultsIn(body)).toEqual([])
  }
})

test('long registers are read page by page, each dossier once', async () => {
  setClock(() => new Date('2026-03-03T09:00:00+07:00'))
  const desk = await anOfficer(DEMO.units.mauTrung)
  const codes = new Set<string>()
  for (let i = 0; i < 60; i += 1) {
    const dossier = await submitSample({ commune: 'H99.14' })
    codes.add((await receiveDossier(desk, refOf(dossier), { documents: [] })).code)
  }
  const seen: string[] = []
  let next: string | undefined = '/desk/register?from=2026-03-01&to=2026-03-31'
  for (let pages = 0; next && pages < 5; pages += 1) {
    const { body } = await site.get(next, { viewer: desk })
    seen.push(...[...body.matchAll(/\/desk\/dossiers\/([^"]+)"/g)].map(([, code = '']) => code))
    const [, older] = /href="(\/desk\/register\?[^"]*before=[^"]*)"/.exec(body) ?? []
    next = older?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(60)
  expect(new Set(seen)).toEqual(codes)
  setClock()
})

test('R-045: a unit’s own officers open its register; the centre opens all; an administrator none', async () => {
  const get = async (viewer: Awaited<ReturnType<typeof anOfficer>>, query = '') =>
    (await site.get(`/desk/register${query}`, { viewer })).body
  expect(await get(await anOfficer(DEMO.units.mauAn), '?unit=H99.13')).not.toContain('xã Mẫu Sơn. Mới')
  expect(await get(await anOfficer(DEMO.units.serviceCentre), '?unit=H99.13')).toContain('xã Mẫu Sơn. Mới')
  expect(await get(await anOfficer(DEMO.units.mauAn, ['administrator']))).toContain('chưa được giao')
})

test('days that are none are said at the field, and kept; none received is said', async () => {
  const viewer = await anOfficer(DEMO.units.mauAn)
  const wrong = await site.get('/desk/register?from-day=31&from-month=2&from-year=2026', { viewer })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="31"')
  expect((await site.get('/desk/register?from=2026-05-01&to=2026-04-01', { viewer })).statusCode).toBe(422)
  const old = await site.get('/desk/register?from=2020-01-01&to=2020-01-31', { viewer })
  expect(old.body).toContain('Không có hồ sơ nào được tiếp nhận')
})
