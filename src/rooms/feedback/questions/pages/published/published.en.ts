import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './published.vi.ts'

export const en: Words<typeof vi> = {
  home: 'Home',
  title: 'Questions and answers',
  titleFor: (query: string): string => `Questions and answers: ${query}`,
  lead: 'What people asked and what the agency answered, without personal data. Most are in Vietnamese.',
  search: 'Search the answered questions',
  searchHint: 'With or without Vietnamese marks.',
  find: 'Search',
  about: (name: string): string => `Questions about: ${name}`,
  all: 'See all questions',
  count: (count: string): string => `${count} answered`,
  none: 'No answer has been published yet.',
  noneFor: (query: string): string => `Nothing found for “${query}”. Try fewer words, or ask.`,
  ask: 'Ask a question',
  petition: 'Send a reflection or proposal',
  pages: 'Pages of questions',
  answer: 'Answer',
  question: 'Question',
  answeredOn: (day: string): string => `Published ${day}`,
  procedure: 'Service',
  notes: 'The answer was right on the day it was published. Rules may have changed: see the page of the service.',
  notYours: 'Not what you wanted to know?',
  more: 'All questions about this service',
  aboutTitle: 'Others have asked',
}
