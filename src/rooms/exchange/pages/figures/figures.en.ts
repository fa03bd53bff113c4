import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './figures.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Sync figures',
  lead: 'What share of messages the other side acknowledged in time, counted from the act.',
  manage: 'Administration',
  ledger: 'Exchange ledger',
  notConnected: 'The agency is not connected to anything yet, so there are no figures.',
  destination: 'System',
  from: 'From',
  to: 'To the end of',
  show: 'Show',
  wrongDay: 'Enter a day that exists, for example 25 11 2026.',
  wrongOrder: 'The first day must be before the last.',
  tooLong: (days) => `At most ${days} days at a time.`,
  caption: (from, to) => `From 00:00 on ${from} to the end of ${to}`,
  day: 'Day',
  soon: 'Within 15 minutes',
  day1: 'Within 1 day',
  share: (percent, inTime, told) => `${percent}% (${inTime}/${told})`,
  none: 'no data',
  whole: 'Whole range',
  how: 'How it is counted',
  hows: [
    'Out of all messages that had to be sent, of what happened from 00:00 until before 00:00 of the next day in Vietnam: refused, unsent and settled ones too.',
    'A message younger than 15 minutes (or 1 day) is not counted yet: whether it is in time is not known.',
    'A day with nothing to tell is “no data”, not 100%.',
    'The progress line “submitted” can only be sent after reception, so it often comes later than the act.',
  ],
  basis: 'For the indicator on dossier synchronisation, Decision 766/QĐ-TTg.',
}
