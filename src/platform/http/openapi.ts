import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'

export interface ApiOperation {
  summary: string
  description?: string
  parameters?: readonly {
    name: string
    in: string
    required?: boolean
    description?: string
    schema: { type?: string }
  }[]
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

/** The part of an OpenAPI document that this product writes. */
export interface ApiDocument {
  openapi: string
  info: { title: string; version: string; description?: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, ApiOperation>>
}

const text = { type: 'string' } as const

/** What every route of the API answers when it cannot do as asked. @see RFC 9457 */
export const problemAnswer = {
  description: 'What was wrong; `code` is stable, `title` is for people',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['title', 'status', 'code'],
        properties: { type: text, title: text, status: { type: 'integer' }, code: text, instance: text },
      },
    },
  },
} as const

/**
 * The document is gathered from the schemas of the routes under `/api/v1`, so that a route cannot be forgotten in it.
 * Schemas of answers describe and do not shape them: a test compares the two. R-192
 */
export async function installOpenApi(app: FastifyInstance): Promise<void> {
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Một Cửa', version: '1', description: 'Public data of a public-service portal' },
    },
    transform: ({ schema, url }) => ({ url, schema: { ...schema, hide: !url.startsWith('/api/v1/') } }),
  })
}

/** The document as this portal gives it. */
export function openApiOf(app: FastifyInstance, origin: string): ApiDocument {
  return { ...(app.swagger() as unknown as ApiDocument), servers: [{ url: origin }] }
}
