import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './mine.vi.ts'

export const en: Words<typeof vi> = {
  title: (number: string): string => `Petition ${number}`,
  sentTitle: 'Registered',
  keep: 'Keep this number and code. Follow it on this page, or enter both on the look-up page.',
  numberLabel: 'Number of your petition',
  heldText: 'Your petition is on the waiting list; an officer will look at it. You need do nothing.',
  late: 'We are late, and we are sorry. Your petition is still being worked on.',
  history: 'What has been done',
  published: 'The result has been published without personal data',
  rateTitle: 'How did you find the handling?',
  rateHint: 'Counted once. Officers see the sum of a whole month, and not who said what.',
  rate: 'Send rating',
  notRated: 'Choose one.',
  thanks: 'Thank you for your rating.',
  rated: 'You have rated the handling.',
  trackTitle: 'Look up a petition',
  trackLead:
    'Enter the number and the look-up code you were given when it was sent, at the counter or on the telephone.',
  numberHint: 'For example 12/2026-PAKN',
  codeHint: '8 letters and digits, for example 7KD4-92MX',
  look: 'Look up',
  notFound: 'That number and code do not belong together. Check the slip, or call the number at the foot of the page.',
  list: 'Petitions I have sent',
  none: 'You have not sent a petition.',
  send: 'Send a petition',
  my: 'My page',
  state: 'State',
  on: 'Sent',
}
