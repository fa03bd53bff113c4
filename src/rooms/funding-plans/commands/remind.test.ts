import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { setClock } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { aMailServer } from '#platform/mail/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { demonstrationOfficerId } from '#rooms/identity/index.ts'
import { insertPlan, insertVersion, updateVersion } from '../store/plans.ts'
import { remindAll } from './remind.ts'

useTestDatabase()

let post: Awaited<ReturnType<typeof aMailServer>>
beforeAll(async () => {
  post = await aMailServer()
})
afterEach(() => {
  setClock()
})
afterAll(() => post.close())

async function remindOn(day: string): Promise<string[]> {
  setClock(() => new Date(`${day}T00:30:00Z`))
  post.letters.length = 0
  await remindAll()
  return post.letters.map(({ to }) => to).sort()
}

const MAU_AN = ['lo-thi-mau@tinhmau.example', 'nguyen-van-vi@tinhmau.example']

test('R-206: thirty days before the day, those who draft and sign are reminded, once, and only of what is theirs', async () => {
  const told = await remindOn('2026-05-11')
  expect(told).toEqual(expect.arrayContaining(MAU_AN))
  expect(told).not.toContain('tran-van-thu@tinhmau.example')
  expect(told).not.toContain('quan-tri-tinh@tinhmau.example')
  expect(await remindOn('2026-05-11')).toEqual([])
  expect(await remindOn('2026-05-12')).toEqual([])
  // Level I has until 10 July: its own thirty days begin later.
  expect(await remindOn('2026-06-10')).toEqual(['quan-tri-bo@bomau.example', 'quan-tri-tinh@tinhmau.example'])
})

test('R-206: who has sent is left in peace; who is late is told so the day after', async () => {
  const officerId = demonstrationOfficerId('lo-thi-mau')
  await transaction(1, async (tx) => {
    const plan = {
      id: newId(),
      agencyId: 1,
      unitId: DEMO.units.mauAn,
      year: 2027,
      level: 'commune' as const,
      createdAt: new Date(),
    }
    const version = { id: newId(), number: 1, reason: '', noTraining: '', lines: [], writer: officerId }
    const digitalPlan = { number: '', issuedOn: undefined, sentOn: undefined }
    await insertPlan(tx, plan, officerId)
    await insertVersion(tx, plan, { ...version, digitalPlan })
    const sent = { state: 'sent' as const, signed_sha256: 'a'.repeat(64), sent_on: '2026-06-01' as never }
    await updateVersion(tx, version, sent)
  })
  const told = await remindOn('2026-06-11')
  expect(told).toContain('ly-van-xet@tinhmau.example')
  expect(told).not.toEqual(expect.arrayContaining(MAU_AN))
})
