import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { NotFound } from '#kernel/errors.ts'
import { config } from '#platform/config/index.ts'

/** The process's figures; rooms add theirs to it. */
export const registry = new Registry()

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

function mayRead(request: FastifyRequest): boolean {
  if (config.METRICS_TOKEN) return request.headers.authorization === `Bearer ${config.METRICS_TOKEN}`
  return LOOPBACK.has(request.ip)
}

/** `/healthz`, `/readyz` and `/metrics`, on any host. */
export function installMetrics(app: FastifyInstance, checkReady: () => Promise<void>): void {
  registry.clear()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
  })

  const open = { config: { may: 'public', anyHost: true } } as const
  app.get('/healthz', open, async () => ({ status: 'up' }))
  app.get('/readyz', open, async (_request, reply) => {
    try {
      await checkReady()
      return { status: 'ready' }
    } catch {
      return reply.code(503).send({ status: 'not ready' })
    }
  })
  app.get('/metrics', open, async (request, reply) => {
    if (!mayRead(request)) throw new NotFound()
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
