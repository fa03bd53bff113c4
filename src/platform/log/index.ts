import { AsyncLocalStorage } from 'node:async_hooks'
import { pino } from 'pino'
import { config } from '#platform/config/index.ts'

interface Correlation {
  requestId: string
}

const correlation = new AsyncLocalStorage<Correlation>()

/**
 * The log of the process: JSON lines on stdout. Personal data has no place here: log ids and codes, never names,
 * numbers, answers or addresses. What slips in under these keys is removed.
 */
export const log = pino({
  level: config.LOG_LEVEL,
  base: null,
  mixin: () => correlation.getStore() ?? {},
  redact: {
    paths: [
      'name',
      'idNumber',
      'email',
      'phone',
      'answers',
      'address',
      '*.name',
      '*.idNumber',
      '*.email',
      '*.phone',
      '*.answers',
      'req.headers.cookie',
      'req.headers.authorization',
    ],
    remove: true,
  },
})

/** Everything logged inside `work`, however deep, carries the id. */
export function withCorrelation<T>(requestId: string, work: () => T): T {
  return correlation.run({ requestId }, work)
}

export function correlationId(): string | undefined {
  return correlation.getStore()?.requestId
}
