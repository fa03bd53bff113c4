import { createHash } from 'node:crypto'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { config } from '#platform/config/index.ts'
import { read } from '#platform/db/index.ts'
import { readFile } from '#platform/files/index.ts'
import { CSRF_FIELD, checkToken } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { verifySignedPdf } from '#rooms/signatures/index.ts'
import { isPublic } from '../../result.ts'
import { findByFile, findByToken } from '../../store.ts'
import { KnownResultPage, UnknownResultPage, UploadVerdictPage } from './verdict.view.tsx'
import { en } from './verify.en.ts'
import { vi } from './verify.vi.ts'
import { VerifyPage } from './verify.view.tsx'

const MAX_MB = config.MAX_FILE_MB
/** The library's types lack it: a file that is too large is cut, and we say so ourselves. */
const CUT_QUIETLY: object = { throwFileSizeLimit: false }
const TOKEN = /^[A-Za-z0-9_-]{22}$/

/** Verifying costs time and asks the outside: a stranger may do it often, but not all day. */
const RATE = { rateLimit: { max: 30, timeWindow: '1 minute' } }

export const verifyRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: { token?: string } }>('/verify', { config: { may: 'public' } }, async (request, reply) => {
    const t = wordsFor(request, { vi, en })
    const given = request.query.token
    if (typeof given !== 'string') return reply.page(<VerifyPage t={t} maxMegabytes={MAX_MB} />)
    // People paste the whole address, or type the code with spaces.
    const token = given.replace(/\s+/g, '').replace(/^.*\/verify\//, '')
    if (TOKEN.test(token)) return reply.redirect(`/verify/${token}`, 303)
    const errors = [{ field: 'token', message: t.token.wrong }]
    return reply.code(422).page(<VerifyPage t={t} maxMegabytes={MAX_MB} errors={errors} token={given.slice(0, 200)} />)
  })

  app.post('/verify', { config: { may: 'public', ...RATE } }, async (request, reply) => {
    const t = wordsFor(request, { vi, en })
    const posted = await readUpload(request)
    if (typeof posted === 'string') {
      const message = posted === 'too-large' ? t.file.tooLarge(MAX_MB) : t.file.missing
      const errors = [{ field: 'file', message }]
      return reply.code(422).page(<VerifyPage t={t} maxMegabytes={MAX_MB} errors={errors} />)
    }
    const known = await read(request.agency.id, (tx) =>
      findByFile(tx, createHash('sha256').update(posted).digest('hex')),
    )
    const verification = await verifySignedPdf(posted)
    return reply.page(<UploadVerdictPage verification={verification} known={known} t={t} />)
  })

  app.get<{ Params: { token: string } }>(
    '/verify/:token',
    { config: { may: 'public', ...RATE } },
    async (request, reply) => {
      const t = wordsFor(request, { vi, en })
      const { token } = request.params
      const result = TOKEN.test(token) ? await read(request.agency.id, (tx) => findByToken(tx, token)) : undefined
      if (!result?.fileSha256 || !isPublic(result)) return reply.code(404).page(<UnknownResultPage t={t} />)
      const verification = await verifySignedPdf(await readFile(result.fileSha256), { ask: false })
      return reply.page(<KnownResultPage result={result} verification={verification} t={t} />)
    },
  )
}

/** The bytes of the last file, or why there are none. The form's token stands before it. */
async function readUpload(request: FastifyRequest): Promise<Buffer | 'missing' | 'too-large'> {
  if (!request.isMultipart()) return 'missing'
  let token: unknown
  let found: Buffer | 'missing' | 'too-large' = 'missing'
  for await (const part of request.parts(CUT_QUIETLY)) {
    if (part.type === 'field') {
      if (part.fieldname === CSRF_FIELD) token = part.value
      continue
    }
    checkToken(request, token)
    const bytes = await part.toBuffer()
    if (part.file.truncated) found = 'too-large'
    else if (bytes.length > 0) found = bytes
  }
  checkToken(request, token)
  return found
}
