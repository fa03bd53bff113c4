import type { Words } from '#platform/i18n/index.ts'
import { en as marks } from '../../../scale.en.ts'
import type { vi } from './rate.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Rate how your application was handled',
  lead: 'A few questions, about a minute. Leave out what you do not want to answer; only the first one is needed.',
  about: 'Service',
  unit: 'Handled by',
  problem: 'Your rating has not been sent',
  questions: {
    overall: 'All in all, how satisfied are you?',
    ease: 'Was it easy?',
    timeliness: 'Was it quick, and on time?',
    attitude: 'How were you treated?',
  },
  marks,
  comment: 'Anything you would like to add?',
  commentHint:
    'Leave out names, telephone numbers and the application code. Only the head of the agency and its inspection read this.',
  missing: 'Choose how satisfied you are, all in all.',
  tooLong: (most) => `Your words are longer than ${most} characters. Make them shorter.`,
  whoTitle: 'Who knows how you rated?',
  who: 'We do not keep who chose what: marks are added up by month, apart from any application. The officers who handled it cannot see them, and numbers of fewer than 5 people are told to nobody.',
  send: 'Send rating',
  invitation: 'How satisfied are you? Rate in a minute (no sign-in needed)',
  thanks: 'We have your rating',
  thanksText: 'Thank you. It is added to the figures when the month is over.',
  rated: 'This application has been rated',
  ratedText: 'Each application is rated once, and that rating has been counted. You need do nothing more.',
  early: 'It is too early to rate',
  earlyText: 'This application is still being handled. Open this address again when there is a result.',
  officer: 'Officers do not rate',
  officerText: 'You are signed in as an officer. Let people rate on their own telephone.',
  figures: 'See what people say',
  home: 'To the home page',
}
