import type { vi } from './error-words-feedback.vi.ts'

export const en: typeof vi = {
  'feedback.petition-moved-on': {
    title: 'This petition has moved on',
    message: 'Somebody has just dealt with it. Open it again to see what is possible now.',
  },
  'feedback.about-this-officer': {
    title: 'It is about this officer',
    message: 'They have been asked to explain it. Choose somebody else.',
  },
  'feedback.about-yourself': {
    title: 'You cannot ask yourself to explain',
    message: 'Somebody else in charge must deal with this petition.',
  },
  'feedback.already-explaining': {
    title: 'An explanation has been asked for',
    message: 'It is asked for once. Open the petition to see how it stands.',
  },
  'feedback.no-superior': {
    title: 'Nobody is known who could decide',
    message: 'Nobody is appointed above this officer. Ask an administrator to appoint a head of the unit.',
  },
  'feedback.already-decided': {
    title: 'It has been decided',
    message: 'Neither the explanation nor the decision can be changed any more.',
  },
  'feedback.not-explained-yet': {
    title: 'It cannot be decided yet',
    message:
      'The officer has not explained, and still has time. Wait for the explanation, or for the last day to pass.',
  },
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
