import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Viewer } from '#kernel/viewer.ts'
import { config } from '#platform/config/index.ts'
import { type Piece, piecesOf, renderAround, renderDocument } from '#platform/html/document.tsx'
import type { Frame, MenuItem } from '#platform/html/frame.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Assets } from './assets.ts'
import { gzipPieces } from './compress.ts'
import { csrfToken } from './csrf.ts'
import { findKeptPart, isAnonymous, keepPage, keepPart, sendKept, setCacheVersion } from './kept-pages.ts'

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
     * The same for a page whose head and main part are one and the same for everybody: they are kept until `version`
     * changes, and for those without a session the bytes of the whole page. It must hold no form that posts.
     */
    cachedPage(version: () => Promise<string>, page: () => Promise<VNode> | VNode): Promise<FastifyReply>
  }
}

function policy(nonce: string): string {
  const scripts = nonce ? `'self' 'nonce-${nonce}'` : `'self'`
  return `default-src 'none'; script-src ${scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'`
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

/** Adds `reply.page` and `reply.cachedPage`. */
export function installPages(app: FastifyInstance, assets: Assets, settings: PageSettings): void {
  const prepare = (reply: FastifyReply, area: Frame['area']): Frame => {
    reply.header('content-security-policy', policy('')).type('text/html; charset=utf-8')
    reply.header('vary', 'cookie, accept-encoding')
    return frameOf(reply.request, reply, { assets, settings, area })
  }

  const send = (reply: FastifyReply, pieces: readonly Piece[]): FastifyReply => {
    reply.header('cache-control', 'private, no-store')
    const bytes = gzipPieces(pieces, reply.request.headers['accept-encoding'])
    if (bytes) reply.header('content-encoding', 'gzip')
    return reply.send(bytes ?? pieces.map(({ text }) => text).join(''))
  }

  app.decorateReply('page', function page(this: FastifyReply, vnode: VNode, { area = 'public' }: PageOptions = {}) {
    return send(this, piecesOf(renderDocument(vnode, prepare(this, area))))
  })

  app.decorateReply(
    'cachedPage',
    async function cachedPage(
      this: FastifyReply,
      findVersion: () => Promise<string>,
      make: () => Promise<VNode> | VNode,
    ) {
      const anonymous = isAnonymous(this.request)
      const part = anonymous ? undefined : findKeptPart(this.request)
      if (part) return send(this, renderAround(part, prepare(this, 'public')))
      const version = await findVersion()
      setCacheVersion(version)
      const text = renderDocument(await make(), prepare(this, 'public'))
      if (!anonymous) {
        keepPart(this.request, { text, version })
        return send(this, piecesOf(text, { main: true }))
      }
      this.header('cache-control', 'public, max-age=60')
      sendKept(this.request, this, await keepPage(this, { text, version }))
      return this
    },
  )
}
