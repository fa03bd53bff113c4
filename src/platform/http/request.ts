import type { FastifyRequest } from 'fastify'
import { Forbidden } from '#kernel/errors.ts'
import type { Citizen, Officer, Role, Viewer } from '#kernel/viewer.ts'
import type { FrameAgency, Preferences } from '#platform/html/frame.ts'
import type { Language } from '#platform/i18n/index.ts'

/** What a host name decides: whose portal this is and which language it speaks. */
export interface Host {
  agency: FrameAgency
  language: Language
  host: string
  sisterHost: string
}

/** Who may call a route. A role means an officer who holds it somewhere; the command checks the dossier. */
export type May = 'public' | 'citizen' | 'officer' | Role

declare module 'fastify' {
  interface FastifyContextConfig {
    may?: May
    /** Name of the act in the audit trail. */
    audit?: string
    /** Works on any host: health and metrics. */
    anyHost?: boolean
    /** The post is checked by the route itself: a callback of another system, authenticated by its signature. */
    skipOriginCheck?: boolean
  }
  interface FastifyRequest {
    agency: FrameAgency
    language: Language
    origin: string
    sisterOrigin: string
    viewer: Viewer | undefined
    preferences: Preferences
  }
}

/** The signed-in citizen. The route's `may: 'citizen'` has already sent others to sign in. */
export function requireCitizen(request: FastifyRequest): Citizen {
  if (request.viewer?.kind !== 'citizen') throw new Forbidden('http.citizens-only')
  return request.viewer
}

/** The signed-in officer. */
export function requireOfficer(request: FastifyRequest): Officer {
  if (request.viewer?.kind !== 'officer') throw new Forbidden('http.officers-only')
  return request.viewer
}

/** One posted value as text, trimmed and NFC; the first when there are several. */
export function postedText(request: FastifyRequest, name: string): string {
  return postedList(request, name)[0] ?? ''
}

/** All posted values under one name. */
export function postedList(request: FastifyRequest, name: string): string[] {
  const body = request.body
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return []
  const value = (body as Record<string, unknown>)[name]
  const list = Array.isArray(value) ? value : [value]
  return list.filter((item) => typeof item === 'string').map((item) => item.normalize('NFC').trim())
}

/** A path on this site, or the fallback: never another site. */
export function safeReturn(path: string | undefined, fallback = '/'): string {
  if (!path?.startsWith('/')) return fallback
  const here = 'http://here.invalid'
  const url = URL.parse(path, here)
  return url?.origin === here ? url.pathname + url.search : fallback
}
