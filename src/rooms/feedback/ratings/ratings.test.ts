import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Citizen } from '#kernel/viewer.ts'
import { setClock } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { type Dossier, refOf } from '#rooms/dossiers/index.ts'
import { aCitizen, aDossier, anOfficer, installSample } from '#rooms/dossiers/testing.ts'
import { ratingRoutes } from '../index.ts'
import { openRatingLink, ratingPath } from './commands/link.ts'
import { rate } from './commands/rate.ts'
import { satisfactionOf } from './commands/satisfaction.ts'
import { lastTwelveMonths } from './figures.ts'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
const MINISTRY = 'dichvucong.bomau.localhost'
const SIXTY = /60%<.{0,60}\(5 đánh giá\)/
let site: TestApp
let citizen: Citizen
let dossier: Dossier
beforeAll(async () => {
  await installSample()
  site = await createTestApp([ratingRoutes])
  citizen = aCitizen()
  dossier = await aDossier({ status: 'returned', citizen })
})
afterEach(() => setClock())

const linkTo = ({ id }: Dossier) => ratingPath(1, id)
const marksSaid = () =>
  read(1, (tx) =>
    tx.selectFrom('rating_counts').selectAll().where('unit', '<>', '').where('procedure_code', '<>', '').execute(),
  )
const nextMonth = () => setClock(() => new Date(Date.now() + 32 * 86_400_000))

describe('rating one dossier', () => {
  test('R-163: from the link of a letter, without signing in, in both languages and without script', async () => {
    const path = linkTo(dossier)
    const page = await site.get(path)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Nhìn chung, bạn hài lòng đến mức nào?')
    expect(page.body.match(/type="radio"/g)).toHaveLength(20)
    for (const secret of [refOf(dossier), citizen.name, '000198000012']) expect(page.body).not.toContain(secret)
    expect((await site.get(path, { host: ENGLISH })).body).toContain('All in all, how satisfied are you?')

    const empty = await site.post(path, { ease: '4', comment: 'Chờ hơi lâu' })
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('href="#overall"')
    expect(empty.body).toContain('Chờ hơi lâu')
    expect(empty.body).toMatch(/name="ease" value="4" checked/)
    expect((await site.post(path, { overall: '6' })).statusCode).toBe(422)
    expect((await site.post(path, { overall: '5', comment: 'x'.repeat(1001) })).statusCode).toBe(422)
    expect(await marksSaid()).toEqual([])

    const sent = await site.post(path, { overall: '4', ease: '5', comment: 'Cán bộ hướng dẫn kỹ.' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${path}?thanks`])
    expect((await site.get(`${path}?thanks`)).body).toContain('Đã nhận đánh giá của bạn')
    expect((await marksSaid()).map(({ criterion, mark, count }) => `${criterion} ${mark}: ${count}`).sort()).toEqual([
      'ease 5: 1',
      'overall 4: 1',
    ])
    expect(site.acts).toEqual([])
  })

  test('R-163: once for a dossier: another tab, another link and its own page are answered kindly', async () => {
    const before = await marksSaid()
    for (const path of [linkTo(dossier), linkTo(dossier)]) {
      const again = await site.post(path, { overall: '1' })
      expect([again.statusCode, again.headers.location]).toEqual([303, path])
      expect((await site.get(path)).body).toContain('Hồ sơ này đã có đánh giá')
    }
    expect(await marksSaid()).toEqual(before)
  })

  test('R-163: pressed twice at the same moment it is counted once', async () => {
    const other = await aDossier({ status: 'refused' })
    const press = () => rate(1, other.id, { marks: { overall: 3, attitude: 2 }, comment: '' })
    expect((await Promise.all([press(), press(), press(), press()])).filter(Boolean)).toHaveLength(1)
    expect((await marksSaid()).filter(({ mark }) => mark === 3)).toMatchObject([{ criterion: 'overall', count: 1 }])
  })

  test('the owner’s page leads there; nobody else’s does, and what has no answer yet is not rated', async () => {
    const mine = await site.get(`/my/dossiers/${refOf(dossier)}/rating`, { viewer: citizen })
    const token = String(mine.headers.location).replace('/rate/', '')
    expect(openRatingLink(1, token)).toBe(dossier.id)
    const stranger = await site.get(`/my/dossiers/${refOf(dossier)}/rating`, { viewer: aCitizen() })
    expect(stranger.statusCode).toBe(404)

    const running = await aDossier({ status: 'processing' })
    expect((await site.get(linkTo(running))).body).toContain('Chưa đến lúc đánh giá')
    expect((await site.post(linkTo(running), { overall: '5' })).statusCode).toBe(303)
    expect(await rate(1, running.id, { marks: { overall: 5 }, comment: '' })).toBe(false)
  })

  test('a link is of its own agency, whole, and nobody else’s making', async () => {
    const path = linkTo(dossier)
    expect((await site.get(path, { host: MINISTRY })).statusCode).toBe(404)
    for (const token of ['x', path.slice('/rate/'.length, -2), `${path.slice('/rate/'.length, -4)}AAAA`]) {
      expect((await site.get(`/rate/${token}`)).statusCode).toBe(404)
    }
  })

  test('R-164: at the counter a code is shown for the person’s own telephone; an officer does not rate', async () => {
    const viewer = await anOfficer(DEMO.units.mauAn)
    const page = await site.get(`/desk/dossiers/${refOf(dossier)}/rating-code`, { viewer })
    expect(page.body).toContain('data:image/png;base64,')
    const address = /http:\/\/[^"]+(\/rate\/[\w-]+)/.exec(page.body)?.[1] ?? ''
    expect((await site.get(address)).statusCode).toBe(200)
    // The desk is told nothing of whether it has been rated.
    const unrated = await aDossier({ status: 'returned' })
    const other = await site.get(`/desk/dossiers/${refOf(unrated)}/rating-code`, { viewer })
    const plain = (body: string) =>
      (body.split('<main')[1] ?? '').replace(/data:image[^"]+|\/rate\/[\w-]+|H99[\w.-]+/g, '')
    expect(plain(other.body)).toBe(plain(page.body))

    expect((await site.get(linkTo(unrated), { viewer })).body).toContain('Cán bộ không đánh giá hồ sơ')
    expect((await site.post(linkTo(unrated), { overall: '5' }, { viewer })).statusCode).toBe(403)
    const elsewhere = await anOfficer(DEMO.units.mauTrung)
    expect((await site.get(`/desk/dossiers/${refOf(dossier)}/rating-code`, { viewer: elsewhere })).statusCode).toBe(404)
  })
})

describe('what the ratings say', () => {
  test('R-163: who rated how is kept nowhere: no column leads from a mark or a word to a dossier or a time', async () => {
    const [marks] = await marksSaid()
    expect(Object.keys(marks ?? {})).toEqual('agency_id procedure_code unit rated_in criterion mark count'.split(' '))
    const claims = await read(1, (tx) => tx.selectFrom('rated_dossiers').selectAll().execute())
    expect(Object.keys(claims[0] ?? {})).toEqual(['agency_id', 'dossier_id'])
    const words = await read(1, (tx) => tx.selectFrom('rating_comments').selectAll().execute())
    expect(words).toMatchObject([{ words: 'Cán bộ hướng dẫn kỹ.' }])
    expect(words[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect(JSON.stringify([marks, words])).not.toContain(dossier.id)
    expect(await read(2, (tx) => tx.selectFrom('rating_counts').selectAll().execute())).toEqual([])
  })

  test('R-016: no data until the month is over; few are not told; five are, to everybody alike', async () => {
    expect((await site.get('/statistics/satisfaction')).body).toContain('Chưa có đánh giá nào')
    const asked = () =>
      read(1, (tx) => satisfactionOf(tx, lastTwelveMonths(new Date().toISOString().slice(0, 10) as never)))
    expect(await asked()).toBeUndefined()

    nextMonth()
    const few = (await site.get('/statistics/satisfaction')).body
    expect(few).toContain('ít, không nêu')
    expect(few).not.toMatch(/\d%/)
    setClock()
    for (const mark of [5, 4, 2] as const) {
      const one = await aDossier({ status: 'returned' })
      await rate(1, one.id, { marks: { overall: mark }, comment: '' })
    }
    nextMonth()
    // 4 of the letter, 3 of the double press, and 5, 4, 2: three of five are satisfied.
    const page = (await site.get('/statistics/satisfaction')).body
    expect(page).toMatch(SIXTY)
    expect(page).toContain('Ủy ban nhân dân xã Mẫu An')
    expect(page).toContain('Giấy xác nhận mẫu')
    expect(page).not.toContain('Cán bộ hướng dẫn kỹ.')
    expect((await site.get('/statistics/satisfaction', { host: ENGLISH })).body).toMatch(/60%<.{0,60}\(5 ratings\)/)
    expect((await site.get('/statistics/satisfaction', { host: MINISTRY })).body).not.toContain('60%')
  })

  test('R-224: the leader of the unit sees its sums, inspection reads the words, who handles sees neither', async () => {
    nextMonth()
    const open = async (unit: string, role: 'supervisor' | 'case-officer') =>
      site.get('/desk/satisfaction', { viewer: await anOfficer(unit, [role]) })
    expect((await open(DEMO.units.mauAn, 'case-officer')).statusCode).toBe(403)
    const leader = (await open(DEMO.units.mauAn, 'supervisor')).body
    expect(leader).toMatch(SIXTY)
    expect(leader).not.toContain('Cán bộ hướng dẫn kỹ.')
    expect((await open(DEMO.units.mauSon, 'supervisor')).body).not.toContain('60%')
    const inspector = (await open(DEMO.units.serviceCentre, 'supervisor')).body
    expect(inspector).toContain('Cán bộ hướng dẫn kỹ.')
    expect(inspector).not.toContain(refOf(dossier))
    setClock()
    expect((await open(DEMO.units.serviceCentre, 'supervisor')).body).not.toContain('Cán bộ hướng dẫn kỹ.')
  })
})
