import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompressSync, constants, gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Viewer } from '#kernel/viewer.ts'
import { config } from '#platform/config/index.ts'
import { renderDocument } from '#platform/html/document.tsx'
import type { Frame, MenuItem } from '#platform/html/frame.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Assets } from './assets.ts'
import { csrfToken } from './csrf.ts'

export interface PageSettings {
  menu(area: Frame['area'], viewer: Viewer | undefined): readonly MenuItem[]
  lastSync(): Date | undefined
  /** The name of the place an officer works at, for the head of the desk's pages. */
  place?(viewer: Viewer): Bilingual | undefined
}

export interface PageOptions {
  area?: Frame['area']
}

declare module 'fastify' {
  interface FastifyReply {
    /** Answers with a whole page in the frame of the agency. */
    page(page: VNode, options?: PageOptions): FastifyReply
    /**
     * The same for a page that is one and the same for every anonymous visitor: its bytes are kept until `version`
     * changes. The page must hold no form that posts.
     */
    cachedPage(version: string, page: () => Promise<VNode> | VNode): Promise<FastifyReply>
  }
}

interface Kept {
  version: string
  br: Buffer
  gzip: Buffer
  headers: Record<string, string>
}

const LIMIT = 3000
const kept = new Map<string, Kept>()
let currentVersion = ''

/** Pages kept under another version than this are made anew. Called when the catalogue or the packages change. */
export function setCacheVersion(version: string): void {
  if (version !== currentVersion) kept.clear()
  currentVersion = version
}

function policy(nonce: string): string {
  const scripts = nonce ? `'self' 'nonce-${nonce}'` : `'self'`
  return `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'`
}

function isAnonymous(request: FastifyRequest): boolean {
  return request.method === 'GET' && request.headers.cookie === undefined
}

function keyOf(request: FastifyRequest): string {
  return `${request.headers.host} ${request.url}`
}

/** Answers from the kept bytes when this is a page every anonymous visitor sees alike. */
export function findCached(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!isAnonymous(request)) return false
  const page = kept.get(keyOf(request))
  if (!page || request.headers.accept?.startsWith('application/json')) return false
  sendKept(request, reply, page)
  return true
}

/** Written past the framework: these bytes are the answer, and the hooks behind have nothing to add. */
function sendKept(request: FastifyRequest, reply: FastifyReply, page: Kept): void {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const coding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined
  const bytes = coding ? page[coding] : brotliDecompressSync(page.br)
  reply.hijack()
  reply.raw.writeHead(200, {
    ...page.headers,
    'content-length': bytes.length,
    ...(coding ? { 'content-encoding': coding } : {}),
  })
  reply.raw.end(bytes)
}

function frameOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { assets, settings, area }: { assets: Assets; settings: PageSettings; area: Frame['area'] },
): Frame {
  let nonce = ''
  return {
    agency: request.agency,
    language: request.language,
    origin: request.origin,
    sisterOrigin: request.sisterOrigin,
    path: request.url,
    area,
    viewer: request.viewer && { kind: request.viewer.kind, name: request.viewer.name },
    place: area === 'desk' && request.viewer ? settings.place?.(request.viewer) : undefined,
    menu: settings.menu(area, request.viewer),
    preferences: request.preferences,
    lastSync: settings.lastSync(),
    simulated: config.SANDBOX,
    assets: {
      css: assets.address('motcua.css'),
      accent: `/accent/${request.agency.seedColour.slice(1)}.css`,
      island: (name) => assets.address(`${name}.js`),
    },
    get csrfToken() {
      return csrfToken(request, reply)
    },
    get nonce() {
      nonce ||= randomBytes(12).toString('base64url')
      reply.header('content-security-policy', policy(nonce))
      return nonce
    },
  }
}

async function keep(
  request: FastifyRequest,
  reply: FastifyReply,
  html: { text: string; version: string },
): Promise<Kept> {
  const raw = Buffer.from(html.text)
  const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } }
  const headers = Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  const page = {
    version: html.version,
    br: await promisify(brotliCompress)(raw, brotli),
    gzip: await promisify(gzip)(raw),
    headers,
  }
  if (html.version === currentVersion) {
    const oldest = kept.size >= LIMIT ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(keyOf(request), page)
  }
  return page
}

/** Adds `reply.page` and `reply.cachedPage`. */
export function installPages(app: FastifyInstance, assets: Assets, settings: PageSettings): void {
  const prepare = (reply: FastifyReply, area: Frame['area']): Frame => {
    reply.header('content-security-policy', policy('')).type('text/html; charset=utf-8')
    reply.header('vary', 'cookie, accept-encoding')
    return frameOf(reply.request, reply, { assets, settings, area })
  }

  app.decorateReply('page', function page(this: FastifyReply, vnode: VNode, { area = 'public' }: PageOptions = {}) {
    const frame = prepare(this, area)
    this.header('cache-control', 'private, no-store')
    return this.send(renderDocument(vnode, frame))
  })

  app.decorateReply(
    'cachedPage',
    async function cachedPage(this: FastifyReply, version: string, make: () => Promise<VNode> | VNode) {
      if (!isAnonymous(this.request)) return this.page(await make())
      setCacheVersion(version)
      const frame = prepare(this, 'public')
      this.header('cache-control', 'public, max-age=60')
      const text = renderDocument(await make(), frame)
      const page = await keep(this.request, this, { text, version })
      sendKept(this.request, this, page)
      return this
    },
  )
}
