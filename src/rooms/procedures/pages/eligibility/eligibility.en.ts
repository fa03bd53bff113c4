import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './eligibility.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Can I? Which one?',
  titleFor: (name) => `Can I? ${name}`,
  lead: 'Answer a few questions to see whether this is the right service for you. No sign-in is needed, and your answers are not kept.',
  step: (number) => `Question ${number}`,
  next: 'Continue',
  missing: 'Choose an answer.',
  answers: {
    yes: 'Yes, this is the service for you',
    no: 'No, you need another service',
    perhaps: 'Perhaps: one thing is still to be looked at',
  },
  noHere: 'No, you cannot use this service yet',
  why: 'Why',
  law: 'Legal basis',
  instead: 'The service you need',
  first: 'To be done first, or worth looking at',
  yourAnswers: 'Your answers',
  change: 'Change',
  apply: 'Apply',
  read: 'Read about the service',
  again: 'Start again',
  notFinal:
    'This follows from your answers; it is not a decision. The agency decides once it has seen the application.',
}
