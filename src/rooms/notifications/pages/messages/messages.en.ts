import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './messages.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Messages',
  lead: 'What we have told you, newest first.',
  empty: 'No messages yet. When something changes in an application, a message appears here and is sent by e-mail.',
  states: {
    queued: 'Being sent by e-mail',
    sent: 'Sent by e-mail',
    'no-address': 'Only here: we have no e-mail address of yours',
    failed: 'Could not be sent by e-mail',
  },
}
