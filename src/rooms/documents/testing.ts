import { Readable } from 'node:stream'
import type { TestApp, TestRequest } from '#platform/http/testing.ts'
import { intakeFile } from './commands.ts'
import type { Document } from './document.ts'

/** The smallest files that are what they say. */
export const samples = {
  pdf: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  html: Buffer.from('<!doctype html><script>alert(1)</script>'),
}

/** A kept document of that person. */
export async function aDocument(given: { agencyId?: number; personId: string; name?: string }): Promise<Document> {
  const { agencyId = 1, personId, name = 'giay-cu.pdf' } = given
  const bytes = Readable.from([samples.pdf])
  const taken = await intakeFile({ agencyId, personId, name, bytes, purpose: 'dossier' })
  if (!('document' in taken)) throw new Error(`the sample was not taken: ${taken.problem.code}`)
  return taken.document
}

export interface MultipartPart {
  name: string
  value: string | Buffer
  filename?: string
  type?: string
}

/** A form with files as a browser posts it, its token first. `token: false` leaves the token out. */
export async function postMultipart(
  test: TestApp,
  path: string,
  { parts, token = true, ...as }: TestRequest & { parts: readonly MultipartPart[]; token?: boolean },
) {
  const form = await test.get('/testing/form-token', as)
  const cookie = String(form.headers['set-cookie']).split(';')[0] ?? ''
  const all = token ? [{ name: '_form', value: form.json<{ token: string }>().token }, ...parts] : parts
  const boundary = '----motcua-test'
  const payload = Buffer.concat([...all.map((part) => encoded(part, boundary)), Buffer.from(`--${boundary}--\r\n`)])
  const { viewer, host = 'dichvucong.tinhmau.localhost', headers = {} } = as
  await test.get('/testing/form-token', { ...as, ...(viewer && { viewer }) })
  const sent = { ...headers, host, cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
  return test.app.inject({ method: 'POST', url: path, payload, headers: sent })
}

function encoded(
  { name, value, filename, type = 'application/octet-stream' }: MultipartPart,
  boundary: string,
): Buffer {
  const file = filename === undefined ? '' : `; filename="${filename}"\r\ncontent-type: ${type}`
  return Buffer.concat([
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file}\r\n\r\n`),
    Buffer.isBuffer(value) ? value : Buffer.from(value),
    Buffer.from('\r\n'),
  ])
}
