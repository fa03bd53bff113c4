import { problemAnswer } from '#platform/http/index.ts'

const text = { type: 'string' } as const
const maybeText = { type: ['string', 'null'] } as const
const day = { type: 'string', format: 'date' } as const
const maybeDay = { type: ['string', 'null'], format: 'date' } as const
const level = {
  type: ['string', 'null'],
  description: 'full: done online from beginning to end; partial: some of it; information: only described',
} as const

export const MOST = 100

export const searchSchema = {
  summary: 'Find procedures, or list them by name',
  querystring: {
    type: 'object',
    properties: {
      q: { type: 'string', description: 'Everyday words, with or without marks; empty lists by name' },
      limit: { type: 'string', description: `1 to ${MOST}, 20 unless said` },
      cursor: { type: 'string', description: '`next` of the answer before' },
    },
  },
  response: {
    200: {
      description: 'Best first; equal ones by name',
      type: 'object',
      required: ['total', 'items', 'next'],
      properties: {
        total: { type: 'integer' },
        items: {
          type: 'array',
          items: {
            type: 'object',
            required: ['code', 'name', 'score'],
            properties: {
              code: { type: 'string', description: 'Code in the national catalogue' },
              name: text,
              score: { type: 'number', description: 'Comparable within one answer only' },
              level,
              appliable: { type: 'boolean', description: 'Can be applied for on this portal' },
              field: maybeText,
              publisher: maybeText,
            },
          },
        },
        next: { type: ['string', 'null'], description: 'Send it as `cursor`; null at the end' },
      },
    },
    422: problemAnswer,
  },
} as const

export const procedureSchema = {
  summary: 'One procedure, whole',
  description: 'The record of the national catalogue in the version in force, and what this agency decides about it.',
  params: {
    type: 'object',
    properties: { code: { type: 'string', description: 'Code in the national catalogue, such as 1.004873' } },
  },
  querystring: {
    type: 'object',
    properties: { on: { type: 'string', description: 'The day whose version is wanted; today unless said' } },
  },
  response: {
    200: {
      description: 'The record; fields may be added, none is taken away',
      type: 'object',
      required: ['code', 'name', 'version', 'validFrom', 'versions'],
      properties: {
        code: text,
        name: text,
        version: { type: 'integer' },
        validFrom: day,
        validTo: maybeDay,
        level,
        intake: { type: 'string', description: 'Who takes applications in: own, national or ministry' },
        stateOwner: {
          type: 'string',
          description: 'Whose system keeps where a dossier stands: own, national or ministry',
        },
        syncedAt: { type: ['string', 'null'], format: 'date-time' },
        versions: { type: 'array', items: { type: 'object' } },
      },
    },
    404: problemAnswer,
  },
} as const
