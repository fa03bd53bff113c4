import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { read } from '#platform/db/index.ts'
import { postedText } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { getWishable, wish } from '../../commands.ts'
import { en } from '../../wish.en.ts'
import { LONGEST_REASON, type WishOutcome } from '../../wish.ts'
import { vi } from '../../wish.vi.ts'
import { WishPage } from './wish.view.tsx'

type WishRequest = FastifyRequest<{ Params: { code: string }; Querystring: { said?: string } }>

const OUTCOMES: readonly WishOutcome[] = ['taken', 'again', 'online']

// A visit without its cookie is another visit: what one address can add in a minute is little.
const SLOWLY = { max: 30, timeWindow: '1 minute' }

export const wishRoutes: FastifyPluginAsync = async (app) => {
  const find = ({ agency, params }: WishRequest) => read(agency.id, (tx) => getWishable(tx, agency.id, params.code))

  app.get('/procedures/:code/wish', { config: { may: 'public' } }, async (request: WishRequest, reply) => {
    const wishable = await find(request)
    const said = OUTCOMES.find((outcome) => outcome === request.query.said) ?? (wishable.canWish ? undefined : 'online')
    return reply.page(<WishPage wishable={wishable} said={said} t={wordsFor(request, { vi, en })} />)
  })

  app.post(
    '/procedures/:code/wish',
    { config: { may: 'public', rateLimit: SLOWLY } },
    async (request: WishRequest, reply) => {
      const reason = postedText(request, 'reason')
      if (reason.length > LONGEST_REASON) {
        const t = wordsFor(request, { vi, en })
        const errors = [{ field: 'reason', message: t.tooLong(LONGEST_REASON) }]
        return reply.code(422).page(<WishPage wishable={await find(request)} typed={reason} errors={errors} t={t} />)
      }
      const { code } = request.params
      const said = await wish(request, code, reason || undefined)
      return reply.redirect(`/procedures/${encodeURIComponent(code)}/wish?said=${said}`, 303)
    },
  )
}
