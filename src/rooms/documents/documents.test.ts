import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyPluginAsync } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Citizen } from '#kernel/viewer.ts'
import { config } from '#platform/config/index.ts'
import { read } from '#platform/db/index.ts'
import { useTestDatabase } from '#platform/db/testing.ts'
import { hasFile } from '#platform/files/index.ts'
import { EICAR, type FakeClamd, fakeClamd, useTestFiles } from '#platform/files/testing.ts'
import { createTestApp, type TestApp } from '#platform/http/testing.ts'
import { intakeFile, scanAgain } from './commands.ts'
import { contentDisposition, safeName } from './document.ts'
import { documentRoutes, listDocuments, readMultipart, sayIntakeProblem } from './index.ts'
import { postMultipart, samples } from './testing.ts'

useTestDatabase()
useTestFiles()

const personId = newId()
const citizen: Citizen = { kind: 'citizen', agencyId: 1, personId, name: 'Hà Thị Mẫu', assurance: 'level-2' }
const given = (bytes: Buffer, name = 'giay.pdf') => ({
  agencyId: 1,
  personId,
  name,
  bytes: Readable.from([bytes]),
  purpose: 'dossier',
})
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function document(id: string) {
  const [found] = await read(1, (tx) => listDocuments(tx, 1, [id]))
  return found
}

describe('intake', () => {
  test('a PDF is kept byte for byte, not scanned when there is no scanner', async () => {
    const taken = await intakeFile(given(samples.pdf))
    expect(taken).toMatchObject({
      document: { mediaType: 'application/pdf', scan: 'not-scanned', sha256: sha256(samples.pdf), name: 'giay.pdf' },
    })
  })

  test('the bytes decide the type, not the name: a page of HTML called .pdf is refused and not kept', async () => {
    const taken = await intakeFile(given(samples.html, 'giay.pdf'))
    expect(taken).toEqual({ problem: { code: 'wrong-type', name: 'giay.pdf' } })
    expect(await hasFile(sha256(samples.html))).toBe(false)
  })

  test('R-054: too large is refused with both figures, in the words of the design', async () => {
    const bytes = Readable.from(Array.from({ length: config.MAX_FILE_MB + 1 }, () => Buffer.alloc(1_048_576, 1)))
    const declaredSize = 32 * 1_048_576
    const taken = await intakeFile({ ...given(samples.pdf, 'ảnh.jpg'), bytes, declaredSize })
    if (!('problem' in taken)) throw new Error('taken')
    expect(sayIntakeProblem(taken.problem, 'vi')).toBe('Tệp “ảnh.jpg” 32 MB, lớn hơn mức 20 MB. Chụp lại ở cỡ nhỏ hơn.')
  })

  test('an empty file is said to be empty', async () => {
    expect(await intakeFile(given(Buffer.alloc(0)))).toMatchObject({ problem: { code: 'empty' } })
  })

  describe('with a scanner', () => {
    let clamd: FakeClamd
    beforeAll(async () => {
      clamd = await fakeClamd()
      config.CLAMAV_URL = clamd.address
    })
    afterAll(async () => {
      delete config.CLAMAV_URL
      await clamd.close()
    })

    test('a clean file is clean', async () => {
      expect(await intakeFile(given(samples.png, 'ảnh.png'))).toMatchObject({ document: { scan: 'clean' } })
    })

    test('R-055: EICAR in a PDF is rejected, and only the finding is kept', async () => {
      const bad = Buffer.concat([samples.pdf, EICAR])
      expect(await intakeFile(given(bad))).toEqual({
        problem: { code: 'infected', name: 'giay.pdf', finding: 'Eicar-Test-Signature' },
      })
      expect(await hasFile(sha256(bad))).toBe(false)
      const rows = await read(1, (tx) => tx.selectFrom('refused_files').select(['finding', 'sha256']).execute())
      expect(rows).toEqual([{ finding: 'Eicar-Test-Signature', sha256: sha256(bad) }])
    })

    test('when the scanner is away the file is kept unscanned, not given out, and scanned later', async () => {
      const away = config.CLAMAV_URL
      config.CLAMAV_URL = 'tcp://127.0.0.1:1'
      const taken = await intakeFile(given(samples.pdf))
      if (!('document' in taken)) throw new Error('refused')
      expect(taken.document.scan).toBe('failed')
      await expect(scanAgain(1, taken.document.id)).rejects.toThrow('does not answer')
      const app = await createTestApp([documentRoutes])
      expect((await app.get(`/my/documents/${taken.document.id}`, { viewer: citizen })).statusCode).toBe(409)

      config.CLAMAV_URL = away
      await scanAgain(1, taken.document.id)
      expect((await document(taken.document.id))?.scan).toBe('clean')
      expect((await app.get(`/my/documents/${taken.document.id}`, { viewer: citizen })).statusCode).toBe(200)
    })
  })
})

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Ảnh\\Giấy khai sinh.PDF', 'application/pdf', 'Giấy khai sinh.PDF'],
    ['hóa đơn.exe', 'image/png', 'hóa đơn.exe.png'],
    ['a\u202Egnp.jpg', 'image/jpeg', 'agnp.jpg'],
    ['"><script>.png', 'image/png', 'script.png'],
    ['\r\nSet-Cookie: x', 'image/png', 'Set-Cookie x.png'],
    ['', 'image/png', 'tep.png'],
    ['.htaccess', 'image/png', 'htaccess.png'],
  ] as const)('%j holding %s is called %j', (name, type, safe) => {
    expect(safeName(name, type)).toBe(safe)
  })

  test('a Vietnamese name survives in the header', () => {
    expect(contentDisposition("Giấy (đã cấp) '26.pdf")).toBe(
      `attachment; filename="Giay (da cap) '26.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20%28%C4%91%C3%A3%20c%E1%BA%A5p%29%20%2726.pdf`,
    )
  })
})

describe('through HTTP', () => {
  let app: TestApp
  const uploads: FastifyPluginAsync = async (inner) => {
    inner.post('/testing/upload', { config: { may: 'citizen' } }, async (request) => {
      const { body, files } = await readMultipart(request, (file) =>
        intakeFile({ ...file, agencyId: 1, personId, purpose: 'dossier' }),
      )
      return { fields: Object.keys(body), files: files.map(({ field, intake }) => ({ field, ...intake })) }
    })
  }
  beforeAll(async () => {
    app = await createTestApp([documentRoutes, uploads])
  })

  const pdf = { name: 'anh', value: samples.pdf, filename: 'giấy.pdf', type: 'application/pdf' }

  test('a form with a file is read, and empty file fields are left out', async () => {
    const parts = [{ name: 'ghi-chu', value: 'x' }, pdf, { name: 'khac', value: '', filename: '' }]
    const answer = await postMultipart(app, '/testing/upload', { viewer: citizen, parts })
    expect(answer.json()).toMatchObject({
      fields: ['_form', 'ghi-chu'],
      files: [{ field: 'anh', document: { name: 'giấy.pdf' } }],
    })
  })

  test('without the form’s token nothing is taken in', async () => {
    const before = await read(1, (tx) => tx.selectFrom('documents').selectAll().execute())
    const answer = await postMultipart(app, '/testing/upload', { viewer: citizen, parts: [pdf], token: false })
    expect(answer.statusCode).toBe(403)
    expect(await read(1, (tx) => tx.selectFrom('documents').selectAll().execute())).toHaveLength(before.length)
  })

  test('a file the framework cut is too large, not half kept', async () => {
    const value = Buffer.concat([samples.pdf, Buffer.alloc(config.MAX_FILE_MB * 1_048_576)])
    const answer = await postMultipart(app, '/testing/upload', { viewer: citizen, parts: [{ ...pdf, value }] })
    expect(answer.json()).toMatchObject({ files: [{ problem: { code: 'too-large' } }] })
  })

  test('a download is exact, an attachment, and never runs here', async () => {
    const taken = await intakeFile(given(samples.pdf, 'Giấy khai sinh.pdf'))
    if (!('document' in taken)) throw new Error('refused')
    const answer = await app.get(`/my/documents/${taken.document.id}`, { viewer: citizen })
    expect(answer.rawPayload.equals(samples.pdf)).toBe(true)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment; filename="Giay khai sinh.pdf"/),
    })
  })

  test('somebody else’s document, and one of another agency, do not exist', async () => {
    const taken = await intakeFile(given(samples.pdf))
    if (!('document' in taken)) throw new Error('refused')
    const path = `/my/documents/${taken.document.id}`
    expect((await app.get(path, { viewer: { ...citizen, personId: newId() } })).statusCode).toBe(404)
    const host = 'dichvucong.bomau.localhost'
    expect((await app.get(path, { viewer: { ...citizen, agencyId: 2 }, host })).statusCode).toBe(404)
    expect((await app.get('/my/documents/x', { viewer: citizen })).statusCode).toBe(404)
  })
})
