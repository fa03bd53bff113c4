import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { anOfficer, installSample } from '#rooms/dossiers/testing.ts'
import { deliverAll } from '../testing.ts'
import { exchangeRoutes } from './index.route.tsx'
import { aRefusal, ENGLISH, faultsIn, freshPortal, LEDGER, NUMBER, officer, type Portal, stateOf } from './testing.ts'

useTestDatabase()

const MINISTRY = 'dichvucong.bomau.localhost'
let site: TestApp
let outside: Portal

beforeAll(async () => {
  await installSample()
  site = await createTestApp([exchangeRoutes])
})
beforeEach(async () => {
  outside = await freshPortal()
})

describe('who may what', () => {
  test('R-045: administrators keep the ledger, supervisors look at it, and nobody else knows it is there', async () => {
    const { whole } = await aRefusal(outside)
    const pages = [LEDGER, `${LEDGER}/${whole.id}`, `${LEDGER}/figures`, '/manage/connections']
    const deeds = [
      `${LEDGER}/replays`,
      `${LEDGER}/range-replays`,
      `${LEDGER}/settlements`,
      `${LEDGER}/${whole.id}/replay`,
      `${LEDGER}/${whole.id}/settlement`,
      `${LEDGER}/${whole.id}/readings`,
      '/manage/connections/national-portal/pause',
      '/manage/connections/national-portal/resumption',
    ]
    for (const role of ['case-officer', 'supervisor'] as const) {
      const viewer = await officer([role])
      for (const page of pages) {
        expect((await site.get(page, { viewer })).statusCode, `${role} ${page}`).toBe(role === 'supervisor' ? 200 : 403)
      }
      for (const deed of deeds) {
        const fields = { id: String(whole.id), reason: 'x', 'settle-reason': 'x', 'read-reason': 'x' }
        expect((await site.post(deed, fields, { viewer })).statusCode, `${role} ${deed}`).toBe(403)
      }
    }
    expect(await stateOf(whole.id)).toBe('refused')
  })

  test('another agency’s message is not found, by whatever road', async () => {
    const { whole } = await aRefusal(outside)
    const viewer = await anOfficer(DEMO.units.ministry, ['administrator'], { agencyId: 2 })
    const as = { viewer, host: MINISTRY }
    expect((await site.get(`${LEDGER}/${whole.id}`, as)).statusCode).toBe(404)
    expect((await site.post(`${LEDGER}/${whole.id}/readings`, { 'read-reason': 'x' }, as)).statusCode).toBe(404)
    expect((await site.post(`${LEDGER}/${whole.id}/settlement`, { 'settle-reason': 'x' }, as)).statusCode).toBe(409)
    expect((await site.post(`${LEDGER}/replays`, { id: String(whole.id) }, as)).headers.location).toContain('left=1')
    expect((await site.get(LEDGER, as)).body).toContain('chưa nối với hệ thống nào')
    expect(await stateOf(whole.id)).toBe('refused')
  })
})

describe('the ledger', () => {
  test('R-186: says what waits, why and since when, in both languages, without a word about people', async () => {
    const { whole, ref } = await aRefusal(outside)
    const viewer = await officer(['administrator'])
    for (const [host, said, waits] of [
      ['dichvucong.tinhmau.localhost', 'Bên kia từ chối', 'Chờ bên kia nhận xong hồ sơ'],
      [ENGLISH, 'Refused', 'must acknowledge the dossier first'],
    ] as const) {
      const stuck = (await site.get(LEDGER, { viewer, host })).body
      for (const word of [said, ref, `${LEDGER}/${whole.id}`, 'thiếu ngày hẹn']) expect(stuck).toContain(word)
      const waiting = (await site.get(`${LEDGER}?view=unfinished`, { viewer, host })).body
      expect(waiting).toContain(waits)
      for (const body of [stuck, waiting]) {
        for (const absent of ['Hà Thị Mẫu', NUMBER]) expect(body).not.toContain(absent)
        expect(faultsIn(body)).toEqual([])
      }
    }
  })

  test('a dossier is shown whole in the order of its log; a kind and a state narrow; nothing is said in words', async () => {
    const { ref } = await aRefusal(outside)
    await aRefusal(outside)
    const viewer = await officer(['supervisor'])
    const rows = async (query: string) => {
      const { body } = await site.get(`${LEDGER}?${query}`, { viewer })
      return [...body.matchAll(/aria-hidden="true">(\d+)</g)].map(([, id]) => Number(id))
    }
    const { body } = await site.get(`${LEDGER}?dossier=${ref}`, { viewer })
    const kinds = [...body.matchAll(/data-l="Nội dung"><div>([^<]*)</g)].map(([, kind]) => kind)
    expect(kinds).toEqual(['Tiến độ hồ sơ', 'Hồ sơ', 'Tiến độ hồ sơ'])
    expect(await rows(`dossier=${ref}&service=DongBoHoSoMC`)).toHaveLength(1)
    expect(await rows('view=stuck&state=dead')).toEqual([])
    expect((await site.get(`${LEDGER}?view=stuck&state=dead`, { viewer })).body).toContain(
      'Không có thông điệp nào như vậy',
    )
    expect((await site.get(`${LEDGER}?dossier=H99.12-200101-0001`, { viewer })).body).toContain('Không có hồ sơ nào')
  })

  test('a long history is read page by page, each message once', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => ({
      ...{ agency_id: 1, direction: 'out' as const, destination: 'national-portal' as const, service: 'DongBoHoSoMC' },
      ...{ contract_version: '1.4', key: `long ${index}`, state: 'dead' as const },
      ...{ due_at: new Date(), caused_at: new Date() },
    }))
    await transaction(1, (tx) => tx.insertInto('messages').values(rows).execute())
    const viewer = await officer(['administrator'])
    const seen: string[] = []
    let next: string | undefined = `${LEDGER}?view=stuck`
    for (let pages = 0; next && pages < 6; pages += 1) {
      const { body } = await site.get(next, { viewer })
      seen.push(...[...body.matchAll(/name="id" value="(\d+)"/g)].map(([, id = '']) => id))
      const [, address] = /href="(\/manage\/exchange\?[^"]*after=[^"]*)"/.exec(body) ?? []
      next = address?.replaceAll('&amp;', '&')
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(120)
  })

  test('checked rows go out again; twice is harmless; what must stay is said', async () => {
    const [first, second] = [await aRefusal(outside), await aRefusal(outside)]
    const viewer = await officer(['administrator'])
    const ids = [first, second].map(({ whole }) => String(whole.id))
    const place = { destination: 'national-portal', view: 'stuck' }
    const answer = await site.post(`${LEDGER}/replays`, { ...place, id: ids }, { viewer })
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      `${LEDGER}?destination=national-portal&view=stuck&replayed=2`,
    ])
    expect((await site.post(`${LEDGER}/replays`, { ...place, id: ids }, { viewer })).headers.location).not.toMatch(
      /left|replayed/,
    )
    await deliverAll()
    expect(await stateOf(first.whole.id)).toBe('acknowledged')
    expect((await site.post(`${LEDGER}/replays`, { ...place, id: ids }, { viewer })).headers.location).toContain(
      'left=2',
    )
    expect((await site.get(`${LEDGER}?replayed=2&left=1`, { viewer })).body).toContain('Đã cho gửi lại 2 thông điệp')
    const { statusCode, body } = await site.post(`${LEDGER}/replays`, place, { viewer })
    expect([statusCode, body.includes('Chọn ít nhất một thông điệp')]).toEqual([422, true])
  })

  test('settling without a reason comes back with the rows still checked', async () => {
    const { whole } = await aRefusal(outside)
    const viewer = await officer(['administrator'])
    const fields = { destination: 'national-portal', view: 'stuck', id: String(whole.id), reason: ' ' }
    const { statusCode, body } = await site.post(`${LEDGER}/settlements`, fields, { viewer })
    expect(statusCode).toBe(422)
    expect(body).toMatch(new RegExp(`value="${whole.id}" checked`))
    const done = await site.post(`${LEDGER}/settlements`, { ...fields, reason: 'Công văn 12' }, { viewer })
    expect(done.headers.location).toContain('settled=1')
    expect((await site.get(`${LEDGER}?view=closed`, { viewer })).body).toContain('Công văn 12')
  })

  test('a range of days goes out again; days that are none are said at their field', async () => {
    const { whole } = await aRefusal(outside)
    const viewer = await officer(['administrator'])
    const days = (from: string, to: string) => {
      const [one, other] = [from.split('-'), to.split('-')]
      return {
        ...{ destination: 'national-portal', view: 'stuck' },
        ...{ 'from-day': one[2] ?? '', 'from-month': one[1] ?? '', 'from-year': one[0] ?? '' },
        ...{ 'to-day': other[2] ?? '', 'to-month': other[1] ?? '', 'to-year': other[0] ?? '' },
      }
    }
    const post = (fields: Record<string, string>) => site.post(`${LEDGER}/range-replays`, fields, { viewer })
    expect((await post(days('2026-02-31', '2026-03-01'))).statusCode).toBe(422)
    expect((await post(days('2026-03-02', '2026-03-01'))).statusCode).toBe(422)
    expect((await post(days('2020-01-01', '2020-01-02'))).headers.location).not.toContain('replayed')
    expect(await stateOf(whole.id)).toBe('refused')
    expect((await post(days('2020-01-01', '2090-01-01'))).headers.location).toContain('replayed=')
    expect(await stateOf(whole.id)).toBe('waiting')
  })
})
