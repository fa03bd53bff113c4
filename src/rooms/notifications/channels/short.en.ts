import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './short.vi.ts'

export const en: Words<typeof vi> = {
  statuses: {
    submitted: 'sent',
    received: 'accepted',
    'supplement-requested': 'needs something from you',
    supplied: 'what you added has arrived',
    refused: 'not accepted',
    'due-moved': 'the promised day has changed',
    withdrawn: 'withdrawn',
    'result-ready': 'the result is ready',
    returned: 'the result was handed over',
    posted: 'the result is on its way to you',
    'post-returned': 'the result could not be delivered',
    reminder: 'there is something to remember',
  },
  due: (status: string, day: string) => `${status}, result due ${day}`,
  message: ({ ref, status }: { ref: string; status: string }) => `Application ${ref}: ${status}.`,
  see: (host: string) => `See ${host}.`,
  greeting: 'you',
}
