import { beforeAll, expect, test } from 'vitest'
import { addDays, dayOf, type LocalDate } from '#kernel/local-date.ts'
import { read, transaction } from '#platform/db/index.ts'
import { asOwner, useTestDatabase } from '#platform/db/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { addAgencyDecision, addNationalDecision, type CalendarChanged } from '#rooms/deadlines/index.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import {
  type Dossier,
  explainDue,
  followCalendar,
  listLog,
  lockDossierAsSystem,
  sayLogEntry,
  verifyLog,
} from './index.ts'
import { aDossier, installSample } from './testing.ts'

const database = useTestDatabase()
beforeAll(installSample)

const closure = { kind: 'closure' as const, note: 'Bão số 12', legal: '12/QĐ-UBND' }

async function announced(id: string): Promise<CalendarChanged[]> {
  const { rows } = await asOwner(
    database(),
    `select payload from graphile_worker._private_jobs where payload->>'type' = 'deadlines.calendar-changed' and payload->>'id' = '${id}'`,
  )
  return rows.map(({ payload }) => payload)
}

const again = ({ id }: Dossier) => transaction(1, (tx) => lockDossierAsSystem(tx, 1, id))
const dueDay = ({ dueAt }: Dossier) => dayOf(dueAt ?? ('' as never))

/** The commune closes on a day; what was announced is told to the room. */
async function close(date: LocalDate, unitId: string = DEMO.units.mauAn) {
  const id = await addAgencyDecision(await anOfficer('quan-tri-tinh'), { ...closure, date, unitId })
  const [changed] = await announced(id)
  if (!changed) throw new Error('nothing was announced')
  return { changed, moved: await followCalendar(changed) }
}

test('R-108: a closure entered later moves open dates to a later day, with a log entry and a notice, once', async () => {
  const [dossier, elsewhere, waiting, done] = [
    await aDossier({ status: 'processing' }),
    await aDossier({ status: 'processing', commune: 'H99.13' }),
    await aDossier({ status: 'awaiting-supplement' }),
    await aDossier({ status: 'result-ready' }),
  ]
  const { changed, moved } = await close(dueDay(dossier))
  expect(moved.map(({ ref }) => ref)).toEqual([dossier.code])

  const after = await again(dossier)
  expect(dueDay(after) > dueDay(dossier)).toBe(true)
  expect(after.originalDueAt).toBe(dossier.originalDueAt)
  for (const other of [elsewhere, waiting, done]) expect((await again(other)).dueAt).toBe(other.dueAt)

  const explanation = await read(1, (tx) => explainDue(tx, after))
  expect(explanation?.dueAt).toBe(after.dueAt)
  const entry = (await read(1, (tx) => listLog(tx, after))).at(-1)
  expect(entry).toMatchObject({ type: 'dossier.due-moved', facts: { promised: dossier.dueAt, decision: changed.id } })
  expect(entry && sayLogEntry(entry, 'vi')).toMatch(/^Đổi ngày hẹn trả sang .+, vì lịch làm việc thay đổi$/)
  expect((await read(1, (tx) => verifyLog(tx, 1, dossier.id))).broken).toBeUndefined()

  expect(await followCalendar(changed)).toEqual([])
  const { rows } = await asOwner(
    database(),
    `select payload from graphile_worker._private_jobs where payload->>'type' = 'dossier.due-moved' and payload->>'dossierId' = '${dossier.id}'`,
  )
  expect(rows.map(({ payload }) => payload.facts.returnAt)).toEqual([after.dueAt])
})

test('R-108: a closure that is taken back leaves the promised date: no date becomes earlier', async () => {
  const before = await aDossier({ status: 'received', commune: 'H99.14' })
  const { changed } = await close(dueDay(before), DEMO.units.mauTrung)
  const moved = await again(before)
  const taken = { ...closure, date: changed.date, unitId: DEMO.units.mauTrung, revokes: changed.id }
  const [back] = await announced(await addAgencyDecision(await anOfficer('quan-tri-tinh'), taken))
  expect(back && (await followCalendar(back))).toEqual([])
  expect((await again(before)).dueAt).toBe(moved.dueAt)
})

test('R-108: a day of the national calendar is told to every agency', async () => {
  const date = addDays(dueDay(await aDossier({ status: 'received' })), 400)
  const id = await addNationalDecision('người vận hành', { kind: 'swap-off', date, legal: 'Thông báo 1/TB-BM' })
  expect((await announced(id)).map(({ agencyId }) => agencyId).sort()).toEqual([1, 2])
})
