import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import {
  addUnit,
  createAgency,
  DEMO,
  endUnit,
  findHost,
  findUnitByCode,
  getUnit,
  listPositions,
  listUnits,
  resolveUnits,
  seedDemonstration,
  unitsInside,
} from './index.ts'

useTestDatabase()

const { province, ministry } = DEMO.agencies

test('R-021: each of the four demonstration hosts names its agency, its language and its sister', async () => {
  const vietnamese = await findHost('dichvucong.tinhmau.localhost')
  expect(vietnamese).toMatchObject({ language: 'vi', sisterHost: 'e-services.sampleprovince.localhost' })
  expect(vietnamese?.agency).toMatchObject({ id: 1, code: 'H99', name: { vi: 'Tỉnh Mẫu' } })
  expect(vietnamese?.agency.fullName).toEqual({
    vi: 'Ủy ban nhân dân tỉnh Mẫu',
    en: 'People’s Committee of Sample Province',
  })
  const english = await findHost('E-Services.SampleMinistry.localhost')
  expect(english).toMatchObject({ language: 'en', sisterHost: 'dichvucong.bomau.localhost' })
  expect(english?.agency).toMatchObject({ id: 2, code: 'G99', kind: 'ministry' })
  expect(await findHost('evil.example')).toBeUndefined()
})

test('a new agency answers on its hosts at once, and its code is taken', async () => {
  const agency = {
    code: 'H98',
    kind: 'province' as const,
    name: { vi: 'Tỉnh Thử', en: 'Trial Province' },
    fullName: { vi: 'Ủy ban nhân dân tỉnh Thử', en: 'People’s Committee of Trial Province' },
    portalName: { vi: 'Cổng dịch vụ công tỉnh Thử', en: 'Trial Province Public Services' },
    contact: {
      unit: { vi: 'Văn phòng', en: 'Office' },
      person: 'Lương Văn Mực',
      position: { vi: 'Chánh Văn phòng', en: 'Chief of Office' },
      address: { vi: 'Số 1', en: 'No. 1' },
      phone: '0200 000 001',
      hotline: '1022',
      email: 'hotro@tinhthu.example',
    },
    seedColour: '#2d6a4f',
    hosts: [{ host: 'dichvucong.tinhthu.localhost', language: 'vi' as const }],
  }
  expect(await findHost('dichvucong.tinhthu.localhost')).toBeUndefined()
  const id = await createAgency(agency)
  expect(id).toBeGreaterThan(100)
  expect((await findHost('dichvucong.tinhthu.localhost'))?.agency.id).toBe(id)
  expect(await read(id, (tx) => findUnitByCode(tx, 'H98'))).toMatchObject({ kind: 'agency', parentId: undefined })
  await expect(createAgency(agency)).rejects.toThrow('agencies.code-or-host-taken')
})

test('loading the demonstration a second time changes nothing', async () => {
  const before = await read(province, (tx) => listUnits(tx, province))
  await seedDemonstration()
  expect(await read(province, (tx) => listUnits(tx, province))).toEqual(before)
  expect(before.map((unit) => unit.code)).toEqual(['H99', 'H99.01', 'H99.05', 'H99.07', 'H99.12', 'H99.13', 'H99.14'])
})

test('units of one agency do not exist for another', async () => {
  await expect(read(ministry, (tx) => getUnit(tx, DEMO.units.mauAn))).rejects.toThrow('agencies.no-such-unit')
  expect(await read(ministry, (tx) => listUnits(tx, province))).toEqual([])
  expect(await read(ministry, (tx) => unitsInside(tx, DEMO.units.province))).toEqual([])
  const unit = { code: 'H99.99', kind: 'commune' as const, name: { vi: 'x', en: 'x' } }
  await expect(transaction(ministry, (tx) => addUnit(tx, province, unit))).rejects.toThrow('row-level security')
})

test('a selector finds the units that answer to it, whatever their code', async () => {
  const codes = async (selector: Parameters<typeof resolveUnits>[1]) =>
    (await read(province, (tx) => resolveUnits(tx, selector))).map((unit) => unit.code)
  expect(await codes({ field: 'justice' })).toEqual(['H99.05'])
  expect(await codes({ kind: 'commune', place: '99013' })).toEqual(['H99.13'])
  expect(await codes({ desk: true })).toEqual(['H99.01', 'H99.12', 'H99.13', 'H99.14'])
  expect(await codes({ kind: 'division' })).toEqual([])
})

test('the tree is dated: a merged unit is there until its last day and never after', async () => {
  const merged = await transaction(province, async (tx) => {
    const code = 'H99.15'
    const name = { vi: 'Xã Cũ', en: 'Old Commune' }
    const validFrom = localDate('2025-07-01')
    const id = await addUnit(tx, province, { code, kind: 'commune', name, parentId: DEMO.units.province, validFrom })
    await endUnit(tx, id, localDate('2026-03-01'))
    return id
  })
  const inside = (on: string) =>
    read(province, async (tx) =>
      (await unitsInside(tx, DEMO.units.province, localDate(on))).some((unit) => unit.id === merged),
    )
  expect(await inside('2025-06-30')).toBe(false)
  expect(await inside('2025-07-01')).toBe(true)
  expect(await inside('2026-02-28')).toBe(true)
  expect(await inside('2026-03-01')).toBe(false)
  expect((await read(province, (tx) => getUnit(tx, merged))).validTo).toBe('2026-03-01')
  expect(await read(province, (tx) => findUnitByCode(tx, 'H99.15', localDate('2026-04-01')))).toBeUndefined()
})

test('a position carries its unit, its title in both languages and its roles', async () => {
  const positions = await read(province, (tx) => listPositions(tx, { unitId: DEMO.units.mauAn }))
  expect(positions.map(({ unitCode, roles }) => [unitCode, ...roles])).toEqual([
    ['H99.12', 'desk-officer'],
    ['H99.12', 'case-officer'],
    ['H99.12', 'approver'],
  ])
  expect(positions[2]?.title.en).toBe('Chair of the Commune People’s Committee')
})
