import type { vi } from './error-words-figures.vi.ts'

export const en: typeof vi = {
  'reporting.day-invalid': { title: 'This is not a day', message: 'Write days like 2026-03-31.' },
  'reporting.period-empty': {
    title: 'There is no day in this period',
    message: 'The period begins with from and ends before to, so from must be the earlier day.',
  },
  'reporting.period-too-long': {
    title: 'The period is too long',
    message: 'By day, ask for a year at most; otherwise for ten. Ask more than once.',
  },
  'reporting.by-unknown': {
    title: 'It cannot be divided like this',
    message: 'Write by as one of: total, procedure, unit, channel, day, month.',
  },
  'reporting.channel-unknown': {
    title: 'There is no such way of applying',
    message: 'Write channel as one of: online, national-portal, counter, post.',
  },
  'reporting.unit-unknown': {
    title: 'There is no such office',
    message: 'Write unit as the code of an office, like H99.12. The page of figures lists them.',
  },
  'reporting.no-such-data': {
    title: 'There is no such data',
    message: 'That month may not be published yet. The page of open data lists everything.',
  },
  'reporting.not-a-leader': {
    title: 'This page is for those who lead an office',
    message: 'You are not an approver or supervisor anywhere. Go to the queue to see your work.',
  },
}
