import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './wish.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Would you use this service online?',
  back: 'Back to the service',
  levels: {
    full: 'can be done wholly online',
    partial: 'can only partly be done online',
    information: 'can only be read about online',
  },
  now: (level) => `Today this service ${level}.`,
  lead: 'One press, and we know of one more person who needs it. The agency looks at this number when it chooses what goes online next.',
  count: (count) => `Wished for ${count} times so far.`,
  first: 'Nobody has said so yet. You are the first.',
  reason: 'Why, if you would like to say',
  reasonHint:
    'For example: I live far away, I work all week, I must take leave to come. Leave out names and telephone numbers.',
  tooLong: (most) => `Your reason is longer than ${most} characters. Make it shorter.`,
  problem: 'This has not been sent',
  send: 'I would use this online',
  once: 'Each person is counted once. We do not keep your name.',
  taken: 'We have it',
  takenText: 'Thank you. Your wish has been counted.',
  again: 'Your wish has been counted already',
  againText: 'Each person is counted once for each service. You need do nothing more.',
  online: 'This service is online already',
  onlineText: 'You can apply from the page of the service.',
  listTitle: 'Services people would use online',
  listLead:
    'People press this on services that are not wholly online. Each person, or each visit of somebody who has not signed in, is counted once.',
  none: 'Nobody has asked for a service to go online.',
  procedure: 'Service',
  level: 'Today',
  wishes: 'Wishes',
  signedIn: 'Signed in',
  reasons: 'Reasons',
  last: 'Latest',
  seeReasons: (count) => `${count} reasons`,
  noReasons: 'Nobody has given a reason.',
  manage: 'Administration',
}
