import { problemAnswer } from '#platform/http/index.ts'
import { PUBLIC_COUNTS } from '../../published.ts'

const text = { type: 'string' } as const
const day = { type: 'string', format: 'date' } as const
const count = {
  type: ['integer', 'null'],
  description: 'null: from 1 to 4, or it would give such a number away',
} as const
const time = {
  type: ['integer', 'null'],
  description: 'Quarters of an office hour, 30 to a working day; null: hidden, absent: nobody yet',
} as const
const share = {
  type: 'object',
  description:
    '`percent`, or `atLeast` where few stand against it; `state` says `exact`, `at-least`, `hidden` or `no-data`',
  required: ['state'],
  properties: { state: text, percent: { type: 'number' }, atLeast: { type: 'number' } },
} as const

const figures = {
  type: 'object',
  required: ['counts', 'onTimeShare', 'supplementShare', 'refusalShare'],
  properties: {
    key: { type: 'string', description: 'Code of a procedure, id of a unit, channel, day or month' },
    name: { type: 'object', properties: { vi: text, en: text } },
    counts: { type: 'object', properties: Object.fromEntries(PUBLIC_COUNTS.map((name) => [name, count])) },
    onTimeShare: share,
    onlineShare: share,
    automaticShare: share,
    supplementShare: share,
    refusalShare: share,
    receiveHalf: time,
    receiveMost: time,
    finishHalf: time,
    finishMost: time,
  },
} as const

export const statisticsSchema = {
  summary: 'How the agency serves: received, decided, on time, and how long it took',
  querystring: {
    type: 'object',
    properties: {
      from: { type: 'string', description: 'First day, YYYY-MM-DD; the first of January unless said' },
      to: { type: 'string', description: 'The day after the last: the period is half-open; tomorrow unless said' },
      by: { type: 'string', description: 'total, procedure, unit, channel, day or month; total unless said' },
      procedure: { type: 'string', description: 'Only this procedure, by its code' },
      unit: { type: 'string', description: 'Only this unit, by its code' },
      channel: { type: 'string', description: 'Only this channel: online, national-portal, counter or post' },
    },
  },
  response: {
    200: {
      description: 'The period, all of it together, and row by row',
      type: 'object',
      required: ['from', 'to', 'by', 'total', 'rows'],
      properties: {
        from: day,
        to: day,
        by: text,
        countedAt: { type: ['string', 'null'], format: 'date-time', description: 'All acts up to then are in' },
        total: figures,
        rows: { type: 'array', items: figures },
      },
    },
    422: problemAnswer,
  },
} as const
