import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './letters.vi.ts'

export const en: Words<typeof vi> = {
  codeSubject: (code: string): string => `Code for your question: ${code}`,
  codeText: (code: string, minutes: number): string =>
    `Your code: ${code}\n\nEnter it on the page that is open to send your question. It works for ${minutes} minutes.\nIf it was not you, do nothing: nothing has been sent.`,
  greeting: (name: string): string => (name ? `Dear ${name},` : 'Hello,'),
  takenSubject: 'We have your question',
  taken: (day: string): string => `We have your question and answer it on ${day} at the latest.`,
  answeredSubject: 'The answer to your question',
  answered: 'This is our answer to your question.',
  asideSubject: 'About your question',
  aside: 'We do not answer this question here, because:',
  youAsked: 'You asked:',
  see: (url: string): string => `See how your question stands: ${url}`,
  remindSubject: (day: string): string => `A question is to be answered by ${day}`,
  lateSubject: (day: string): string => `A question is overdue since ${day}`,
  remind: (day: string): string =>
    `A question from the public is to be answered by ${day} (15 working days, Decree 43/2011/NĐ-CP, Article 17).`,
  open: (url: string): string => `Open the question: ${url}`,
}
