import { problemAnswer } from '#platform/http/index.ts'

const moment = { type: 'string', format: 'date-time' } as const
const maybeMoment = { type: ['string', 'null'], format: 'date-time' } as const

export const statusSchema = {
  summary: 'Where an application stands',
  description: 'Stage and dates only; nothing about people. 60 questions a minute from one address.',
  params: {
    type: 'object',
    properties: { code: { type: 'string', description: 'Code on the receipt, or the temporary code' } },
  },
  response: {
    200: {
      description: 'As the log has it at this moment',
      type: 'object',
      required: ['code', 'status', 'submittedAt', 'stages'],
      properties: {
        code: { type: 'string' },
        status: {
          type: 'string',
          enum: [
            'submitted',
            'received',
            'refused',
            'processing',
            'awaiting-supplement',
            'awaiting-payment',
            'withdrawn',
            'discontinued',
            'result-ready',
            'returned',
          ],
        },
        submittedAt: moment,
        receivedAt: maybeMoment,
        dueAt: maybeMoment,
        originalDueAt: maybeMoment,
        resultReadyAt: maybeMoment,
        returnedAt: maybeMoment,
        stages: {
          type: 'array',
          items: {
            type: 'object',
            required: ['stage', 'state', 'at'],
            properties: {
              stage: { type: 'string' },
              state: { type: 'string', enum: ['done', 'now', 'todo'] },
              at: maybeMoment,
            },
          },
        },
      },
    },
    404: problemAnswer,
    429: problemAnswer,
  },
} as const
