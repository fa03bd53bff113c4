import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { config } from '#platform/config/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { DEMO } from '#rooms/agencies/index.ts'
import {
  getSlips,
  listSaidLog,
  markResultReady,
  receiveDossier,
  requestSupplement,
  returnResult,
  startProcessing,
  supplyDossier,
} from '#rooms/dossiers/index.ts'
import { anOfficer } from '#rooms/dossiers/testing.ts'
import { deliverAll } from '../../testing.ts'
import { bring, brought, call, dossierOf, inbound, kept, TOKEN, useInbound } from './testing.ts'

useInbound()

describe('who may call', () => {
  test.each(['nhanhsdvcqg', 'nhantbthuedvcqg', 'search/call', 'dptracuuthanhtoanhs', 'addtthcKhuyenMai'])(
    '%s answers nobody without the secret, and nothing is kept',
    async (path) => {
      const item = brought()
      for (const token of ['wrong', '', `${TOKEN}x`, TOKEN.slice(0, -1)]) {
        expect(await call(path, item, { token })).toMatchObject({ status: 401, body: { error_code: '-1' } })
      }
      expect(await kept(item.MaHoSo)).toEqual([])
    },
  )

  test('the secret of one agency opens no other', async () => {
    config.NATIONAL_INBOUND_TOKEN = 'H99:for-the-province,G99:for-the-ministry'
    const item = brought()
    const ministry = { host: 'dichvucong.bomau.localhost' }
    expect((await call('nhanhsdvcqg', item, { token: 'for-the-province', ...ministry })).status).toBe(401)
    expect((await call('nhanhsdvcqg', item, { token: 'for-the-province' })).body.error_code).toBe('0')
    const there = await call('search/call', { MaHoSo: item.MaHoSo }, { token: 'for-the-ministry', ...ministry })
    expect(there.body).toMatchObject({ error_code: '3', result: [{ field: 'MaHoSo' }] })
    config.NATIONAL_INBOUND_TOKEN = TOKEN
  })

  test.each([
    ['no JSON', '<xml/>', 400],
    ['JSON cut short', '{"data": [', 400],
    ['a list', '[]', 400],
    ['a NUL', '{"MaHoSo": "a\\u0000b"}', 400],
    ['half a character', '{"MaHoSo": "\\ud800"}', 400],
    ['nesting without end', `{"data": ${'['.repeat(5000)}${']'.repeat(5000)}}`, 400],
    ['a prototype', '{"__proto__": {"MaHoSo": "x"}}', 400],
    ['too much', `{"MaHoSo": "${'x'.repeat(300_000)}"}`, 413],
  ])('%s is answered in the envelope', async (_what, body, status) => {
    const path = status === 413 ? 'search/call' : 'nhanhsdvcqg'
    expect(await call(path, body)).toMatchObject({ status, body: { error_code: '-1' } })
  })
})

describe('what the portal asks', () => {
  test('a look-up says status and dates by either code, and nothing about a person', async () => {
    const item = brought()
    await bring(item)
    const { temporaryCode } = await dossierOf(item.MaHoSo)
    const answer = await call('search/call', { MaHoSo: temporaryCode })
    expect(answer.body.result).toMatchObject({ MaHoSo: item.MaHoSo, TrangThaiHoSo: '1', NgayTiepNhan: '' })
    expect(JSON.stringify(answer.body)).not.toContain('Vàng')
    expect((await call('dptracuuthanhtoanhs', { MaHoSo: item.MaHoSo })).body.error_code).toBe('0')
    expect((await call('dptracuuthanhtoanhs', { MaHoSo: 'G22.99.12-261125-9999' })).body.error_code).toBe('-1')
  })

  test('a tax notice stands once in the log of its dossier; before the dossier came it is refused', async () => {
    const item = brought()
    const notice = { data: [{ MaHoSo: item.MaHoSo, SoThongBao: 'TB-01', SoTien: '150000' }] }
    expect((await call('nhantbthuedvcqg', notice)).body.error_code).toBe('3')
    await bring(item)
    const first = await call('nhantbthuedvcqg', notice)
    expect(first.body.error_code).toBe('0')
    expect(await call('nhantbthuedvcqg', notice)).toEqual(first)
    const said = await read(1, async (tx) =>
      listSaidLog(tx, await dossierOf(item.MaHoSo), { language: 'vi', kind: 'officer' }),
    )
    expect(said.filter((line) => JSON.stringify(line).includes('TB-01'))).toHaveLength(1)
    expect((await call('addtthcKhuyenMai', { MaHoSo: 'KM-1', Ten: 'x' })).body.error_code).toBe('0')
    expect((await call('addtthcKhuyenMai', { Ten: 'x' })).body.error_code).toBe('3')
  })
})

describe('the whole way', () => {
  test('R-186: every status goes back under their code, received and supplement also as its state', async () => {
    const item = brought()
    await bring(item)
    const desk = await anOfficer(DEMO.units.mauAn)
    const worker = await anOfficer(DEMO.units.mauAn, ['case-officer'])
    for (const officer of [desk, worker]) await known(officer.officerId)
    const actor = { kind: 'system' } as const
    const { code } = await receiveDossier(desk, item.MaHoSo, { documents: [] })
    const step = { id: 'appraise', name: { vi: 'Thẩm tra', en: 'Examine' }, unitId: DEMO.units.mauAn }
    await transaction(1, async (tx) => startProcessing(tx, await dossierOf(code), { actor, step }))
    await requestSupplement(worker, code, { items: [{ name: 'Giấy cũ', reason: 'Thiếu trang 2' }] })
    const { personId = '' } = await dossierOf(code)
    const person = { kind: 'citizen', agencyId: 1, personId, name: 'Vàng Thị Mẫu', assurance: 'level-2' } as const
    const { supplementRequests } = await read(1, async (tx) => getSlips(tx, await dossierOf(code)))
    const [asked] = supplementRequests.flatMap(({ items }) => items)
    await supplyDossier(person, code, [{ itemId: asked?.id ?? '', text: 'Đã bổ sung', documentIds: [] }])
    await transaction(1, async (tx) => {
      const ready = await markResultReady(tx, await dossierOf(code), { actor, outcome: 'granted', resultId: newId() })
      await returnResult(tx, ready, { actor, channel: 'electronic' })
    })

    await deliverAll()
    const of = (service: string) => inbound.outside.reached.filter((message) => message.service === service)
    expect(new Set(inbound.outside.reached.map(({ payload }) => payload?.MaHoSo))).toEqual(new Set([item.MaHoSo]))
    expect(of('DongBoHoSoMC').map(({ payload }) => payload?.TrangThaiHoSo)).toEqual(['2', '4', '5', '4', '9', '10'])
    expect(of('DongBoHoSoMC').every(({ payload }) => payload?.NoiNopHoSo === '1')).toBe(true)
    expect(of('DongBoHoSoMC').every(({ payload }) => payload?.NgayNopHoSo === item.NgayNopHoSo)).toBe(true)
    expect(of('CapNhatTienDoHoSoMC')).toHaveLength(7)
    expect(of('DongBoTrangThaiHoSo').map(({ payload }) => payload)).toMatchObject([
      { type: '2', MaHoSoDonVi: code, TrangThai: '2', MaDoiTuong: item.MaDoiTuong, TaiLieuXuLy: [] },
      { TrangThai: '5', NoiDung: 'Yêu cầu bổ sung hồ sơ; Giấy cũ: Thiếu trang 2' },
    ])
    expect(
      of('DongBoTrangThaiHoSo').every(({ proof }) =>
        Object.values(proof ?? {})
          .flat()
          .every((seq) => seq > 0),
      ),
    ).toBe(true)
    const { id } = await dossierOf(code)
    const rest = await read(1, (tx) =>
      tx
        .selectFrom('messages')
        .select('state')
        .where('dossier_id', '=', id)
        .where('state', '<>', 'acknowledged')
        .execute(),
    )
    expect(rest).toEqual([])
  })
})

/** An officer the ledger can name. */
async function known(officerId: string): Promise<void> {
  const named = { subject: officerId, name: 'Trần Văn Thử', email: null, disabled_at: null, disabled_because: null }
  await transaction(1, (tx) =>
    tx
      .insertInto('officers')
      .values({
        agency_id: 1,
        id: officerId,
        ...named,
        last_seen_at: new Date(),
        failed_factors: 0,
        factors_locked_until: null,
      })
      .execute(),
  )
}
