import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { read, transaction } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { envelope, readEnvelope } from '#platform/soap/index.ts'
import { connect } from '../commands/connect.ts'
import { ask } from '../commands/look-up.ts'
import type { Keys } from './lookup.ts'
import { populationRegistry } from './population/adapter.ts'

useTestDatabase()

/** A registry as the contract describes it, and what it was asked. */
let server: Server
let url: string
let answer: { status: number; body: string }
let asked: { body: string; action: string | undefined }[] = []

const person = (more = '') => `<?xml version="1.0"?>
<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
<n:TraCuuThongTinCongDanResponse xmlns:n="http://dancuquocgia.bca"><n:CongdanCollection><n:CongDan>
<n:SoDinhDanh>000198000012</n:SoDinhDanh>
<n:HoVaTen><n:Ho>Hà</n:Ho><n:ChuDem>Thị</n:ChuDem><n:Ten>Mẫu</n:Ten></n:HoVaTen>
<n:GioiTinh>2</n:GioiTinh><n:TinhTrangHonNhan>1</n:TinhTrangHonNhan>
<n:ThuongTru><n:MaTinhThanh>99</n:MaTinhThanh><n:ChiTiet>Bản Nà Mẫu, xã Mẫu An</n:ChiTiet></n:ThuongTru>${more}
</n:CongDan></n:CongdanCollection></n:TraCuuThongTinCongDanResponse></S:Body></S:Envelope>`

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push({ body: Buffer.concat(chunks).toString(), action: String(request.headers.soapaction) })
    response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  url = `http://localhost:${(server.address() as AddressInfo).port}`
  await transaction(1, (tx) =>
    connect(tx, {
      ...{ agencyId: 1, destination: 'population', since: new Date(), contractVersion: '1', perMinute: 60 },
      settings: { url, integrationCode: 'TH-01', officerCode: 'HT-01' },
    }),
  )
})
beforeEach(() => {
  asked = []
  answer = { status: 200, body: person() }
})
afterAll(() => {
  server.close()
})

const subject: Keys = { idNumber: '000198000012', name: 'Hà Thị Mẫu', born: '1998-02-01' }
const purpose = {
  procedureCode: '1.004873',
  component: 'residence-proof',
  basis: 'Nghị định 104/2022/NĐ-CP, Điều 14',
  actor: { kind: 'system' },
} as const
const question = (who = subject) =>
  ask(populationRegistry({ settings: { url, integrationCode: 'TH-01' } }), {
    agencyId: 1,
    officerCode: 'HT-01',
    purpose: { ...purpose, requestId: newId() },
    keys: who,
  })

describe('the population database', () => {
  test('R-190: is asked under our number, with the service, the officer, and name, number and birthday together', async () => {
    expect(await question()).toEqual({
      outcome: 'found',
      evidence: expect.objectContaining({ name: 'Hà Thị Mẫu', residence: 'Bản Nà Mẫu, xã Mẫu An', maritalStatus: '1' }),
    })
    const [{ body, action } = { body: '', action: '' }] = asked
    expect(action).toBe('"http://dancuquocgia.bca/TraCuuThongTinCongDan"')
    for (const field of [
      'MaYeuCau',
      'MaDVC>1.004873<',
      'MaTichHop>TH-01<',
      'MaCanBo>HT-01<',
      'SoDinhDanh>000198000012<',
    ]) {
      expect(body).toContain(field)
    }
    expect(body).toContain('NgayThangNam>19980201<')
  })

  test('R-128: every question is written down with what came of it, and nobody can change that', async () => {
    await question()
    const rows = await read(1, (tx) => tx.selectFrom('lookups').selectAll().orderBy('at', 'desc').execute())
    expect(rows[0]).toMatchObject({ outcome: 'found', basis: purpose.basis, component: 'residence-proof' })
    expect(JSON.stringify(rows[0]?.subject_hash)).not.toContain('000198000012')
    await expect(transaction(1, (tx) => tx.updateTable('lookups').set({ basis: 'x' }).execute())).rejects.toThrow(
      'permission denied',
    )
    expect(await read(2, (tx) => tx.selectFrom('lookups').selectAll().execute())).toEqual([])
  })

  test('R-129: another name under the number is a difference that is kept, not an error', async () => {
    expect(await question({ ...subject, name: 'Hà Thị Khác' })).toMatchObject({
      outcome: 'differs',
      problem: 'name',
    })
    expect(await question({ ...subject, name: ' hà thị  mẫu ' })).toMatchObject({ outcome: 'found' })
  })

  test('R-190: nobody under the number, a fault, and an answer that nobody can read', async () => {
    answer.body = person().replace(/<n:CongDan>[\s\S]*<\/n:CongDan>/, '')
    expect(await question()).toEqual({ outcome: 'not-found' })
    answer.status = 500
    answer.body = `<S:Envelope xmlns:S="x"><S:Body><S:Fault><faultstring>MaTichHop không hợp lệ</faultstring></S:Fault></S:Body></S:Envelope>`
    expect(await question()).toEqual({ outcome: 'refused', problem: 'MaTichHop không hợp lệ' })
    answer.status = 200
    answer.body = '<html>Đang bảo trì</html>'
    expect(await question()).toEqual({ outcome: 'unreachable', problem: 'unreadable' })
  })

  test('R-236: silence is an outcome, and it is written down too', async () => {
    answer.status = 502
    expect(await question()).toMatchObject({ outcome: 'unreachable' })
  })

  test('an answer with a document type of its own is not read', () => {
    expect(() => readEnvelope('<!DOCTYPE x [<!ENTITY a "aaaa">]><Envelope><Body>&a;</Body></Envelope>')).toThrow(
      'document type',
    )
  })

  test('hostile names stay text in the question', () => {
    const xml = envelope('x', 'Op', { HoVaTen: '</b:HoVaTen><b:MaDVC>9</b:MaDVC>' })
    expect(xml).toContain('&lt;/b:HoVaTen&gt;&lt;b:MaDVC&gt;9')
  })
})
