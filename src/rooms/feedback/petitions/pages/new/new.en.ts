import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './new.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Send a petition',
  lead: 'Tell us what happened, or how things could be better. We register it, give you a number and a code to follow it, and answer.',
  protectedTitle: 'You are protected',
  protectedText:
    'The officer it is about is not told who sent it. When the result is published, your name and all personal data are taken out.',
  notComplaint:
    'A complaint against a decision, or a denunciation under the Law on Complaints or the Law on Denunciations, goes to whoever the law names.',
  contentLabel: 'What happened, or what you propose',
  contentHint: 'What, where, when. The law asks for Vietnamese.',
  addressHint: 'Where you live, so that an answer can be sent.',
  phoneHint: 'A telephone number or an e-mail address is needed.',
  emailHint: 'To tell you when there is a result. It is not published.',
  send: 'Send petition',
  trap: 'Leave this field empty',
  problem: 'It was not sent',
  'no-subject': 'Choose what comes closest.',
  short: 'Say more: what, where, when. At least 20 characters.',
  long: (most: number, typed: number): string =>
    `This has ${typed} characters; the limit is ${most}. Make it shorter, or send it in two parts.`,
  'no-name': 'Enter your full name.',
  'no-address': 'Enter your address.',
  'no-contact': 'Enter a telephone number or an e-mail address, one of the two.',
  'bad-email': 'An e-mail address looks like name@place.vn. Check what is missing.',
  'bad-phone': 'A telephone number has digits only, for example 0912 345 678.',
  'too-long': 'This is too long. Make it shorter.',
  law: 'Decree 20/2008/NĐ-CP, Articles 7 and 9.',
  deskTitle: 'Write down a petition',
  deskLead:
    'Write down what somebody says at the counter or on the telephone, or what is on paper. Read it to them before you save it.',
  way: 'How it came',
  noWay: 'Choose one.',
  save: 'Register',
  desk: 'Petitions',
}
