import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './ticket.vi.ts'

export const en: Words<typeof vi> = {
  title: 'This link does not open the form',
  why: {
    unreadable: 'Part of the link is missing or wrong. It may have been cut off in a message.',
    forged: 'This link was not made by the National Public Service Portal, or it has been changed.',
    expired: 'The link has run out: each one works for a few minutes only.',
    'other-agency': 'This link is for another agency’s portal.',
    'other-procedure': 'This link is for another service.',
    used: 'This link has been used: each one opens the form once.',
    'person-unknown': 'The link does not say who you are.',
  },
  safe: 'What you filled in before is still there.',
  again: 'Open the form from the National Public Service Portal again to get a new link.',
  go: 'Back to the National Public Service Portal',
  signIn: 'Or sign in here to go on',
  procedure: 'See this service',
}
