import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './letters.vi.ts'

export const en: Words<typeof vi> = {
  greeting: (name: string): string => `Dear ${name},`,
  subjects: {
    registered: (number: string): string => `We have your petition, number ${number}`,
    refused: (number: string): string => `About your petition, number ${number}`,
    forwarded: (number: string): string => `Your petition, number ${number}, has been sent on`,
    answered: (number: string): string => `There is a result for your petition, number ${number}`,
  },
  says: {
    registered: 'We have received and registered your petition.',
    refused: 'We cannot take up this petition. The reason and its legal basis are on the page where you follow it.',
    forwarded: 'Another body decides on this, so we have sent it there. The page where you follow it says which.',
    answered: 'There is a result. Read it on the page where you follow it, and tell us how you found the handling.',
  },
  due: (day: string): string => `You are answered by ${day}.`,
  see: (url: string): string => `Follow it: ${url}`,
  look: (url: string): string => `Follow it at ${url}: enter the number above and the look-up code you were given.`,
  explainSubject: 'An explanation is asked for',
  explain: (day: string): string => `You are asked to explain a matter, by ${day}.`,
  decideSubject: 'An explanation waits for your decision',
  decide: 'An officer under you has explained a complaint. Please look at it and decide.',
  open: (url: string): string => `Open: ${url}`,
  reminders: {
    forward: (number: string, day: string): string =>
      `Petition ${number}: if another body decides on it, it is sent there by ${day} (5 working days, Decree 20/2008/NĐ-CP, Article 9).`,
    petition: (number: string, day: string): string => `Petition ${number}: to be answered by ${day}.`,
    explanation: (day: string): string => `Explanation of a complaint: due ${day}.`,
  },
  remindSubject: 'Reminder: petitions',
  lateSubject: 'Overdue: petitions',
}
