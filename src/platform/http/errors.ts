import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { Conflict, DomainError, Forbidden, NotFound, Unauthenticated } from '#kernel/errors.ts'
import { log } from '#platform/log/index.ts'

export interface Failure {
  status: number
  /** Stable code, for machines. */
  code: string
  /** What a citizen reads out on the phone. */
  id: string
  facts: DomainError['facts']
}

/** The page of a failure, in the words of the request's language. */
export type ErrorPages = (failure: Failure, request: FastifyRequest) => VNode

const FRAMEWORK: Record<string, { status: number; code: string }> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { status: 413, code: 'http.too-large' },
  FST_REQ_FILE_TOO_LARGE: { status: 413, code: 'http.file-too-large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { status: 415, code: 'http.media-type' },
  FST_ERR_VALIDATION: { status: 400, code: 'http.invalid' },
}

/** The one table from what went wrong to what is answered. */
export function failureOf(error: unknown, id: string): Failure {
  if (error instanceof NotFound) return { status: 404, code: error.code, id, facts: error.facts }
  if (error instanceof Unauthenticated) return { status: 401, code: error.code, id, facts: error.facts }
  if (error instanceof Forbidden) return { status: 403, code: error.code, id, facts: error.facts }
  if (error instanceof Conflict) return { status: 409, code: error.code, id, facts: error.facts }
  if (error instanceof DomainError) return { status: 422, code: error.code, id, facts: error.facts }

  const framework = error as Partial<FastifyError>
  const known = FRAMEWORK[framework.code ?? '']
  if (known) return { ...known, id, facts: {} }
  const status = framework.statusCode ?? 500
  if (status === 429) return { status, code: 'http.too-many', id, facts: {} }
  if (status >= 400 && status < 500) return { status, code: 'http.bad-request', id, facts: {} }
  return { status: status === 503 ? 503 : 500, code: 'http.fault', id, facts: {} }
}

function wantsJson(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || (request.headers.accept ?? '').startsWith('application/json')
}

function problem(failure: Failure, request: FastifyRequest): object {
  return {
    type: `${request.origin ?? ''}/api/problems/${failure.code}`,
    title: failure.code,
    status: failure.status,
    code: failure.code,
    instance: failure.id,
    ...failure.facts,
  }
}

function answer(
  failure: Failure,
  request: FastifyRequest,
  { reply, pages }: { reply: FastifyReply; pages: ErrorPages },
): FastifyReply {
  reply.code(failure.status)
  if (failure.status === 401) reply.header('www-authenticate', 'Bearer') // RFC 9110, 15.5.2: a 401 names a way in
  if (wantsJson(request) || request.agency === undefined) {
    return reply.type('application/problem+json').send(JSON.stringify(problem(failure, request)))
  }
  const area = request.url.startsWith('/desk') || request.url.startsWith('/manage') ? 'desk' : 'public'
  return reply.page(pages(failure, request), { area })
}

/** Errors become pages with an id to read out, or `application/problem+json` for the API. */
export function installErrors(app: FastifyInstance, pages: ErrorPages): void {
  app.setErrorHandler((error, request, reply) => {
    const failure = failureOf(error, String(request.id))
    if (failure.status >= 500)
      log.error({ err: error, url: request.routeOptions.url, id: failure.id }, 'a request failed')
    else log.debug({ code: failure.code, id: failure.id }, 'a request was refused')
    return answer(failure, request, { reply, pages })
  })
  app.setNotFoundHandler((request, reply) =>
    answer(failureOf(new NotFound(), String(request.id)), request, { reply, pages }),
  )
}
