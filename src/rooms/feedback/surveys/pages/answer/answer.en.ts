import type { Words } from '#platform/i18n/index.ts'
import { en as scale } from '../../../scale.en.ts'
import type { vi } from './answer.vi.ts'

export const en: Words<typeof vi> = {
  listTitle: 'Surveys',
  listLead: 'The agency asks; you answer if you like. You need not sign in.',
  none: 'There is no survey at present.',
  home: 'Home',
  until: (day) => `Until ${day}, that day included.`,
  scale,
  yesNo: { yes: 'Yes', no: 'No' },
  consent: 'Do you agree to answer?',
  agree: 'I agree',
  noConsent: 'Tick “I agree”: without it we may not keep your answers.',
  missing: (question) => `Answer “${question}”`,
  tooLong: (most) => `Your answer is longer than ${most} characters. Make it shorter.`,
  problem: 'Your answers have not been sent',
  send: 'Send answers',
  thanks: 'We have your answers',
  thanksText: 'Thank you for taking the time.',
  answered: 'Your answers have been taken',
  answeredText: 'Each person answers once. You need do nothing more.',
  coming: 'This survey has not begun',
  comingText: (day) => `It opens on ${day}.`,
  over: 'This survey is over',
  overText: 'Thank you for your interest. Answers are no longer taken.',
  uninvited: 'This survey is for people who were invited',
  uninvitedText: 'Open the exact address in your letter or invitation.',
}
