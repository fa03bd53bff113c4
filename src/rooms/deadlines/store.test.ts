import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import type { Officer, Role } from '#kernel/viewer.ts'
import { asInstallation, read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { DEMO, listAgencies, seedDemonstration } from '#rooms/agencies/index.ts'
import { addAgencyDecision, addNationalDecision, setOfficeHours } from './commands.ts'
import { STATE_WEEK } from './office-hours.ts'
import { loadCalendar, loadReceptionCalendar } from './store.ts'

useTestDatabase()

const { province, ministry } = DEMO.agencies
const day = localDate('2026-11-26')
const legal = '12/QĐ-UBND'

function officer(role: Role, agencyId: number = province): Officer {
  const appointments = [{ unitId: DEMO.units.province, unitCode: 'H99', roles: [role] }]
  return { kind: 'officer', agencyId, officerId: randomUUID(), name: 'Đinh Thị Lịch', appointments }
}

function calendarOf(agencyId: number, unitId?: string) {
  return read(agencyId, (tx) => loadCalendar(tx, agencyId, unitId))
}

function receptionOf(agencyId: number, unitId?: string) {
  return read(agencyId, (tx) => loadReceptionCalendar(tx, agencyId, unitId))
}

beforeAll(async () => {
  const agencies = await asInstallation(listAgencies)
  if (agencies.length === 0) await seedDemonstration()
})

describe('the calendar of an agency', () => {
  test('R-103: is the national one until something is recorded, and is kept in memory', async () => {
    const calendar = await calendarOf(province)
    expect(calendar.owner.vi).toBe('Tỉnh Mẫu')
    expect(calendar.isWorkingDay(day)).toBe(true)
    expect(calendar.isWorkingDay(localDate('2026-11-24'))).toBe(false)
    expect(await calendarOf(province)).toBe(calendar)
  })

  test('a closure of a commune closes that commune only, and can be taken back', async () => {
    const closure = { kind: 'closure' as const, date: day, note: 'Bão số 12', legal, unitId: DEMO.units.mauAn }
    const id = await addAgencyDecision(officer('administrator'), closure)
    expect((await calendarOf(province, DEMO.units.mauAn)).isWorkingDay(day)).toBe(false)
    expect((await calendarOf(province, DEMO.units.mauSon)).isWorkingDay(day)).toBe(true)
    expect((await calendarOf(province)).isWorkingDay(day)).toBe(true)
    expect((await calendarOf(ministry)).isWorkingDay(day)).toBe(true)

    await addAgencyDecision(officer('administrator'), { ...closure, revokes: id })
    expect((await calendarOf(province, DEMO.units.mauAn)).isWorkingDay(day)).toBe(true)
  })

  test('R-109: Saturday morning receives people and is not counted', async () => {
    const morning = [{ from: 450, to: 690 }]
    await setOfficeHours(officer('administrator'), {
      appliesTo: 'reception',
      unitId: DEMO.units.serviceCentre,
      validFrom: localDate('2026-11-01'),
      week: [...STATE_WEEK.slice(0, 5), morning, []],
      legal,
    })
    const saturday = localDate('2026-11-28')
    expect((await receptionOf(province, DEMO.units.serviceCentre)).isWorkingDay(saturday)).toBe(true)
    expect((await receptionOf(province, DEMO.units.mauAn)).isWorkingDay(saturday)).toBe(false)
    expect((await calendarOf(province, DEMO.units.serviceCentre)).isWorkingDay(saturday)).toBe(false)
    expect((await receptionOf(province, DEMO.units.serviceCentre)).isWorkingDay(localDate('2026-10-31'))).toBe(false)
  })

  test('shorter hours of one day close it earlier', async () => {
    const hours = [{ from: 450, to: 690 }]
    const decision = { kind: 'special-hours' as const, date: localDate('2026-12-31'), hours, legal }
    await addAgencyDecision(officer('administrator', ministry), decision)
    const found = (await calendarOf(ministry)).day(20_818)
    expect(found).toMatchObject({ date: '2026-12-31', closesAt: 690, minutes: 240 })
  })

  test('R-105: a national decision recorded later reaches every agency', async () => {
    const dates = ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'].map(localDate)
    for (const date of dates) {
      await addNationalDecision('vận hành', { kind: 'holiday', holiday: 'tet', date, legal: '1/TB-BNV' })
    }
    for (const agency of [province, ministry]) {
      const calendar = await calendarOf(agency)
      expect(calendar.isWorkingDay(localDate('2027-02-04'))).toBe(true) // a day off by the default rule
      expect(calendar.isWorkingDay(localDate('2027-02-11'))).toBe(false) // in lieu of Sunday
    }
  })
})

describe('who may change it', () => {
  const closure = { kind: 'closure' as const, date: day, legal }
  test.each(['desk-officer', 'case-officer', 'approver', 'supervisor'] as const)('a %s may not', async (role) => {
    await expect(addAgencyDecision(officer(role), closure)).rejects.toThrow('deadlines.may-not-keep-calendar')
    const hours = { validFrom: day, week: STATE_WEEK, legal }
    await expect(setOfficeHours(officer(role), hours)).rejects.toThrow('deadlines.may-not-keep-calendar')
  })

  test('nobody without a legal basis or with hours that overlap', async () => {
    const administrator = officer('administrator')
    await expect(addAgencyDecision(administrator, { ...closure, legal: ' ' })).rejects.toThrow('no-legal-basis')
    const hours = [
      { from: 450, to: 690 },
      { from: 600, to: 700 },
    ]
    const overlapping = { ...closure, kind: 'special-hours' as const, hours }
    await expect(addAgencyDecision(administrator, overlapping)).rejects.toThrow('bad-hours')
  })
})
