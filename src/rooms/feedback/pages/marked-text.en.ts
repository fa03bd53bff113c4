import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './marked-text.vi.ts'

export const en: Words<typeof vi> = {
  problem: 'Not published yet',
  noMarksTitle: 'No personal data was found',
  noMarks:
    'Only numbers, addresses, birthdays and names can be found. Read it once more: does a sentence say who it was?',
  marksTitle: (count: number): string => `${count} ${count === 1 ? 'place' : 'places'} may be personal data`,
  marks: 'Take each out or write it differently. Where it is not personal data, tick it below.',
  seeMarks: 'What is marked in this text',
  dismiss: 'Not personal data',
  dismissHint: 'For example the number of a hotline, the name of a street.',
  dismissOne: (text: string): string => `“${text}” is not personal data`,
  kinds: {
    number: 'Looks like an identity, account or document number',
    phone: 'Looks like a telephone number',
    email: 'Looks like an e-mail address',
    dossier: 'Looks like the code of an application',
    name: 'Looks like somebody’s name',
    birthday: 'Looks like a date of birth',
    house: 'Looks like a house number',
  },
  left: (text: string): string => `“${text}” is still there. Take it out, or tick that it is not personal data.`,
  looked: 'You have read it',
  lookedYes: 'I have read all of it. No sentence says who sent it.',
  notLooked: 'Read it once more, then tick this box.',
  empty: 'Do not leave this empty.',
  tooLong: (most: number): string => `This is longer than ${most} characters. Make it shorter.`,
  checkAgain: 'Check what I changed',
}
