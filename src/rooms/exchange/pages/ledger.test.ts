import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#kernel/viewer.ts'
import { config } from '#platform/config/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import { aDossier, anOfficer, installSample } from '#rooms/dossiers/testing.ts'
import type { Composed } from '../adapter.ts'
import type { Message, Reply } from '../message.ts'
import { messageOf } from '../store/messages.ts'
import { connectTo, deliverAll, TestDestination } from '../testing.ts'
import { exchangeRoutes } from './index.route.tsx'

useTestDatabase()

const ENGLISH = 'e-services.sampleprovince.localhost'
const MINISTRY = 'dichvucong.bomau.localhost'
const NUMBER = '000198000012'

/** Says what the national portal is told, in small. */
class Portal extends TestDestination {
  override async compose(_tx: unknown, { seq = 0, service }: Message): Promise<Composed> {
    const payload = {
      MaTTHC: '9.000001',
      ChuHoSo: 'Hà Thị Mẫu',
      SoGiayToChuHoSo: NUMBER,
      NgayTiepNhan: '20261125084000',
      MoiThem: `điều chưa ai xem ${service}`,
    }
    const proof = { MaTTHC: [1], ChuHoSo: [1], SoGiayToChuHoSo: [1], NgayTiepNhan: [seq], MoiThem: [seq] }
    return { ref: 'H99.12-261125-0001', payload, proof }
  }
}

const refused: Reply = {
  outcome: 'refused',
  answer: `{"error_code":"-3","message":"Hà Thị Mẫu ${NUMBER}"}`,
  reasons: [
    { field: 'SoGiayToChuHoSo', reason: `số ${NUMBER} không đúng` },
    { field: 'NgayHenTra', reason: 'thiếu ngày hẹn' },
    { field: '', reason: 'ngoài giờ' },
  ],
}

let site: TestApp
let outside: Portal
const LEDGER = '/manage/exchange'
const officer = (roles: readonly Role[]) => anOfficer(DEMO.units.province, roles)

beforeAll(async () => {
  await installSample()
  site = await createTestApp([exchangeRoutes])
})
beforeEach(async () => {
  outside = new Portal()
  await connectTo(outside)
  await transaction(1, (tx) => tx.updateTable('messages').set({ state: 'superseded' }).execute())
  await transaction(1, (tx) => tx.updateTable('connections').set({ state: 'on', rests_until: null }).execute())
})

async function aRefusal(): Promise<{ whole: Message; ref: string }> {
  outside.replies.push(refused)
  const dossier = await aDossier({ status: 'received' })
  await deliverAll()
  const row = await read(1, (tx) =>
    tx
      .selectFrom('messages')
      .selectAll()
      .where('dossier_id', '=', dossier.id)
      .where('state', '=', 'refused')
      .executeTakeFirstOrThrow(),
  )
  return { whole: messageOf(row), ref: dossier.code ?? '' }
}

const stateOf = async (id: number) =>
  (await read(1, (tx) => tx.selectFrom('messages').select('state').where('id', '=', id).executeTakeFirstOrThrow()))
    .state

/** What no page may ever say. */
function faultsIn(html: string): string[] {
  const shown = html.replace(/<[^>]*>/g, ' ')
  const faults = ['undefined', '[object Object]', 'NaN', 'Invalid Date', 'null'].filter((one) => shown.includes(one))
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
  return [...faults, ...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `twice #${id}`)]
}

describe('who may what', () => {
  test('R-045: administrators keep the ledger, supervisors look at it, and nobody else knows it is there', async () => {
    const { whole } = await aRefusal()
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
    const { whole } = await aRefusal()
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
    const { whole, ref } = await aRefusal()
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
    const { ref } = await aRefusal()
    await aRefusal()
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
    const [first, second] = [await aRefusal(), await aRefusal()]
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
    const { whole } = await aRefusal()
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
    const { whole } = await aRefusal()
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

describe('one message', () => {
  test('R-186: each field stands beside the entries that prove it, each reason beside its field', async () => {
    const { whole, ref } = await aRefusal()
    const viewer = await officer(['administrator'])
    for (const host of ['dichvucong.tinhmau.localhost', ENGLISH]) {
      const { body } = await site.get(`${LEDGER}/${whole.id}`, { viewer, host })
      for (const word of ['MaTTHC', '9.000001', '08:40:00, 25/11/2026', ref, 'ngoài giờ']) expect(body).toContain(word)
      const row = (field: string) => body.slice(body.indexOf(`>${field}</`)).split('</tr>')[0]
      expect(row('NgayTiepNhan')).toMatch(/(Mục|Entry) 2/)
      expect(row('NgayHenTra')).toMatch(/(không gửi|not sent).*thiếu ngày hẹn/s)
      expect(row('SoGiayToChuHoSo')).toContain('số ••• không đúng')
      expect(faultsIn(body)).toEqual([])
    }
  })

  test('what it says about people opens for who says why, and that is written down first', async () => {
    const { whole } = await aRefusal()
    const viewer = await officer(['administrator'])
    const path = `${LEDGER}/${whole.id}`
    const covered = (await site.get(path, { viewer })).body
    for (const absent of ['Hà Thị Mẫu', NUMBER, 'điều chưa ai xem']) expect(covered).not.toContain(absent)

    const without = await site.post(`${path}/readings`, { 'read-reason': '' }, { viewer })
    expect([without.statusCode, without.body.includes(NUMBER)]).toEqual([422, false])
    const reasons = await read(1, (tx) =>
      tx.selectFrom('exchange_acts').select('reason').where('act', '=', 'read').execute(),
    )
    expect(reasons).toEqual([])

    const { body } = await site.post(`${path}/readings`, { 'read-reason': 'Đối chiếu số giấy tờ' }, { viewer })
    for (const open of ['Hà Thị Mẫu', NUMBER, 'điều chưa ai xem']) expect(body).toContain(open)
    const acts = await read(1, (tx) => tx.selectFrom('exchange_acts').selectAll().where('act', '=', 'read').execute())
    expect(acts).toMatchObject([{ officer_id: viewer.officerId, message_id: whole.id, reason: 'Đối chiếu số giấy tờ' }])
    expect(site.acts).toContain('exchange.message-read')
    expect((await site.get(path, { viewer })).body).not.toContain(NUMBER)
  })

  test('it is sent again or settled from its page, and a click too late is a conflict', async () => {
    const { whole } = await aRefusal()
    const viewer = await officer(['administrator'])
    const path = `${LEDGER}/${whole.id}`
    expect((await site.post(`${path}/settlement`, { 'settle-reason': '' }, { viewer })).statusCode).toBe(422)
    expect((await site.post(`${path}/settlement`, { 'settle-reason': 'Công văn 12' }, { viewer })).statusCode).toBe(303)
    expect((await site.get(path, { viewer })).body).toContain('Công văn 12')
    expect((await site.post(`${path}/replay`, {}, { viewer })).statusCode).toBe(303)
    await deliverAll()
    expect((await site.post(`${path}/replay`, {}, { viewer })).statusCode).toBe(409)
    const { body } = await site.get(path, { viewer })
    expect(body).toContain('Gửi nữa là nói hai lần')
    expect(body).not.toContain(`action="${path}/replay"`)
    for (const wrong of ['0', 'x', '99999999', '9'.repeat(30)]) {
      expect((await site.get(`${LEDGER}/${wrong}`, { viewer })).statusCode, wrong).toBe(404)
    }
  })
})

describe('the connections', () => {
  test('R-155: what is simulated says so; state, silence and what waits are told as they are', async () => {
    outside.replies.push('silence')
    await aDossier({ status: 'received' })
    await deliverAll()
    const settings = JSON.stringify({ url: `http://localhost:${config.SANDBOX_PORT}/national` })
    await transaction(1, (tx) => tx.updateTable('connections').set({ settings }).execute())
    const viewer = await officer(['administrator'])
    const { body } = await site.get('/manage/connections', { viewer })
    for (const word of ['Mô phỏng', 'Bên kia im lặng', '1.4', 'cannot be reached', 'lâu nhất từ'])
      expect(body).toContain(word)
    expect(faultsIn(body)).toEqual([])
    const real = JSON.stringify({ url: 'https://lgsp.tinhmau.example/national' })
    await transaction(1, (tx) => tx.updateTable('connections').set({ settings: real }).execute())
    expect((await site.get('/manage/connections', { viewer })).body).not.toContain('Mô phỏng')
  })

  test('pausing needs a reason, shows who and why, and resuming ends it', async () => {
    const viewer = await officer(['administrator'])
    const path = '/manage/connections/national-portal'
    expect((await site.post(`${path}/pause`, {}, { viewer })).statusCode).toBe(422)
    const reason = { 'reason-national-portal': 'Bảo trì đến 22:00' }
    expect((await site.post(`${path}/pause`, reason, { viewer })).statusCode).toBe(303)
    const { body } = await site.get('/manage/connections', { viewer, host: ENGLISH })
    for (const word of ['Paused', 'Bảo trì đến 22:00']) expect(body).toContain(word)
    expect((await site.post(`${path}/resumption`, {}, { viewer })).statusCode).toBe(303)
    expect((await site.get('/manage/connections', { viewer })).body).toContain('Cho gửi tiếp: Một cán bộ')
    expect((await site.post('/manage/connections/emc/pause', { 'reason-emc': 'x' }, { viewer })).statusCode).toBe(404)
  })
})

test('QĐ 766: the figures stand in a table, a day with nothing to tell says so', async () => {
  await aRefusal()
  const viewer = await officer(['supervisor'])
  for (const [host, none] of [
    ['dichvucong.tinhmau.localhost', 'chưa có dữ liệu'],
    [ENGLISH, 'no data'],
  ] as const) {
    const { body, statusCode } = await site.get(`${LEDGER}/figures`, { viewer, host })
    expect([statusCode, body.includes(none), faultsIn(body)]).toEqual([200, true, []])
  }
  expect((await site.get(`${LEDGER}/figures?from=2026-01-01&to=2026-03-01`, { viewer })).statusCode).toBe(422)
})
