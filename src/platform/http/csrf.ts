import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden } from '#kernel/errors.ts'
import { cookieOptions, secretKey } from './secret.ts'

const COOKIE = 'mc_form'
export const CSRF_FIELD = '_form'

function sign(seed: string): string {
  return createHmac('sha256', secretKey()).update(`form:${seed}`).digest('base64url')
}

/** The token of this visitor's forms; the first form of a visit sets the cookie it is derived from. */
export function csrfToken(request: FastifyRequest, reply: FastifyReply): string {
  let seed = request.cookies[COOKIE]
  if (!seed) {
    seed = randomBytes(18).toString('base64url')
    request.cookies[COOKIE] = seed
    reply.setCookie(COOKIE, seed, cookieOptions())
  }
  return sign(seed)
}

/** Refuses a post that another site made the browser send. Browsers say where a request comes from; very old ones do not. */
export function checkOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Forbidden('http.foreign-form')
  const origin = request.headers.origin
  if (origin !== undefined && origin !== request.origin) throw new Forbidden('http.foreign-form')
}

/** Refuses a form whose token is not this visitor's. */
export function checkToken(request: FastifyRequest, token: unknown): void {
  const seed = request.cookies[COOKIE]
  const expected = seed ? sign(seed) : ''
  const given = typeof token === 'string' ? token : ''
  if (!seed || given.length !== expected.length || !timingSafeEqual(Buffer.from(given), Buffer.from(expected))) {
    throw new Forbidden('http.stale-form')
  }
}
