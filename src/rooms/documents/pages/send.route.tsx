import type { FastifyReply } from 'fastify'
import { Conflict } from '#kernel/errors.ts'
import { config } from '#platform/config/index.ts'
import { openFile } from '#platform/files/index.ts'
import { contentDisposition, type Document } from '../document.ts'

/**
 * Answers with exactly the bytes that were handed in, to be saved and never to be run here: attachment, no sniffing, a
 * policy and a sandbox of its own. The caller has checked that the viewer may have it.
 */
export async function sendDocument(reply: FastifyReply, document: Document): Promise<FastifyReply> {
  if (document.scan === 'infected') throw new Conflict('documents.infected')
  if (document.scan === 'failed' && config.CLAMAV_URL) throw new Conflict('documents.not-scanned-yet')
  const bytes = await openFile(document.sha256)
  return reply
    .header('content-type', document.mediaType)
    .header('content-length', document.size)
    .header('content-disposition', contentDisposition(document.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(bytes)
}
