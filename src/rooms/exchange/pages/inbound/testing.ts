import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { config } from '#platform/config/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { type Dossier, findDossierAsSystem } from '#rooms/dossiers/index.ts'
import { installSample } from '#rooms/dossiers/testing.ts'
import { useAdapters } from '../../adapter.ts'
import { connect } from '../../commands/connect.ts'
import type { Message } from '../../message.ts'
import { nationalPortal } from '../../national/adapter.ts'
import { messageOf } from '../../store/messages.ts'
import { TestDestination } from '../../testing.ts'
import { nationalInboundRoutes } from './inbound.route.tsx'

/** The real composing, and a destination that remembers. */
class Portal extends TestDestination {
  override compose = nationalPortal({ username: 'x', password: 'x' }).compose as TestDestination['compose']
}

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const PAPER = '000.00.00.G99-KQ000002'
export const TOKEN = 'sandbox-national-inbound'

/** What a test of the endpoints holds; made anew for each file by `useInbound`. */
export const inbound = {
  site: undefined as unknown as TestApp,
  outside: undefined as unknown as Portal,
  origin: '',
  /** How many dossiers were brought: each has its own person and code. */
  number: 0,
  missing: 0,
}
let files: Server

/** The endpoints over the file's own database, a portal that gives files, and one that remembers what it was told. */
export function useInbound(): void {
  useTestDatabase()

  beforeAll(async () => {
    config.NATIONAL_INBOUND_TOKEN = TOKEN
    files = createServer((_request, response) => {
      inbound.missing -= 1
      if (inbound.missing >= 0) response.writeHead(404).end()
      else response.writeHead(200).end(PDF)
    })
    await new Promise<void>((resolve) => files.listen(0, resolve))
    inbound.origin = `http://localhost:${(files.address() as AddressInfo).port}`
    await installSample()
    inbound.site = await createTestApp([nationalInboundRoutes])
    const at = {
      since: new Date(Date.now() - 3_600_000),
      settings: { url: `${inbound.origin}/national` },
      perMinute: 100_000,
    }
    await transaction(1, (tx) =>
      connect(tx, { agencyId: 1, destination: 'national-portal', contractVersion: '1.4', ...at }),
    )
  })
  beforeEach(() => {
    inbound.missing = 0
    inbound.outside = new Portal()
    useAdapters([inbound.outside])
  })
  afterAll(() => void files.close())
}

export const answers = {
  phone: '0900000012',
  residenceCommune: 'H99.12',
  purposeText: 'Để thử',
  delivery: 'counter',
}

export function brought(change: object = {}): { MaHoSo: string } & Record<string, unknown> {
  inbound.number += 1
  return {
    MaHoSo: `G22.99.12-261125-${String(inbound.number).padStart(4, '0')}`,
    MaTTHC: '9.000001',
    LoaiDoiTuong: '1',
    MaDoiTuong: `TECH-${inbound.number}`,
    ChuHoSo: 'Vàng Thị Mẫu',
    SoGiayToChuHoSo: `0001980${String(inbound.number).padStart(5, '0')}`,
    NgayNopHoSo: '20261125080000',
    TaiKhoanDuocXacThucVoiVNeID: '1',
    DuLieuBieuMau: answers,
    ...change,
  }
}

interface Answered {
  status: number
  body: { error_code: string; message: string; result: unknown }
}

export async function call(
  path: string,
  body: unknown,
  more: { token?: string; host?: string } = {},
): Promise<Answered> {
  const { token = TOKEN, host = 'dichvucong.tinhmau.localhost' } = more
  const payload = typeof body === 'string' ? body : JSON.stringify(body)
  const headers = { host, 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const answer = await inbound.site.app.inject({ method: 'POST', url: `/api/national/${path}`, payload, headers })
  return { status: answer.statusCode, body: answer.json() }
}

export const bring = (item: object) => call('nhanhsdvcqg', { service: 'nhanhsdvcqg', data: [item] })
export const found = (code: string) => read(1, (tx) => findDossierAsSystem(tx, 1, code))
export const fieldsOf = ({ body }: Answered) => (body.result as { field: string }[]).map(({ field }) => field)

export async function dossierOf(code: string): Promise<Dossier> {
  const dossier = await found(code)
  if (!dossier) throw new Error(`no dossier ${code}`)
  return dossier
}

export async function kept(ref: string): Promise<Message[]> {
  const rows = await read(1, (tx) =>
    tx.selectFrom('messages').selectAll().where('direction', '=', 'in').where('ref', '=', ref).orderBy('id').execute(),
  )
  return rows.map(messageOf)
}
