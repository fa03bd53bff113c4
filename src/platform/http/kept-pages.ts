import { promisify } from 'node:util'
import { brotliCompress, brotliDecompressSync, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { findSamePart, type SamePart } from '#platform/html/document.tsx'
import { codingOf } from './compress.ts'
import { Shelf } from './shelf.ts'

interface Kept {
  br: Buffer
  gzip: Buffer
  headers: Record<string, string>
}

// About 20 KB a page for those without a session, 70 KB for the part that others see alike.
const pages = new Shelf<Kept>(3000)
const parts = new Shelf<SamePart>(400)
let currentVersion = ''

/** Pages kept under another version than this are made anew. Called when the catalogue or the packages change. */
export function setCacheVersion(version: string): void {
  if (version !== currentVersion) {
    pages.clear()
    parts.clear()
  }
  currentVersion = version
}

export function isAnonymous(request: FastifyRequest): boolean {
  return request.method === 'GET' && request.headers.cookie === undefined
}

function keyOf(request: FastifyRequest): string {
  return `${request.headers.host} ${request.url}`
}

/** Answers from the kept bytes when this is a page every anonymous visitor sees alike. */
export function findCached(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!isAnonymous(request)) return false
  const page = pages.get(keyOf(request))
  if (!page || request.headers.accept?.startsWith('application/json')) return false
  sendKept(request, reply, page)
  return true
}

/** Written past the framework: these bytes are the answer, and the hooks behind have nothing to add. */
export function sendKept(request: FastifyRequest, reply: FastifyReply, page: Kept): void {
  const coding = codingOf(request.headers['accept-encoding'])
  const bytes = coding ? page[coding] : brotliDecompressSync(page.br)
  reply.hijack()
  reply.raw.writeHead(200, {
    ...page.headers,
    'content-length': bytes.length,
    ...(coding ? { 'content-encoding': coding } : {}),
  })
  reply.raw.end(bytes)
}

/** Keeps the bytes and headers of a page until the version changes. */
export async function keepPage(reply: FastifyReply, html: { text: string; version: string }): Promise<Kept> {
  const raw = Buffer.from(html.text)
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }
  const headers = Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  const page = { br: await promisify(brotliCompress)(raw, brotli), gzip: await promisify(gzip)(raw), headers }
  if (html.version === currentVersion) pages.put(keyOf(reply.request), page)
  return page
}

/** What every visitor with a session sees alike of this address, if it was made under the current version. */
export function findKeptPart(request: FastifyRequest): SamePart | undefined {
  return parts.get(keyOf(request))
}

export function keepPart(request: FastifyRequest, html: { text: string; version: string }): void {
  const part = html.version === currentVersion ? findSamePart(html.text) : undefined
  if (part) parts.put(keyOf(request), part)
}
