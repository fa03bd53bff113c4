import type { FastifyInstance, FastifyRequest } from 'fastify'
import { config } from '#platform/config/index.ts'
import type { Preferences } from '#platform/html/frame.ts'
import type { Host } from './request.ts'

const UNKNOWN = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>421</title><h1>Địa chỉ này không thuộc cổng nào ở đây</h1><p>Xem lại tên miền. <span lang="en">This host name belongs to no portal here.</span></p></html>\n`

function port(): string {
  return config.publicPort === undefined ? '' : `:${config.publicPort}`
}

/** `http://dichvucong.tinhmau.localhost:8080` */
export function originOf(hostname: string): string {
  return `${config.PUBLIC_SCHEME}://${hostname}${port()}`
}

function readPreferences(request: FastifyRequest): Preferences {
  const { mc_theme: theme, mc_size: size } = request.cookies
  return {
    ...(theme === 'light' || theme === 'dark' || theme === 'contrast' ? { theme } : {}),
    ...(size === 'large' || size === 'largest' ? { size } : {}),
  }
}

/**
 * The host name decides agency and language, before anything else happens; an unknown one is answered with 421.
 * @see Decree 42/2022, Art. 13.2 a
 */
export function installHosts(app: FastifyInstance, findHost: (hostname: string) => Promise<Host | undefined>): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.config.anyHost) return
    const host = await findHost(request.hostname.toLowerCase())
    if (!host) {
      reply.code(421).type('text/html; charset=utf-8').send(UNKNOWN)
      return reply
    }
    request.agency = host.agency
    request.language = host.language
    request.origin = originOf(host.host)
    request.sisterOrigin = originOf(host.sisterHost)
    request.preferences = readPreferences(request)
  })
}
