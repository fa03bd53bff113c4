import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { Viewer } from '#kernel/viewer.ts'
import { config } from '#platform/config/index.ts'
import { log, withCorrelation } from '#platform/log/index.ts'
import { type Assets, assetRoutes } from './assets.ts'
import { CSRF_FIELD, checkOrigin, checkToken } from './csrf.ts'
import { spokenId } from './error-id.ts'
import { type ErrorPages, installErrors } from './errors.ts'
import { installHosts } from './hosts.ts'
import { findCached } from './kept-pages.ts'
import { installMetrics } from './metrics.ts'
import { withoutNul } from './nul.ts'
import { installOpenApi } from './openapi.ts'
import { installPages, type PageSettings } from './page.ts'
import type { Host, May } from './request.ts'

export interface ServerOptions {
  /** The agency and language of a host name (without port); undefined is answered with 421. */
  findHost(hostname: string): Promise<Host | undefined>
  /** Who is asking, from the session cookie. */
  findViewer(request: FastifyRequest): Promise<Viewer | undefined>
  /** Sends to the sign-in, or throws, when the viewer may not. Returns true when the route may go on. */
  authorise(request: FastifyRequest, reply: FastifyReply, may: May): Promise<boolean>
  /** Called after each answered request whose route names an act. */
  audit(act: string, request: FastifyRequest, reply: FastifyReply): Promise<void>
  /** Throws when the database or the queue is away. */
  checkReady(): Promise<void>
  assets: Assets
  pages: PageSettings
  errorPages: ErrorPages
  routes: readonly FastifyPluginAsync[]
}

const HEADERS = {
  contentSecurityPolicy: false, // page.ts writes it, with the nonce of the page
  strictTransportSecurity: config.PUBLIC_SCHEME === 'https' ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  crossOriginEmbedderPolicy: false,
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'deny' },
} as const

/** The portal's HTTP server, not yet listening. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = Fastify({
    trustProxy: config.TRUST_PROXY,
    genReqId: spokenId,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    bodyLimit: 1_048_576,
    forceCloseConnections: 'idle',
    logController: new LogController({ disableRequestLogging: true }),
    loggerInstance: log as FastifyBaseLogger,
  })
  app.decorateRequest('viewer', undefined)
  // Before anything else: a kept page needs neither host, cookie nor correlation; only hosts we know have any.
  app.addHook('onRequest', (request, reply, done) => {
    if (!findCached(request, reply)) done()
  })
  app.addHook('onRequest', (request, _reply, done) => withCorrelation(String(request.id), () => done()))

  installMetrics(app, options.checkReady)
  installErrors(app, options.errorPages)
  installPages(app, options.assets, options.pages)
  await app.register(cookie)
  installHosts(app, options.findHost)
  await app.register(helmet, HEADERS)
  await app.register(compress, { encodings: ['br', 'gzip'], threshold: 1024, brotliOptions: { params: { 1: 4 } } })
  await app.register(formbody, { bodyLimit: 1_048_576 })
  await app.register(multipart, {
    limits: { fileSize: config.MAX_FILE_MB * 1_048_576, files: 10, fields: 200, fieldSize: 100_000 },
  })
  await app.register(rateLimit, { global: false })
  await installOpenApi(app)
  installGate(app, options)

  await app.register(assetRoutes(options.assets))
  for (const routes of options.routes) await app.register(routes)
  return app
}

function isForm({ headers }: FastifyRequest): boolean {
  return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
}

/** Every route says who may call it; posts come from our own forms; named acts are audited. */
function installGate(app: FastifyInstance, options: ServerOptions): void {
  app.addHook('onRoute', (route) => {
    if (route.method !== 'HEAD' && route.config?.may === undefined)
      throw new Error(`${route.method} ${route.url} does not say who may call it`)
  })
  app.addHook('preParsing', async (request) => {
    const { may, anyHost, skipOriginCheck } = request.routeOptions.config
    if (anyHost || may === undefined) return
    if (request.method !== 'GET' && request.method !== 'HEAD' && !skipOriginCheck) checkOrigin(request)
    request.viewer = await options.findViewer(request)
  })
  app.addHook('preValidation', async (request) => {
    if (isForm(request)) request.body = withoutNul(request.body)
    request.query = withoutNul(request.query)
    request.params = withoutNul(request.params)
  })
  app.addHook('preHandler', async (request, reply) => {
    const { may, skipOriginCheck } = request.routeOptions.config
    if (may === undefined || request.routeOptions.config.anyHost) return
    if (!(await options.authorise(request, reply, may))) return reply
    if (isForm(request) && !skipOriginCheck) checkToken(request, (request.body as Record<string, unknown>)[CSRF_FIELD])
  })
  app.addHook('onResponse', async (request, reply) => {
    const act = request.routeOptions.config.audit
    if (act !== undefined && request.agency !== undefined) await options.audit(act, request, reply)
  })
}
