import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Officer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { type Dossier, refOf } from '#rooms/dossiers/index.ts'
import { anOfficer } from '#rooms/identity/testing.ts'
import { aDossierAt, installOffice, officeOfMauAn, takeUp } from '../../testing.ts'
import { deskRoutes } from '../desk.route.tsx'

useTestDatabase()
let site: TestApp
let office: Record<'desk' | 'caseOfficer' | 'chair', Officer>
let dossiers: Dossier[]

const ENGLISH = 'e-services.sampleprovince.localhost'
const MORNING = '2026-11-19T01:30:00Z' // Thursday, 08:30 in Vietnam; three working days lead to Wednesday the 25th

beforeAll(async () => {
  setClock(() => new Date(MORNING))
  await installOffice()
  office = await officeOfMauAn()
  site = await createTestApp([deskRoutes])
  dossiers = []
  for (let n = 0; n < 5; n += 1) dossiers.push(await aDossierAt('appraise'))
})
afterAll(() => setClock())

/** The codes on the page, in order. */
function codesIn(html: string): string[] {
  return [...html.matchAll(/<a href="\/desk\/dossiers\/([^"]+)"/g)].map(([, code = '']) => code)
}

async function queueOf(viewer: Officer, view: string, host = 'dichvucong.tinhmau.localhost'): Promise<string> {
  const page = await site.get(`/desk?view=${view}`, { viewer, host })
  expect(page.statusCode).toBe(200)
  return page.body
}

/** Only what stands on the list: the frame of the page holds a token of its own each time. */
function listIn(html: string): string {
  return /<tbody>.*<\/tbody>/s.exec(html)?.[0] ?? ''
}

describe('the order of the queue', () => {
  const due = fc.integer({ min: 0, max: 3 }).map((day) => `2026-12-0${day + 1}T10:00:00Z`)
  const channel = fc.constantFrom('online', 'counter', 'post')
  const ways = fc.array(fc.record({ due, channel, other: channel }), { minLength: 5, maxLength: 5 })

  async function arrange(given: { due: string; channel: string }[]): Promise<void> {
    await transaction(1, async (tx) => {
      for (const [n, { id }] of dossiers.entries()) {
        const { due: at, channel: way } = given[n] ?? { due: MORNING, channel: 'online' }
        await sql`update work_items set due_at = ${at} where dossier_id = ${id} and done_at is null`.execute(tx)
        await sql`update dossiers set channel = ${way} where id = ${id}`.execute(tx)
      }
    })
  }

  test('R-028: what is due first stands first, and the page is the same whichever way the dossiers came in', async () => {
    await fc.assert(
      fc.asyncProperty(ways, async (given) => {
        await arrange(given)
        const page = listIn(await queueOf(office.caseOfficer, 'all'))
        const dueOf = new Map(dossiers.map((dossier, n) => [refOf(dossier), given[n]?.due ?? '']))
        const shown = codesIn(page).map((code) => dueOf.get(code) ?? `unknown ${code}`)
        expect(shown).toEqual(dossiers.map((_, n) => given[n]?.due ?? '').sort())
        await arrange(given.map((one) => ({ due: one.due, channel: one.other })))
        expect(listIn(await queueOf(office.caseOfficer, 'all'))).toBe(page)
      }),
      { numRuns: 8 },
    )
  })

  test('R-100: overdue, due today and in time each have their shape and their words, in both languages', async () => {
    setClock(() => new Date('2026-12-02T02:00:00Z'))
    const days = ['2026-12-01T10:00:00Z', '2026-12-02T10:00:00Z', '2026-12-04T10:00:00Z']
    await arrange(dossiers.map((_, n) => ({ due: days[n] ?? '2026-12-08T10:00:00Z', channel: 'online' })))
    const rows = listIn(await queueOf(office.caseOfficer, 'all'))
      .split('<tr')
      .slice(1)
    expect(rows[0]).toContain('class="late"')
    expect(rows[0]).toContain('Quá hạn')
    expect(rows[1]).not.toContain('class="late"')
    expect(rows.slice(0, 3).map((row) => /class="tag ([a-z]+)"/.exec(row)?.[1])).toEqual(['stop', 'wait', 'now'])
    expect(rows[1]).toContain('Còn 6 giờ')
    expect(rows[2]).toContain('Còn 2 ngày làm việc')
    const english = listIn(await queueOf(office.caseOfficer, 'all', ENGLISH))
      .split('<tr')
      .slice(1)
    expect(english[0]).toMatch(/overdue/i)
    setClock(() => new Date(MORNING))
  })
})

describe('whose queue it is', () => {
  test('R-100: mine, what nobody has, and everything; another unit and another role see none of it', async () => {
    const [first, second] = dossiers
    if (!first || !second) throw new Error('no dossiers')
    await takeUp(office.caseOfficer, first)
    expect(codesIn(await queueOf(office.caseOfficer, 'mine'))).toEqual([refOf(first)])
    const free = codesIn(await queueOf(office.caseOfficer, 'free'))
    expect(free).toHaveLength(dossiers.length - 1)
    expect(free).not.toContain(refOf(first))
    expect(codesIn(await queueOf(office.caseOfficer, 'all'))).toHaveLength(dossiers.length)
    for (const subject of ['ly-van-xet', 'tran-van-thu', 'nguyen-van-vi', 'vi-van-ho']) {
      expect(codesIn(await queueOf(await anOfficer(subject), 'all')), subject).toEqual([])
    }
  })

  test('the desk begins with what waits to be received, and an empty view says so', async () => {
    const page = await site.get('/desk', { viewer: office.desk })
    expect(page.body).toContain('<h1>Chờ tiếp nhận</h1>')
    expect(page.body).toContain('Không có hồ sơ nào chờ tiếp nhận.')
    expect(page.body.match(/<h1/g)).toHaveLength(1)
  })

  test('a code typed with small letters and spaces opens its dossier', async () => {
    const found = await site.get('/desk/find?code=%20h99.12-261119-0001%20', { viewer: office.desk })
    expect([found.statusCode, found.headers.location]).toEqual([303, '/desk/dossiers/H99.12-261119-0001'])
  })
})
