import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { readFile } from '#platform/files/index.ts'
import { useTestFiles } from '#platform/files/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { closePdf } from '#platform/pdf/index.ts'
import { postMultipart } from '#rooms/documents/testing.ts'
import { aDossier, installSample } from '#rooms/dossiers/testing.ts'
import { aCitizen, anOfficer, type RunningSandbox, startSandboxProcess } from '#rooms/identity/testing.ts'
import { signAt } from '#rooms/signatures/testing.ts'
import { prepareResult, resultRoutes } from '../index.ts'
import { fileName } from '../result.ts'
import { anIssuedResult, aResultWish, getResult } from '../testing.ts'

const database = useTestDatabase()
useTestFiles()
let sandbox: RunningSandbox
let site: TestApp

beforeAll(async () => {
  sandbox = await startSandboxProcess()
  signAt(sandbox)
  site = await createTestApp([resultRoutes])
})
afterAll(async () => {
  await site.app.close()
  await closePdf()
  await sandbox.stop()
})

describe('the file of a result', () => {
  test('R-154: comes to its owner with exactly the bytes that were signed, to be saved and not run', async () => {
    const owner = await aCitizen()
    const result = await anIssuedResult(database(), { dossier: { ...aResultWish().dossier, personId: owner.personId } })
    const answer = await site.get(`/my/results/${result.id}/file`, { viewer: owner })
    expect(answer.statusCode).toBe(200)
    expect(createHash('sha256').update(answer.rawPayload).digest('hex')).toBe(result.fileSha256)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${fileName(result)}"`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })

  test('is not there for another person, nor for who has not signed in', async () => {
    const result = await anIssuedResult(database())
    const stranger = await aCitizen()
    expect((await site.get(`/my/results/${result.id}/file`, { viewer: stranger })).statusCode).toBe(404)
    expect((await site.get(`/my/results/${result.id}/file`)).statusCode).toBe(403)
    expect((await site.get(`/desk/results/${result.id}/file`, { viewer: stranger })).statusCode).toBe(403)
  })

  test('R-045: comes to officers of the unit that decides or received, and of the centre; to others it is not there', async () => {
    await installSample()
    const { id, code } = await aDossier({ status: 'received', commune: 'H99.12' })
    const result = await anIssuedResult(database(), { dossier: { ...aResultWish().dossier, id, code: String(code) } })
    const before = site.acts.length
    const open = async (subject: string) => {
      const viewer = await anOfficer(subject)
      return (await site.get(`/desk/results/${result.id}/file`, { viewer })).statusCode
    }
    for (const subject of ['tran-van-thu', 'lo-thi-mau', 'nguyen-van-vi', 'dang-thi-quay', 'cu-a-giam'])
      expect([subject, await open(subject)]).toEqual([subject, 200])
    for (const subject of ['sung-thi-don', 'bui-van-tra', 'vi-van-ho', 'quan-tri-tinh', 'pham-thi-bo'])
      expect([subject, await open(subject)]).toEqual([subject, 404])
    const officer = await anOfficer('tran-van-thu')
    for (const unknown of [newId(), 'x'])
      expect((await site.get(`/desk/results/${unknown}/file`, { viewer: officer })).statusCode).toBe(404)
    // Who was turned away stands in the audit as well.
    expect(site.acts.slice(before)).toEqual(Array(12).fill('result.opened'))
  })
})

describe('checking a paper', () => {
  test('R-121: its code shows issuer, signer, time and title to anybody, and whose it is to nobody', async () => {
    const result = await anIssuedResult(database())
    const page = await site.get(`/verify/${result.verifyToken}`)
    expect(page.statusCode).toBe(200)
    for (const part of [
      'Giấy tờ thật, do chúng tôi cấp',
      'UBND xã Mẫu An',
      'Nguyễn Văn Vĩ',
      result.number,
      result.title,
    ]) {
      expect(page.body).toContain(part)
    }
    for (const secret of ['Vàng Thị Mỷ', '000099000123', result.dossierCode, 'chưa đăng ký kết hôn']) {
      expect(page.body).not.toContain(secret)
    }
    expect(page.body).toContain('H99.12-261119-••07')
  })

  test('R-155: a simulated signature says so on the page, in both languages', async () => {
    const { verifyToken } = await anIssuedResult(database())
    expect((await site.get(`/verify/${verifyToken}`)).body).toContain('Chữ ký này không có giá trị pháp lý')
    const english = await site.get(`/verify/${verifyToken}`, { host: 'e-services.sampleprovince.localhost' })
    expect(english.body).toContain('This signature has no legal effect')
  })

  test('a code that is unknown, of another agency, or of a paper still being written leads to the same page', async () => {
    const issued = await anIssuedResult(database())
    const { resultId } = await prepareResult(aResultWish())
    const { verifyToken: unfinished } = await getResult(resultId)
    const pages = [
      await site.get('/verify/AAAAAAAAAAAAAAAAAAAAAA'),
      await site.get('/verify/x'),
      await site.get(`/verify/${unfinished}`),
      await site.get(`/verify/${issued.verifyToken}`, { host: 'dichvucong.bomau.localhost' }),
    ]
    for (const page of pages) {
      expect(page.statusCode).toBe(404)
      expect(page.body).toContain('Không có giấy tờ nào mang mã này')
    }
  })

  test('the code can be typed, with spaces or as the whole address', async () => {
    const token = 'AAAAAAAAAAAAAAAAAAAAAA'
    for (const typed of [
      token,
      'AAAA AAAA AAAA AAAA AAAA AA',
      `http://dichvucong.tinhmau.localhost:8080/verify/${token}`,
    ]) {
      const answer = await site.get(`/verify?token=${encodeURIComponent(typed)}`)
      expect(answer.statusCode).toBe(303)
      expect(answer.headers.location).toBe(`/verify/${token}`)
    }
    const wrong = await site.get('/verify?token=abc')
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Mã có 22 ký tự')
  })

  const upload = (bytes: Buffer, host?: string) =>
    postMultipart(site, '/verify', {
      parts: [{ name: 'file', value: bytes, filename: 'a.pdf' }],
      ...(host && { host }),
    })

  test('R-152: the file itself is verified: signer, authority, time, integrity, validity, revocation', async () => {
    const result = await anIssuedResult(database())
    const page = await upload(await readFile(result.fileSha256))
    expect(page.statusCode).toBe(200)
    for (const part of [
      'Chữ ký số hợp lệ',
      `giống từng byte với bản chúng tôi đã cấp, số ${result.number}`,
      'Nguyễn Văn Vĩ',
      'dấu thời gian của',
      'Không thay đổi từ khi ký',
      'Không bị thu hồi',
      'Chứng thư lúc ký',
      'PAdES B-LT',
      'Chữ ký số mô phỏng',
    ]) {
      expect(page.body).toContain(part)
    }
  })

  test('R-152: one changed byte is seen', async () => {
    const bytes = await readFile((await anIssuedResult(database())).fileSha256)
    bytes.writeUInt8((bytes[4000] ?? 0) ^ 1, 4000)
    const page = await upload(bytes)
    expect(page.body).toContain('Văn bản đã bị sửa sau khi ký')
    expect(page.body).not.toContain('do cơ quan khác cấp')
    expect(page.body).not.toContain('Chữ ký số hợp lệ')
  })

  test('what is no signed PDF is called so, in the language of the host', async () => {
    const english = 'e-services.sampleprovince.localhost'
    expect((await upload(Buffer.from('không phải PDF'))).body).toContain('Không đọc được tệp này')
    expect((await upload(Buffer.from('no PDF'), english)).body).toContain('We cannot read this file')
    const { unsignedSha256 } = await anIssuedResult(database())
    expect((await upload(await readFile(unsignedSha256 ?? ''))).body).toContain('Tệp không có chữ ký số')
  })

  test('an empty form and a file that is too large come back with the reason', async () => {
    const empty = await postMultipart(site, '/verify', { parts: [] })
    expect(empty.statusCode).toBe(422)
    expect(empty.body).toContain('Chọn một tệp PDF')
    const large = await upload(Buffer.alloc(21 * 1_048_576))
    expect(large.statusCode).toBe(422)
    expect(large.body).toContain('Tệp lớn hơn mức 20 MB')
  })

  test('a form without its token is refused', async () => {
    const parts = [{ name: 'file', value: Buffer.from('x'), filename: 'a.pdf' }]
    expect((await postMultipart(site, '/verify', { parts, token: false })).statusCode).toBe(403)
  })

  test('the form works without script and without signing in', async () => {
    const page = await site.get('/verify')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('enctype="multipart/form-data"')
    expect(page.body).not.toContain('<script')
  })
})
