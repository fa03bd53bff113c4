import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { CSRF_FIELD, checkToken } from '#platform/http/index.ts'
import type { Intake } from '../commands.ts'

export interface Multipart {
  /** The fields as a urlencoded body would have them. */
  body: Record<string, string | string[]>
  /** What came of each file, with the field it was chosen in. Empty file fields are left out. */
  files: { field: string; intake: Intake }[]
}

export interface PostedFile {
  field: string
  name: string
  bytes: MultipartFile['file']
  declaredSize: number | undefined
  wasCut: () => boolean
}

// An option the plugin reads and its types leave out: a file that is too large is an answer of ours, not an exception.
const CUT_QUIETLY: object = { throwFileSizeLimit: false }

/**
 * Reads a form with files. The form's token must come before the first file (`Form` puts it first): until it is
 * checked nothing is taken in. Throws `http.stale-form` without it.
 */
export async function readMultipart(
  request: FastifyRequest,
  take: (file: PostedFile) => Promise<Intake>,
): Promise<Multipart> {
  const read: Multipart = { body: {}, files: [] }
  let checked = false
  for await (const part of request.parts(CUT_QUIETLY)) {
    if (part.type === 'field') {
      add(read.body, part.fieldname, String(part.value ?? '').normalize('NFC'))
      continue
    }
    if (!checked) checked = check(request, read.body)
    if (!part.filename) part.file.resume()
    else read.files.push({ field: part.fieldname, intake: await take(postedFile(request, part)) })
  }
  if (!checked) check(request, read.body)
  return read
}

function check(request: FastifyRequest, body: Multipart['body']): true {
  checkToken(request, body[CSRF_FIELD])
  return true
}

function postedFile(request: FastifyRequest, part: MultipartFile): PostedFile {
  const declared = Number(request.headers['content-length'])
  return {
    field: part.fieldname,
    name: part.filename,
    bytes: part.file,
    declaredSize: Number.isSafeInteger(declared) && declared > 0 ? declared : undefined,
    wasCut: () => part.file.truncated,
  }
}

function add(body: Multipart['body'], name: string, value: string): void {
  const present = Object.hasOwn(body, name) ? body[name] : undefined
  body[name] = present === undefined ? value : [present, value].flat()
}
