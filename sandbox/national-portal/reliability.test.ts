import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'
import { DSTCODE } from './portal.ts'
import { aDossier, agencyOf, aLine } from './testing.ts'

const sandbox = useSandbox()
const agency = agencyOf(sandbox)
beforeAll(() => agency.login())
afterEach(() => sandbox.heal())

const push = (dossier: unknown, isUpdating = 'False') =>
  agency.call('integration', 'DongBoHoSoMC', { isUpdating, data: [dossier] })
const tell = (...lines: unknown[]) => agency.call('integration', 'CapNhatTienDoHoSoMC', { data: lines })
const held = async (code: string) => {
  const response = await sandbox.call(`/national/_state/dossiers/${code}`)
  return response.status === 200 ? ((await response.json()) as Record<string, never>) : undefined
}

describe('reconciliation, faults, restart', () => {
  test('everything of an agency that changed since is read, page after page', async () => {
    const read = async (tungay: string) =>
      (await agency.call('share', 'LayDanhSachHoSoDaDongBo', { tungay })).result as {
        DanhSachHoSo: { MaHoSo: string }[]
        DenNgay: string
      }
    const before = await read('')
    const dossier = aDossier()
    await push(dossier)
    const after = await read(before.DenNgay)
    expect(after.DanhSachHoSo.map(({ MaHoSo }) => MaHoSo)).toEqual([dossier.MaHoSo])
    expect((await read(after.DenNgay)).DanhSachHoSo).toEqual([])
  })

  test('a duplicated delivery shows as a double line; a lost answer as work done', async () => {
    const dossier = aDossier()
    await sandbox.fault({ target: 'national', kind: 'lost-answer', times: 1 })
    await expect(push(dossier)).rejects.toThrow()
    expect(await push(dossier)).toMatchObject({ error_code: '3' })
    await sandbox.fault({ target: 'national', kind: 'duplicate', times: 1 })
    expect(await tell(aLine(dossier.MaHoSo, '2'))).toMatchObject({ error_code: '0' })
    expect(await held(dossier.MaHoSo)).toMatchObject({ progress: [{ TrangThai: '2' }, { TrangThai: '2' }] })
  })

  test('a late message fails for its sender and arrives after the next one', async () => {
    const dossier = aDossier()
    await push(dossier)
    await sandbox.fault({ target: 'national', kind: 'late', ms: 60_000, times: 1 })
    await expect(tell(aLine(dossier.MaHoSo, '2'))).rejects.toThrow()
    await tell(aLine(dossier.MaHoSo, '4'))
    // 2 after 4 cannot be, so what came late was refused.
    await expect
      .poll(
        async () => {
          const calls = await sandbox.call(`/national/_state/calls?contains=${dossier.MaHoSo}`)
          return ((await calls.json()) as { calls: { answer: string }[] }).calls.at(-1)?.answer
        },
        { timeout: 20_000 },
      )
      .toContain('không thể từ 4 sang 2')
  })

  test.each([
    ['refuse', '3'],
    ['exists', '3'],
    ['refuse-field', '-3'],
  ])('on demand it answers %s and does nothing', async (kind, code) => {
    const dossier = aDossier()
    await sandbox.fault({ target: 'national', kind, times: 1 })
    expect(await push(dossier)).toMatchObject({ error_code: code })
    expect(await held(dossier.MaHoSo)).toBeUndefined()
  })

  test.each([
    ['maintenance', 503, /bảo trì/],
    ['wrong-answer', 200, /"status":"ok"/],
    ['drip', 200, /"error_code":"0"/],
  ])('%s on the road', async (kind, status, body) => {
    await sandbox.fault({ target: 'national', kind, ms: 20, times: 1 })
    const response = await sandbox.call(`/national/RestService/forward/mapi/login?dstcode=${DSTCODE}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', charset: 'utf-8', dstcode: DSTCODE },
      body: JSON.stringify({ username: 'motcua', password: 'sandbox-national-password' }),
    })
    expect(response.status).toBe(status)
    expect(await response.text()).toMatch(body)
  })

  test('what was acknowledged is there after a restart; sessions are not; secrets are in no call', async () => {
    const dossier = aDossier()
    await push(dossier)
    await tell(aLine(dossier.MaHoSo, '2'))
    const before = await held(dossier.MaHoSo)
    await sandbox.restart()
    expect(await held(dossier.MaHoSo)).toEqual(before)
    expect(await tell(aLine(dossier.MaHoSo, '4'))).toMatchObject({ error_code: '-1' })
    const calls = await (await sandbox.call('/national/_state/calls')).text()
    expect(calls).toContain(dossier.MaHoSo)
    expect(calls).not.toContain('sandbox-national-password')
    await agency.login()
  })

  test('the pages show what is held', async () => {
    const dossier = aDossier({ ChuHoSo: '<b>Đậm</b>' })
    await push(dossier)
    const page = await (await sandbox.call('/national')).text()
    expect(page).toContain('Mô phỏng')
    expect(page).toContain('&lt;b&gt;Đậm&lt;/b&gt;')
    expect(await (await sandbox.call(`/national/dossiers/${dossier.MaHoSo}`)).text()).toContain('Được tiếp nhận')
  })
})
