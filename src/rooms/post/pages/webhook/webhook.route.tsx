import type { FastifyPluginAsync } from 'fastify'
import { readMoment, readText } from '../../carriers/reading.ts'
import { hearFromViettelpost } from '../../commands/follow.ts'

const LARGEST = 16_384

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Where ViettelPost tells each move. The agreed secret is in the message; without it nothing is said about orders. */
export const webhookRoutes: FastifyPluginAsync = async (app) => {
  app.post(
    '/api/post/viettelpost',
    { bodyLimit: LARGEST, config: { may: 'public', audit: 'post.move-told', skipOriginCheck: true } },
    async (request, reply) => {
      const body = isFields(request.body) ? request.body : {}
      const data = isFields(body.DATA) ? body.DATA : {}
      const isTheirs = await hearFromViettelpost(request.agency.id, {
        token: readText(body.TOKEN) ?? '',
        orderNumber: readText(data.ORDER_REFERENCE) ?? '',
        at: readMoment(data.ORDER_STATUSDATE),
        code: data.ORDER_STATUS,
        note: readText(data.NOTE) ?? '',
      })
      return isTheirs ? reply.send({ status: 200 }) : reply.code(401).send({ status: 401 })
    },
  )
}
