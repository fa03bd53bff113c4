import { expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { holds } from '#kernel/viewer.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import type { StatedPerson } from './claims.ts'
import {
  addOfficer,
  appoint,
  demonstrationOfficerId,
  findOfficerForSigning,
  getOfficer,
  getPerson,
  listOfficersWith,
  officerName,
  seedDemonstrationOfficers,
} from './index.ts'
import { recordStatement } from './store/persons.ts'
import { aCitizen, anOfficer } from './testing.ts'

useTestDatabase()

const { province, ministry } = DEMO.agencies
const ISSUER = 'https://identity.example'

function stated(change: Partial<StatedPerson> = {}): StatedPerson {
  return {
    kind: 'person',
    subject: 'sub-1',
    techId: 'T-1',
    idNumber: '000190000001',
    name: 'Đinh Thị Mơ',
    bornOn: localDate('1990-01-01'),
    bornYear: 1990,
    gender: 'female',
    nationality: 'Việt Nam',
    ethnicity: 'Mường',
    residence: 'Xã Mẫu An, tỉnh Mẫu',
    currentResidence: undefined,
    email: undefined,
    phone: undefined,
    taxCode: undefined,
    organisationCode: undefined,
    representative: undefined,
    assurance: 'level-2',
    ...change,
  }
}

const record = (person: StatedPerson, issuer = ISSUER) =>
  transaction(province, (tx) => recordStatement(tx, province, { issuer, person, claims: {} }))

test('R-035: a person is recognised by the account, else the technical number, else the identity number', async () => {
  const id = await record(stated())
  expect(await record(stated({ name: 'Đinh Thị Mơ Mới' }))).toBe(id)
  expect(await record(stated({ subject: 'sub-2' }), 'https://new.example')).toBe(id)
  expect(await record(stated({ subject: 'sub-3', techId: 'T-3' }))).toBe(id)
  expect(await record(stated({ subject: 'sub-4', techId: 'T-4', idNumber: '000190000004' }))).not.toBe(id)
})

test('R-036: a level 1 account does not open what belongs to an identity number', async () => {
  const id = await record(stated({ subject: 'sub-5', techId: 'T-5', idNumber: '000190000005' }))
  const weak = stated({ subject: 'sub-6', techId: 'T-6', idNumber: '000190000005', assurance: 'level-1' })
  expect(await record(weak)).not.toBe(id)
})

test('an organisation is never its representative', async () => {
  const person = await record(stated({ subject: 'sub-7', techId: undefined, idNumber: '000190000007' }))
  const organisation = stated({
    kind: 'organisation',
    subject: 'sub-8',
    techId: undefined,
    idNumber: undefined,
    organisationCode: '0000000077',
    assurance: 'organisation',
  })
  const id = await record(organisation)
  expect(id).not.toBe(person)
  expect(await record({ ...organisation, subject: 'sub-9' })).toBe(id)
})

test('two first sign-ins at the same moment make one person', async () => {
  const same = stated({ subject: 'sub-10', techId: 'T-10', idNumber: '000190000010' })
  const ids = await Promise.all([record(same), record(same), record(same)])
  expect(new Set(ids).size).toBe(1)
})

test('persons and officers of one agency do not exist for another', async () => {
  await record(stated({ subject: 'sub-11', techId: 'T-11', idNumber: '000190000011' }))
  expect(await read(ministry, (tx) => tx.selectFrom('persons').selectAll().execute())).toEqual([])
  const officer = demonstrationOfficerId('tran-van-thu')
  await expect(read(ministry, (tx) => getOfficer(tx, officer))).rejects.toThrow('identity.no-such-officer')
  const foreign = transaction(ministry, (tx) => addOfficer(tx, province, { subject: 'spy', name: 'Spy' }))
  await expect(foreign).rejects.toThrow('row-level security')
})

test('R-043: officers are found by the role they hold at a unit today', async () => {
  const names = async (unitId?: string) =>
    (await read(province, (tx) => listOfficersWith(tx, 'desk-officer', unitId))).map((officer) => officer.subject)
  expect(await names(DEMO.units.mauAn)).toEqual(['tran-van-thu'])
  expect((await names()).sort()).toEqual(['dang-thi-quay', 'kha-thi-nhan', 'sung-thi-don', 'tran-van-thu'])
  const newcomer = await transaction(province, async (tx) => {
    const officerId = await addOfficer(tx, province, { subject: 'nguoi-moi', name: 'Người Mới' })
    const from = localDate('2999-01-01')
    await appoint(tx, province, { officerId, positionId: DEMO.positions.mauAnDesk, from })
    return officerId
  })
  expect(await names(DEMO.units.mauAn)).toEqual(['tran-van-thu'])
  expect(await read(province, (tx) => officerName(tx, newcomer))).toBe('Người Mới')
})

test('who signs for a unit is known to the gateway by the staff subject, and by the title of the position there', async () => {
  const signatory = (unitId: string) =>
    read(province, (tx) => findOfficerForSigning(tx, demonstrationOfficerId('nguyen-van-vi'), unitId))
  expect(await signatory(DEMO.units.mauAn)).toEqual({
    userId: 'nguyen-van-vi',
    name: 'Nguyễn Văn Vĩ',
    title: { vi: 'Chủ tịch Ủy ban nhân dân xã', en: 'Chair of the Commune People’s Committee' },
  })
  expect(await signatory(DEMO.units.mauSon)).toBeUndefined()
})

test('other rooms find viewers ready made', async () => {
  const officer = await anOfficer('vu-thi-truong')
  expect(officer).toMatchObject({ agencyId: ministry, name: 'Vũ Thị Trường' })
  expect(holds(officer, 'approver', DEMO.units.firstDepartment)).toBe(true)
  const { personId } = await aCitizen({ name: 'Lý Tả Mẩy' })
  expect((await read(province, (tx) => getPerson(tx, province, personId))).name).toBe('Lý Tả Mẩy')
})

test('loading the demonstration officers a second time changes nothing', async () => {
  const all = () => read(province, (tx) => tx.selectFrom('officer_appointments').selectAll().execute())
  const before = await all()
  await seedDemonstrationOfficers()
  expect(await all()).toEqual(before)
})
