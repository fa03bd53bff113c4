import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { anOfficer, installSample } from '#rooms/dossiers/testing.ts'
import { compareChannels } from '../commands/compare-channels.ts'
import { countNew } from '../commands/count.ts'
import { figuresOfYear } from '../commands/panels.ts'
import { makeMonth, publishMonths } from '../commands/publish.ts'
import { at, finished, received, submitted, tell, write } from '../testing.ts'
import { reportingRoutes } from './index.route.tsx'

useTestDatabase()
const ENGLISH = 'e-services.sampleprovince.localhost'
const AGENCY = { id: 1, code: 'H99' }
let site: TestApp

const two = (count: number) => String(count).padStart(2, '0')

/** Of each month, at Mẫu An: twelve received and finished, six of them late, online; three by post. At Mẫu Sơn, ten. */
async function aYearOfDossiers(): Promise<void> {
  for (const month of ['01', '02', '03']) {
    const told = Array.from({ length: 25 }, (_, index) => {
      const unit = index < 15 ? DEMO.units.mauAn : DEMO.units.mauSon
      const day = `2026-${month}-${two(2 + (index % 20))}`
      const channel = index >= 12 && index < 15 ? 'post' : index >= 20 ? 'counter' : 'online'
      return tell([
        submitted(at(`${day}T08:00`), { channel, unit }),
        received(at(`${day}T09:00`), index < 6 ? `${day}T10:00` : `${day}T17:00`, unit),
        finished(at(`${day}T15:00`)),
      ])
    })
    await write(...told)
  }
  while ((await countNew(1)) > 0);
}

beforeAll(async () => {
  setClock(() => new Date('2026-04-02T09:00:00+07:00'))
  await installSample()
  await aYearOfDossiers()
  site = await createTestApp([reportingRoutes])
})
afterAll(() => setClock())

const ok = async (path: string, as: Parameters<TestApp['get']>[1] = {}) => {
  const answer = await site.get(path, as)
  expect([path, answer.statusCode]).toEqual([path, 200])
  return answer
}

test('R-182: the public page says what was received, decided and on time, in both languages, without script or style', async () => {
  for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
    const { body } = await ok('/statistics', { host })
    // 75 decided; 18 late, so 57 on time: 76 %.
    expect(body).toContain('>75<')
    expect(body).toContain('76%')
    expect(body).toContain('<svg')
    expect(body).not.toContain('style=')
    expect(body).not.toMatch(/<script(?! type="application)/)
    expect(body).not.toMatch(/undefined|NaN|\[object/)
  }
})

test('R-182: small numbers are kept, and so is what would give them away', async () => {
  const { body } = await ok('/statistics?from=2026-03&to=2026-03')
  // Three by post: the row must not say 3, nor may another row of the table that with the total 25 would give it away.
  const post = /Bưu điện<\/th>(.*?)<\/tr>/s.exec(body)?.[1] ?? ''
  expect(post).toContain('ít, không nêu')
  expect(post).not.toMatch(/>\d/)
})

test('R-182: a wrong order of months is said, and an empty period says no data', async () => {
  const wrong = await site.get('/statistics?from=2026-03&to=2026-01')
  expect(wrong.statusCode).toBe(422)
  const { body } = await ok('/statistics?from=2024-01&to=2024-02', { host: ENGLISH })
  expect(body).toContain('no data yet')
  expect(body).not.toContain('>100%<')
})

test('R-193: the programming interface gives the same figures, half-open, by whatever is asked; mistakes have codes', async () => {
  const get = async (query: string) => (await ok(`/api/v1/statistics?${query}`)).json()
  const quarter = await get('from=2026-01-01&to=2026-04-01&by=month')
  expect(quarter.total.counts).toMatchObject({ received: 75, finished: 75, onTime: 57, late: 18 })
  expect(quarter.total.onTimeShare).toEqual({ state: 'exact', percent: 76 })
  expect(quarter.rows.map(({ key }: { key: string }) => key)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01'])
  // The last day is not in it: two dossiers lie on each of the days from the 2nd to the 6th, one on the others.
  expect((await get('from=2026-03-07&to=2026-03-21')).total.counts.finished).toBe(14)
  const units = await get('from=2026-01-15&to=2026-04-01&by=unit')
  expect(units.rows.map(({ name }: { name: { en: string } }) => name.en)).toHaveLength(2)
  for (const query of ['from=2026-02-30', 'from=2026-02-01&to=2026-02-01', 'by=colour', 'channel=pigeon', 'unit=X']) {
    const answer = await site.get(`/api/v1/statistics?${query}`)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().code).toMatch(/^reporting\./)
  }
  const csv = (await ok('/open-data/statistics.csv?by=month&from=2026-01-01&to=2026-04-01')).body.trim().split('\r\n')
  expect(csv).toHaveLength(5)
  expect(csv[4]).toMatch(/^total,/)
})

test('R-193: a published month keeps its address and its bytes; only its own log can bring a new edition', async () => {
  const march = localDate('2026-03-01')
  const before = await makeMonth(AGENCY, 'by-procedure', march)
  expect(await publishMonths(AGENCY)).toHaveLength(9)
  expect(await publishMonths(AGENCY)).toEqual([])
  const first = await ok('/open-data/by-procedure/2026-03/1.json')
  expect(first.body).toBe(before)

  // Later acts, also of dossiers that were received in March, change nothing.
  await write(tell([submitted(at('2026-04-01T08:00')), received(at('2026-04-01T09:00'), '2026-04-03T17:00')]))
  await countNew(1)
  expect(await makeMonth(AGENCY, 'by-procedure', march)).toBe(before)
  expect(await publishMonths(AGENCY)).toEqual([])

  // An act of March that comes to the log late is said in a second edition, beside the first.
  await write(tell([submitted(at('2026-03-30T08:00')), received(at('2026-03-30T09:00'), '2026-04-03T17:00')]))
  await countNew(1)
  expect((await publishMonths(AGENCY)).map(({ month, edition }) => [month, edition])).toContainEqual([march, 2])
  expect((await ok('/open-data/by-procedure/2026-03/1.json')).body).toBe(before)
  expect((await site.get('/open-data/by-procedure/2026-03.csv')).headers.location).toBe(
    '/open-data/by-procedure/2026-03/2.csv',
  )
  expect((await ok('/open-data/by-procedure/2026-03/2.csv')).body).toContain('9.000001')
  expect((await site.get('/open-data/by-procedure/2026-03/9.csv')).statusCode).toBe(404)
  expect((await site.get('/open-data/secrets/2026-03/1.csv')).statusCode).toBe(404)

  const dcat = JSON.parse((await ok('/open-data/catalog.jsonld')).body)
  expect(dcat['@type']).toBe('dcat:Catalog')
  const months = dcat['dcat:dataset'].filter((one: Record<string, unknown>) => one['dcat:version'])
  expect(months).toHaveLength(9)
  for (const one of months) {
    for (const distribution of one['dcat:distribution']) {
      await ok(new URL(distribution['dcat:downloadURL']['@id']).pathname)
    }
  }
  for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) await ok('/open-data', { host })
  expect((await ok('/open-data/catalogue.csv')).body).toContain('9.000001')
})

test('R-185: the comparison of channels is public, in plain words, and says when there is too little', async () => {
  expect((await ok('/statistics/equal-treatment', { host: ENGLISH })).body).toContain('Nothing has been compared yet')
  const { comparisons } = await compareChannels(1)
  expect(comparisons.length).toBeGreaterThan(0)
  for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
    const { body } = await ok('/statistics/equal-treatment', { host })
    expect(body).not.toMatch(/undefined|NaN|style=/)
  }
})

test('R-016: a procedure’s own year: received online and in all, decided, on time; satisfaction is no data', async () => {
  const figures = await read(1, (tx) =>
    figuresOfYear(tx, 1, { procedureCode: '9.000001', on: localDate('2026-03-31') }),
  )
  expect(figures.all.counts.finished).toBe(75)
  expect(figures.all.onTimeShare).toEqual({ percent: 76 })
  expect(figures.satisfaction.overall).toBe('none')
  const other = await read(1, (tx) => figuresOfYear(tx, 1, { procedureCode: '9.999999' }))
  expect(other.all.onTimeShare).toBe('none')
})

test('R-181: the board and what lies behind its numbers are for those who lead, and of their units only', async () => {
  const leader = await anOfficer(DEMO.units.mauAn, ['supervisor'])
  const desk = await anOfficer(DEMO.units.mauAn, ['desk-officer'])
  const all = await anOfficer(DEMO.units.serviceCentre, ['supervisor'])
  expect((await site.get('/desk/board', { viewer: desk })).statusCode).toBe(403)
  expect((await site.get('/desk/board/dossiers', { viewer: desk })).statusCode).toBe(403)
  for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
    const { body } = await ok('/desk/board', { viewer: leader, host })
    expect(body).not.toMatch(/undefined|NaN|style=/)
  }
  const behind = async (viewer: Officer, query: string) => {
    const { body } = await ok(`/desk/board/dossiers?from=2026-02-01&to=2026-03-01&${query}`, { viewer })
    return [...body.matchAll(/\/desk\/dossiers\/TN-/g)].length
  }
  // As many rows as the number says.
  expect(await behind(leader, 'figure=late')).toBe(6)
  expect(await behind(leader, 'figure=finished')).toBe(15)
  expect(await behind(leader, 'figure=finished&unit=H99.13')).toBe(15)
  expect(await behind(all, 'figure=finished&unit=H99.13')).toBe(10)
  expect(await behind(all, 'figure=finished')).toBe(25)
  expect((await site.get('/desk/board/dossiers?from=2026-02-30', { viewer: leader })).statusCode).toBe(422)
})
