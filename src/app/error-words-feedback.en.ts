import type { vi } from './error-words-feedback.vi.ts'

export const en: typeof vi = {
  'feedback.question-closed': {
    title: 'This question is done with',
    message: 'It has been answered, or closed. Open it to see what was said.',
  },
  'feedback.not-answered-yet': {
    title: 'It has not been answered yet',
    message: 'Answer whoever asked first; then it can be published.',
  },
  'feedback.no-such-answerer': {
    title: 'It cannot be given to this officer',
    message: 'The account is shut, or this officer answers nobody. Choose another.',
  },
  'feedback.survey-published': {
    title: 'A published survey cannot be changed',
    message: 'People have answered these very words. To ask something else, close it and write a new survey.',
  },
  'feedback.survey-not-ready': {
    title: 'The survey cannot be published yet',
    message: 'It needs a question at least, and a last day that has not passed. Open it again to change it.',
  },
}
