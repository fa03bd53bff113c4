import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './log.vi.ts'

export const en: Words<typeof vi> = {
  submitted: 'Application sent',
  received: (code) => `Accepted, code ${code}`,
  refused: 'Not accepted',
  supplementRequested: (items) => `${items} ${items === 1 ? 'thing' : 'things'} asked for; the clock stands still`,
  supplementRequestedAtIntake: (items) => `${items} ${items === 1 ? 'thing' : 'things'} asked for before acceptance`,
  supplied: 'Missing parts sent',
  withdrawn: 'Withdrawn',
  paused: 'The clock stands still',
  resumed: 'The clock runs again',
  processingStarted: 'Work has begun',
  claimed: 'Taken by an officer',
  handedOver: 'Handed to another officer',
  step: 'Moved to the next step',
  stepBack: 'Sent back a step',
  resultGranted: 'There is a result',
  resultRejected: 'There is a result: the request was turned down',
  returned: 'Result returned',
  other: (type) => `Update: ${type}`,
}
