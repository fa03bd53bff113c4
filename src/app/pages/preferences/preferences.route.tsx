import type { FastifyPluginAsync } from 'fastify'
import { cookieOptions, postedText, safeReturn } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { en } from './preferences.en.ts'
import { vi } from './preferences.vi.ts'
import { PreferencesPage } from './preferences.view.tsx'

const YEAR = 365 * 24 * 60 * 60
const COOKIES = [
  { cookie: 'mc_size', field: 'size', values: ['large', 'largest'] },
  { cookie: 'mc_theme', field: 'theme', values: ['light', 'dark', 'contrast'] },
] as const

/** Where the person came from; never this page itself, which would be no way back. */
function wayBack(path: string | undefined): string {
  const back = safeReturn(path)
  return back.startsWith('/preferences') ? '/' : back
}

/** font size and colours, by cookie, drawn on the server. @see Circular 32/2017/TT-BTTTT, Art. 18.2 */
export const preferencesRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: { return?: string | string[] } }>(
    '/preferences',
    { config: { may: 'public' } },
    async (request, reply) => {
      const asked = request.query.return
      const back = wayBack(typeof asked === 'string' ? asked : undefined)
      const t = wordsFor(request, { vi, en })
      return reply.page(<PreferencesPage preferences={request.preferences} back={back} t={t} />)
    },
  )

  app.post('/preferences', { config: { may: 'public' } }, async (request, reply) => {
    for (const { cookie, field, values } of COOKIES) {
      const chosen = postedText(request, field)
      if (values.some((value) => value === chosen))
        reply.setCookie(cookie, chosen, { ...cookieOptions(), maxAge: YEAR })
      else reply.clearCookie(cookie, cookieOptions())
    }
    return reply.redirect(wayBack(postedText(request, 'return')), 303)
  })
}
