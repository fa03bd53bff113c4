import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './ask.vi.ts'

export const en: Words<typeof vi> = {
  home: 'Home',
  questions: 'Questions and answers',
  title: 'Ask a question',
  lead: 'Ask about a service, or about what the agency does. You are answered within 15 working days; common questions sooner.',
  body: 'Your question',
  bodyHint:
    'Write as you would say it. Leave out identity numbers, telephone numbers and application codes: they are not needed.',
  procedure: 'The service you ask about',
  aboutProcedure: (name: string): string => `About: ${name}`,
  general: 'Ask about something else',
  name: 'Your name',
  nameHint: 'So that we address you properly. It is not published.',
  email: 'E-mail address for the answer',
  emailHint: 'We send a code of 6 digits there, to be sure that letters reach you. It is not published.',
  orSignIn: 'Or sign in, and no code is needed.',
  signIn: 'Sign in',
  asSignedIn: (name: string): string => `You are asking as ${name}. The answer will be on your page.`,
  go: 'Continue',
  send: 'Send question',
  similarTitle: 'This may have been answered already',
  similarText: 'Look at these first. If they are not what you mean, press “Send it anyway”.',
  sendAnyway: 'Send it anyway',
  readWhole: 'Read the answer',
  trap: 'Leave this field empty',
  problem: 'The question was not sent',
  short: 'Say a little more: at least 10 characters.',
  long: (most: number, typed: number): string =>
    `Your question has ${typed} characters; the limit is ${most}. Make it shorter, or ask two questions.`,
  'long-name': 'The name is longer than 200 characters.',
  'no-email': 'Enter an e-mail address, or sign in.',
  'bad-email': 'An e-mail address looks like name@place.vn. Check what is missing.',
  waitForCode:
    'We have just sent several codes. Look in your inbox, also among the junk. Another can be sent in an hour; or sign in and send it now.',
  noMail: 'The portal cannot send e-mail at the moment. Sign in to ask, or call the number at the foot of the page.',
  confirmTitle: 'Enter the code from the e-mail',
  confirmLead: 'We have sent you a code of 6 digits. It works for 30 minutes. Your question is kept.',
  code: 'Code of 6 digits',
  codeHint: 'No e-mail yet? Look among the junk, and wait a minute or two.',
  confirm: 'Send question',
  wrong: 'That is not the code. Look at the latest e-mail.',
  'too-often':
    'This code has been entered wrongly 5 times and no longer works. Go back and send the question to get another.',
  over: 'This code has expired. Send the question again to get another.',
  again: 'Write the question again',
}
