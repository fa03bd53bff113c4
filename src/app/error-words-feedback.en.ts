import type { vi } from './error-words-feedback.vi.ts'

export const en: typeof vi = {
  'feedback.survey-published': {
    title: 'A published survey cannot be changed',
    message: 'People have answered these very words. To ask something else, close it and write a new survey.',
  },
  'feedback.survey-not-ready': {
    title: 'The survey cannot be published yet',
    message: 'It needs a question at least, and a last day that has not passed. Open it again to change it.',
  },
}
