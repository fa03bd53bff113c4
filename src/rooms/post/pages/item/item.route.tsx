import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { cancelItem, orderItem, sendAgain } from '../../commands/order.ts'
import { askPrices, getItem, type Offer, prepareItem } from '../../commands/prepare.ts'
import { CARRIERS } from '../../item.ts'
import { en as saysEn } from '../../post.en.ts'
import { vi as saysVi } from '../../post.vi.ts'
import { en } from './item.en.ts'
import { vi } from './item.vi.ts'
import { ItemPage } from './item.view.tsx'
import { problemsOf, type TypedParcel, typedParcel, typedWith } from './typed.ts'

interface Params {
  id: string
}

interface More {
  errors?: readonly FieldError[]
  offers?: readonly Offer[]
  typed?: TypedParcel
}

async function show(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply, more: More = {}) {
  const shown = await getItem(requireOfficer(request), request.params.id)
  const t = { ...wordsFor(request, { vi, en }), says: wordsFor(request, { vi: saysVi, en: saysEn }) }
  const typed = more.typed ?? typedWith(shown.item)
  return reply.page(<ItemPage {...shown} {...more} typed={typed} t={t} />, { area: 'desk' })
}

/** One item: its address, what each carrier asks, the order, calling it off, sending it once more. R-197 */
export const itemRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: Params }>('/desk/post/:id', { config: { may: 'desk-officer', audit: 'post-item.opened' } }, show)

  app.post<{ Params: Params }>(
    '/desk/post/:id/prices',
    { config: { may: 'desk-officer', audit: 'post-item.priced' } },
    async (request, reply) => {
      const typed = typedParcel((name) => postedText(request, name))
      const errors = problemsOf(typed, wordsFor(request, { vi, en }))
      if (errors.length > 0) return show(request, reply.code(422), { errors, typed })
      const { weight, ...receiver } = typed
      const [officer, { id }] = [requireOfficer(request), request.params]
      await prepareItem(officer, id, { receiver, weight: Number(weight) })
      return show(request, reply, { offers: await askPrices(officer, id) })
    },
  )

  app.post<{ Params: Params }>(
    '/desk/post/:id/order',
    { config: { may: 'desk-officer', audit: 'post-item.ordered' } },
    async (request, reply) => {
      const carrier = CARRIERS.find((one) => one === postedText(request, 'carrier'))
      if (carrier) await orderItem(requireOfficer(request), request.params.id, carrier)
      return reply.redirect(`/desk/post/${request.params.id}`, 303)
    },
  )

  app.post<{ Params: Params }>(
    '/desk/post/:id/cancellation',
    { config: { may: 'desk-officer', audit: 'post-item.cancelled' } },
    async (request, reply) => {
      const reason = postedText(request, 'reason')
      if (reason === '') {
        const message = wordsFor(request, { vi, en }).reasonMissing
        return show(request, reply.code(422), { errors: [{ field: 'reason', message }] })
      }
      await cancelItem(requireOfficer(request), request.params.id, reason)
      return reply.redirect(`/desk/post/${request.params.id}`, 303)
    },
  )

  app.post<{ Params: Params }>(
    '/desk/post/:id/second-item',
    { config: { may: 'desk-officer', audit: 'post-item.sent-again' } },
    async (request, reply) =>
      reply.redirect(`/desk/post/${await sendAgain(requireOfficer(request), request.params.id)}`, 303),
  )
}
