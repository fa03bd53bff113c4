import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, type LocalDate, localDate } from '#kernel/local-date.ts'
import type { Officer, Role } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { getProcedure, installService, listIntakeActs, procedureRoutes, setIntake, setIntakeMode } from '../../index.ts'
import { anInstallable } from '../../testing.ts'

useTestDatabase()

const HERE = '/manage/intake'
const ONE = `${HERE}/9.000009`
const ENGLISH = { host: 'e-services.sampleprovince.localhost' }
const TODAY = localDate('2026-11-25')
const NOON = (day: LocalDate) => () => new Date(`${day}T12:00:00+07:00`)

const officer = (role: Role, name = 'Quản trị Mẫu'): Officer => ({
  ...{ kind: 'officer', agencyId: 1, officerId: '01890000-0000-7000-8000-000000000001', name },
  appointments: [{ unitId: DEMO.units.province, unitCode: 'H99', roles: [role] }],
})
const viewer = officer('administrator')

const on = (day: LocalDate, name = 'from') => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year }
}
const asFound = (day: LocalDate) => read(1, (tx) => getProcedure(tx, 1, '9.000009', day))
const own = { intake: 'own', state: 'own', url: '' }

let site: TestApp

beforeAll(async () => {
  await transaction(1, (tx) => installService(tx, 1, anInstallable()))
  site = await createTestApp([procedureRoutes])
})
beforeEach(async () => {
  setClock(NOON(TODAY))
  await transaction(1, async (tx) => {
    await tx.deleteFrom('intake_settings').execute()
    await setIntake(tx, 1, { code: '9.000009', intake: 'own' })
  })
})

describe('where dossiers are taken in', () => {
  test('R-024: the agency’s way of working is set from a day on, and says what it means for people', async () => {
    const before = await site.get(HERE, { viewer })
    expect(before.statusCode).toBe(200)
    expect(before.body).toContain('Chưa ai đặt')
    const day = addDays(TODAY, 6)
    const saved = await site.post(HERE, { mode: 'back-office', address: '', ...on(day) }, { viewer })
    expect([saved.statusCode, saved.headers.location]).toEqual([303, `${HERE}?done`])
    const { body } = await site.get(`${HERE}?done`, { viewer })
    expect(body).toContain('Từ ngày 01/12/2026: Sau Cổng quốc gia')
    expect(body).toMatch(/Quản trị Mẫu.*25\/11\/2026/s)
    expect((await asFound(TODAY)).applyAt.by).toBe('own')
    expect((await asFound(day)).applyAt.by).toBe('national')
    setClock(NOON(day))
    const later = await site.get(HERE, { viewer, ...ENGLISH })
    expect(later.body).toContain('People are led to the National Public Service Portal')
    expect(later.body).toContain('Since 01/12/2026.')
  })

  test('R-024, R-025: a procedure has an owner of its screen and an owner of its status, each from a day on', async () => {
    const given = { intake: 'ministry', state: 'ministry', url: 'https://dvc.bomau.example/1' }
    expect((await site.post(ONE, { ...given, ...on(TODAY) }, { viewer })).statusCode).toBe(303)
    expect(await asFound(TODAY)).toMatchObject({
      applyAt: { by: 'ministry', href: 'https://dvc.bomau.example/1' },
      offer: { intake: 'ministry', stateOwner: 'ministry' },
    })
    for (const over of [{}, ENGLISH]) {
      const { body } = await site.get(ONE, { viewer, ...over })
      expect(body).toContain('https://dvc.bomau.example/1')
      expect(body).toMatch(/Hệ thống của bộ|The ministry(’|&#39;|')s system/)
    }
    expect((await site.get(HERE, { viewer })).body).toContain(`href="${ONE}"`)
    const record = await site.get('/procedures/9.000009', { headers: { accept: 'application/json' } })
    expect(record.json()).toMatchObject({ intake: 'ministry', stateOwner: 'ministry' })
  })

  test('R-024: the page says when the whole agency turns what a procedure says', async () => {
    await transaction(1, (tx) => setIntakeMode(tx, 1, { mode: 'back-office' }))
    const { body } = await site.get(ONE, { viewer })
    expect(body).toContain('Vì cả cơ quan đang làm theo cách “Sau Cổng quốc gia”')
    expect(body).toContain('Cổng của cơ quan')
  })

  test.each([
    ['a day gone by', { ...own, ...on(addDays(TODAY, -1)) }, 'from', 'hôm nay hoặc một ngày sau'],
    ['a day that is none', { ...own, ...on('2026-02-30' as LocalDate) }, 'from', 'ngày có thật'],
    ['no owner of the screen', { ...own, intake: '', ...on(TODAY) }, 'intake', 'Chọn nơi người dân'],
    ['no owner of the status', { ...own, state: 'x', ...on(TODAY) }, 'state', 'Chọn hệ thống giữ'],
    [
      'its own screen and a status elsewhere',
      { ...own, state: 'ministry', ...on(TODAY) },
      'state',
      'Chọn “Hệ thống này”',
    ],
    [
      'no web address',
      { intake: 'ministry', state: 'own', url: 'javascript:1', ...on(TODAY) },
      'url',
      'bắt đầu bằng https',
    ],
  ])('R-024: %s is refused beside its field, and what was typed stays', async (_what, fields, field, words) => {
    const before = (await read(1, (tx) => listIntakeActs(tx, 1))).length
    const { statusCode, body } = await site.post(ONE, fields, { viewer })
    expect(statusCode).toBe(422)
    expect(body).toContain(`href="#${field}"`)
    expect(body).toContain(`id="${field}-error"`)
    expect(body.split(words).length).toBeGreaterThan(2)
    expect(body).toContain(`value="${(fields as Record<string, string>)['from-day']}"`)
    expect((await read(1, (tx) => listIntakeActs(tx, 1))).length).toBe(before)
  })

  test.each([
    ['no way of working', { mode: '', address: '', ...on(TODAY) }, 'mode'],
    [
      'an address without a place for the code',
      { mode: 'mixed', address: 'https://x.example/', ...on(TODAY) },
      'address',
    ],
    ['a day gone by', { mode: 'mixed', address: '', ...on(addDays(TODAY, -1)) }, 'from'],
  ])('R-024: of the whole agency, %s is refused beside its field', async (_what, fields, field) => {
    const { statusCode, body } = await site.post(HERE, fields, { viewer })
    expect(statusCode).toBe(422)
    expect(body).toContain(`id="${field}-error"`)
  })

  test('only an administrator sets it; a procedure nobody offers is not there', async () => {
    for (const role of ['supervisor', 'desk-officer'] as const) {
      expect((await site.get(HERE, { viewer: officer(role) })).statusCode).toBe(403)
      expect((await site.post(ONE, { ...own, ...on(TODAY) }, { viewer: officer(role) })).statusCode).toBe(403)
    }
    expect((await site.get(`${HERE}/9.999999`, { viewer })).statusCode).toBe(404)
    expect((await site.post(`${HERE}/9.999999`, { ...own, ...on(TODAY) }, { viewer })).statusCode).toBe(404)
  })

  test('what was set stays written down, also when the same day is set again', async () => {
    const before = (await read(1, (tx) => listIntakeActs(tx, 1, '9.000009'))).length
    await site.post(ONE, { intake: 'national', state: 'own', url: '', ...on(TODAY) }, { viewer })
    await site.post(ONE, { ...own, ...on(TODAY) }, { viewer })
    const acts = await read(1, (tx) => listIntakeActs(tx, 1, '9.000009'))
    expect(acts.length).toBe(before + 2)
    expect(acts[1]).toMatchObject({ by: { name: 'Quản trị Mẫu' }, said: { intake: 'national' } })
    await expect(transaction(1, (tx) => tx.deleteFrom('intake_acts').execute())).rejects.toThrow(/permission/)
  })
})
