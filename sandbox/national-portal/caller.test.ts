import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useSandbox } from '../testing.ts'
import type { Born } from './holdings.ts'
import { agencyOf } from './testing.ts'
import { VARIANTS } from './variants.ts'

const sandbox = useSandbox()
const agency = agencyOf(sandbox)

interface Came {
  path: string
  authorization: string | undefined
  body: string
}

let server: Server
let came: Came[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      if (body.length < 1_000_000) body += part
    })
    request.on('end', () => {
      came.push({ path: request.url ?? '', authorization: request.headers.authorization, body })
      response.end('{"error_code":"0"}')
    })
  })
  await new Promise<void>((done) => void server.listen(0, done))
  const { port } = server.address() as AddressInfo
  await act('target', { url: `http://dichvucong.tinhmau.localhost:${port}/api/national`, token: 'agreed' })
  await agency.login()
})
afterAll(() => void server.close())

async function act(path: string, body: unknown): Promise<Born> {
  const response = await sandbox.call(`/national/_act/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Born
}

async function file(variant: string): Promise<Born> {
  came = []
  return act('born', { person: 'vang-thi-my', answers: { purpose: 'x' }, files: [{ name: 'a.pdf' }], variant })
}

describe('a dossier born at the national portal', () => {
  test('is pushed with its form data, and its file can be fetched', async () => {
    const born = await file('good')
    expect(born).toMatchObject({
      MaHoSo: expect.stringMatching(/^G22\.99\.12-\d{6}-\d{4}$/),
      deliveries: [{ status: 200 }],
    })
    expect(came).toHaveLength(1)
    expect(came[0]).toMatchObject({ path: '/api/national/nhanhsdvcqg', authorization: 'Bearer agreed' })
    const { data } = JSON.parse(came[0]?.body ?? '') as { data: { TaiLieuNop: { DuongDanTaiTepTin: string }[] }[] }
    expect(data[0]).toMatchObject({ MaHoSo: born.MaHoSo, ChuHoSo: 'Vàng Thị Mỷ', DuLieuBieuMau: { purpose: 'x' } })
    const content = await fetch(data[0]?.TaiLieuNop[0]?.DuongDanTaiTepTin ?? '')
    expect((await content.text()).slice(0, 5)).toBe('%PDF-')
  })

  test('the agency says what it made of it', async () => {
    const { MaHoSo } = await file('good')
    const status = (TrangThai: string) => ({
      ...{ type: '2', MaHoSo, MaHoSoDonVi: 'H99.12-261125-0042', NgayXuLy: '20261125090000', NoiDung: 'Đã nhận' },
      TrangThai,
    })
    const send = (TrangThai: string) => agency.call('integration', 'DongBoTrangThaiHoSo', status(TrangThai))
    expect(await send('4')).toMatchObject({ error_code: '-3', result: [{ field: 'TrangThai' }] })
    expect(await send('2')).toMatchObject({ error_code: '0' })
    const born = (await (await sandbox.call(`/national/_state/born/${MaHoSo}`)).json()) as Born
    expect(born).toMatchObject({ status: '2', MaHoSoDonVi: 'H99.12-261125-0042' })
  })

  test.each(Object.keys(VARIANTS).filter((name) => name !== 'too-large'))('%s is sent', async (variant) => {
    const { deliveries } = await file(variant)
    expect(deliveries.length).toBeGreaterThan(0)
    expect(came).toHaveLength(deliveries.length)
  })

  test('wrong secrets, doubles and orders are as named', async () => {
    await file('wrong-token')
    expect(came.map(({ authorization }) => authorization)).toEqual(['Bearer wrong'])
    await file('no-token')
    expect(came.map(({ authorization }) => authorization)).toEqual([undefined])
    await file('simultaneous')
    expect(new Set(came.map(({ body }) => body)).size).toBe(1)
    await file('out-of-order')
    expect(came.map(({ path }) => path.split('/national/')[1])).toEqual([
      'nhantbthuedvcqg',
      'search/call',
      'nhanhsdvcqg',
      'nhantbthuedvcqg',
    ])
  })

  test('a file comes only when asked the third time', async () => {
    await file('file-later')
    const { data } = JSON.parse(came[0]?.body ?? '') as { data: { TaiLieuNop: { DuongDanTaiTepTin: string }[] }[] }
    const ask = async () => (await fetch(data[0]?.TaiLieuNop[0]?.DuongDanTaiTepTin ?? '')).status
    expect([await ask(), await ask(), await ask()]).toEqual([404, 404, 200])
  })

  test('nobody listening is an answer too, and the page shows it', async () => {
    await act('target', { url: 'http://localhost:1/api/national' })
    const { deliveries } = await act('born', { variant: 'good' })
    expect(deliveries).toMatchObject([{ status: 0 }])
    expect(await (await sandbox.call('/national/born')).text()).toContain('không trả lời')
  })
})
