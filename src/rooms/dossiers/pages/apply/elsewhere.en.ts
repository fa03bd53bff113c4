import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './elsewhere.vi.ts'

export const en: Words<typeof vi> = {
  national: {
    title: 'Apply for this on the National Public Service Portal',
    lead: 'You fill in and send your application there, with your own VNeID account.',
    go: 'Go to this service on the National Public Service Portal',
    after: 'It comes straight to this agency. The code you get there works here too.',
  },
  ministry: {
    title: 'Apply for this on the ministry’s system',
    lead: 'You fill in and send your application there. The ministry’s system keeps it and tells you the result.',
    go: 'Go to the ministry’s system',
    after: 'To see how far your application has come, look there.',
  },
  counter: 'You can also apply at a one-stop desk.',
  procedure: 'See this service',
  track: 'Track an application',
}
