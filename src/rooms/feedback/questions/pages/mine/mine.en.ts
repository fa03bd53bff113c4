import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './mine.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Your question',
  sentTitle: 'We have your question',
  sentText:
    'Keep the address of this page: it always shows how your question stands. We tell you when there is an answer.',
  states: {
    held: 'Waiting to be looked at',
    open: 'Received',
    assigned: 'Being answered',
    answered: 'Answered',
    'set-aside': 'Not answered here',
  },
  heldText: 'Your question is on the waiting list; an officer will look at it. You need do nothing.',
  asked: 'Sent',
  due: 'Answered at the latest',
  dueText: (day: string): string => `${day}: 15 working days, counted from the day after you sent it.`,
  late: 'We are late, and we are sorry. Your question is still being worked on.',
  question: 'You asked',
  procedure: 'Service',
  answer: 'Answer',
  answeredAt: (moment: string): string => `Answered at ${moment}`,
  because: 'Why it is not answered here',
  published: 'It has been published without personal data',
  list: 'Questions I have asked',
  none: 'You have not asked anything yet.',
  ask: 'Ask a question',
  my: 'My page',
  state: 'State',
  on: 'Sent',
  dueShort: 'At the latest',
}
