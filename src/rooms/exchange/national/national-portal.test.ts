import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { setClock } from '#platform/clock/index.ts'
import { transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { useAdapters } from '../adapter.ts'
import { connect } from '../commands/connect.ts'
import { reconcile } from '../commands/reconcile.ts'
import { deliverAll } from '../testing.ts'
import { nationalPortal } from './adapter.ts'

useTestDatabase()

let sandbox: RunningSandbox
let minutes = 0

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  await installSample()
  await ask('/national/_act/procedures', {
    code: '9.000001',
    name: 'Cấp Giấy xác nhận mẫu',
    field: { code: 'G99-TP01', name: 'Mẫu' },
    publisher: { code: 'G99', name: 'Bộ Mẫu' },
  })
  useAdapters([nationalPortal({ username: 'motcua', password: 'sandbox-national-password' })])
  const since = new Date(Date.now() - 3_600_000)
  const settings = {
    url: `${sandbox.origin}/national`,
    ...{ loginPath: 'mapi/login', sharePath: 'mapi/share', integrationPath: 'mapi/integration' },
    ...{ dstcode: 'VN:GOV:000.00.00.G22:vpcpdvcprovider', agencyCode: 'H99' },
  }
  const connection = {
    agencyId: 1,
    destination: 'national-portal',
    contractVersion: '1.4',
    perMinute: 100_000,
  } as const
  await transaction(1, (tx) => connect(tx, { ...connection, since, settings }))
})
afterEach(async () => {
  await fetch(`${sandbox.origin}/faults`, { method: 'DELETE' })
  later()
  await deliverAll()
})
afterAll(() => sandbox.stop())

async function ask(path: string, body: object = {}): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${sandbox.origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
  return answer
}

const misbehave = (kind: string, more: object = {}) => ask('/faults', { target: 'national', kind, ...more })

function later(by = 20): void {
  minutes += by
  const shift = minutes * 60_000
  setClock(() => new Date(Date.now() + shift))
}

interface Held {
  revision: number
  dossier: Record<string, unknown>
  progress: { TrangThai: string; NoiDungXuLy: string }[]
  statuses: { status: string }[]
}

async function heldThere(code: string | undefined): Promise<Held | undefined> {
  const answer = await fetch(`${sandbox.origin}/national/_state/dossiers/${code}`)
  return answer.ok ? ((await answer.json()) as Held) : undefined
}

const compare = () =>
  reconcile(1, 'national-portal', {
    from: new Date(Date.now() - 3_600_000),
    to: new Date(Date.now() + 30 * 86_400_000),
  })

describe('the national portal of the sandbox', () => {
  test('R-186: takes a dossier from reception to result, and both sides then say the same', async () => {
    const dossier = await aDossier({ status: 'returned' })
    await deliverAll()
    const held = await heldThere(dossier.code)
    expect(held?.statuses.map(({ status }) => status)).toEqual(['2', '4', '9', '10'])
    expect(held?.progress.map(({ TrangThai }) => TrangThai)).toEqual(['1', '2', '4', '9', '10'])
    expect(held?.dossier).toMatchObject({ MaTTHC: '9.000001', KenhThucHien: '2', NoiNopHoSo: '2', TrangThaiHoSo: '10' })
    expect(await compare()).toMatchObject({ divergences: [] })
  })

  test('R-186: a supplement is told as 5, with what was asked', async () => {
    const dossier = await aDossier({ status: 'awaiting-supplement' })
    await deliverAll()
    const held = await heldThere(dossier.code)
    expect(held?.dossier).toMatchObject({
      TrangThaiHoSo: '5',
      DanhSachHoSoBoSung: [{ NoiDungBoSung: 'Giấy cũ, trang 2: Ảnh chụp thiếu trang 2.' }],
    })
    expect(held?.dossier).not.toHaveProperty('NgayKetThucXuLy')
  })

  test('a dossier refused at the door is not told: it has no code there', async () => {
    const dossier = await aDossier({ status: 'refused' })
    await deliverAll()
    expect(await heldThere(dossier.temporaryCode)).toBeUndefined()
    expect(await compare()).toMatchObject({ divergences: [] })
  })

  test('a session that ended is opened anew, and nobody notices', async () => {
    await ask('/national/_act/end-sessions')
    const dossier = await aDossier({ status: 'received' })
    await deliverAll()
    expect(await heldThere(dossier.code)).toMatchObject({ revision: 1 })
  })

  test('“already exists” is answered by an update', async () => {
    await misbehave('exists', { times: 1 })
    const dossier = await aDossier({ status: 'received' })
    await deliverAll()
    expect((await heldThere(dossier.code))?.statuses.at(-1)?.status).toBe('2')
  })

  test('R-186: answers that get lost double no line of progress', async () => {
    const dossier = await aDossier({ status: 'received' })
    await misbehave('lost-answer', { times: 4 })
    for (let round = 0; round < 5; round += 1) {
      await deliverAll()
      later()
    }
    expect((await heldThere(dossier.code))?.progress.map(({ TrangThai }) => TrangThai)).toEqual(['1', '2'])
    expect(await compare()).toMatchObject({ divergences: [] })
  })

  test('a field that is refused is named, and the difference is explained by it', async () => {
    await misbehave('refuse-field', { times: 1 })
    const dossier = await aDossier({ status: 'received' })
    await deliverAll()
    const { divergences } = await compare()
    expect(divergences.filter(({ ref }) => ref === dossier.code)).toEqual([
      expect.objectContaining({
        field: 'dossier',
        cause: 'refused',
        problem: 'MaLinhVuc: không thuộc danh mục lĩnh vực',
      }),
    ])
  })

  test('R-236: while the portal is down the dossier goes its way here, and catches up there', async () => {
    await misbehave('down')
    const dossier = await aDossier({ status: 'returned' })
    await deliverAll()
    expect(await heldThere(dossier.code)).toBeUndefined()
    await fetch(`${sandbox.origin}/faults`, { method: 'DELETE' })
    for (let round = 0; round < 3; round += 1) {
      later()
      await deliverAll()
    }
    expect((await heldThere(dossier.code))?.progress.map(({ TrangThai }) => TrangThai)).toEqual([
      '1',
      '2',
      '4',
      '9',
      '10',
    ])
  })
})
