import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { now } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { secretKey } from '#platform/http/index.ts'
import { formatDate, type Words, wordsFor } from '#platform/i18n/index.ts'
import { listUpdates, type ProcedureUpdate } from '#rooms/procedures/index.ts'
import { findConnection } from '../store/connections.ts'
import { en } from './agency-portal.en.ts'
import { vi } from './agency-portal.vi.ts'
import { atomOf, type Feed, jsonFeedOf } from './feed.ts'
import { publicPem, publishingKey, signedHeaders } from './signature.ts'
import { Widget } from './widget.view.tsx'

const MOST = 100
const FORMS = {
  atom: { contentType: 'application/atom+xml; charset=utf-8', write: atomOf },
  json: { contentType: 'application/feed+json; charset=utf-8', write: jsonFeedOf },
} as const

/** What the agency's own portal (Cổng thông tin điện tử) takes from here: signed feeds and a widget. R-023 */
export const agencyPortalRoutes: FastifyPluginAsync = async (app) => {
  for (const name of ['services', 'news'] as const) {
    for (const form of ['atom', 'json'] as const) {
      app.get(`/feeds/${name}.${form}`, { config: { may: 'public' } }, async (request, reply) => {
        const offered = name === 'services'
        const { id } = request.agency
        const updates = await read(id, (tx) => listUpdates(tx, id, { offered, limit: MOST }))
        const { contentType, write } = FORMS[form]
        return sendSigned(request, reply, { contentType, body: write(feedOf(request, { name, updates })) })
      })
    }
  }

  app.get('/.well-known/feed-key.pem', { config: { may: 'public' } }, async (request, reply) =>
    reply.type('application/x-pem-file').send(publicPem(publishingKey(secretKey(), request.agency.code))),
  )

  await app.register(widgetRoute)
}

function sendSigned(request: FastifyRequest, reply: FastifyReply, of: { contentType: string; body: string }) {
  const key = publishingKey(secretKey(), request.agency.code)
  const headers = signedHeaders(of.body, { contentType: of.contentType, key, created: now() })
  return reply.headers({ ...headers, 'cache-control': 'public, max-age=300' }).send(of.body)
}

function feedOf(
  request: FastifyRequest,
  { name, updates }: { name: 'services' | 'news'; updates: readonly ProcedureUpdate[] },
): Feed {
  const { agency, language, origin } = request
  const t = wordsFor(request, { vi, en })
  const author = agency.fullName[language]
  return {
    id: `${origin}/feeds/${name}`,
    self: `${origin}/feeds/${name}`,
    home: `${origin}/procedures`,
    title: name === 'services' ? t.services : t.news,
    subtitle: name === 'services' ? t.servicesAbout(author) : t.newsAbout(author),
    ...{ language, author },
    items: updates.map((update) => ({
      id: `${origin}/procedures/${update.code}?version=${update.version}`,
      title: update.name,
      url: `${origin}/procedures/${update.code}`,
      summary: summaryOf(update, t),
      updatedAt: update.importedAt,
    })),
  }
}

function summaryOf({ validFrom, decisionNumber, appliable }: ProcedureUpdate, t: Words<typeof vi>): string {
  const since = t.inForce(formatDate(validFrom))
  const by = decisionNumber ? ` ${t.decision(decisionNumber)}` : ''
  return `${since}${by}.${appliable ? ` ${t.onlineHere}` : ''}`
}

/** The one page that may stand in a frame, and only on the portal the agency has named. */
const widgetRoute: FastifyPluginAsync = async (app) => {
  app.addHook('onSend', async (request, reply, payload) => {
    const connection = await read(request.agency.id, (tx) => findConnection(tx, 'agency-portal'))
    const origin = connection?.state === 'on' ? connection.settings.origin : undefined
    const policy = String(reply.getHeader('content-security-policy') ?? '')
    if (origin && URL.canParse(origin)) {
      const framed = policy.replace("frame-ancestors 'none'", `frame-ancestors ${new URL(origin).origin}`)
      reply.header('content-security-policy', framed).removeHeader('x-frame-options')
    }
    return payload
  })

  app.get('/embed', { config: { may: 'public' } }, (request, reply) =>
    reply.page(<Widget t={wordsFor(request, { vi, en })} />),
  )
}
