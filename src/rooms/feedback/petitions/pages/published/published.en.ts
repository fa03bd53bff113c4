import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './published.vi.ts'

export const en: Words<typeof vi> = {
  lead: 'What people told or proposed, and what the agency did about it, without names. Most is in Vietnamese.',
  search: 'Search petitions with a result',
  searchHint: 'With or without Vietnamese marks.',
  find: 'Search',
  send: 'Send a petition',
  track: 'Look up one you sent',
  none: 'No result has been published yet.',
  noneFor: (query: string): string => `Nothing found for “${query}”. Try fewer words.`,
  count: (count: string): string => `${count} published`,
  rated: (percent: number, count: string): string =>
    `${percent}% of those who rated were satisfied with the handling (${count} ratings in the twelve months that are over).`,
  pages: 'Pages of petitions',
  publishedOn: (day: string): string => `Published ${day}`,
  law: 'Decree 20/2008/NĐ-CP, Article 19: results are made public.',
  questions: 'Do you want to ask rather than tell? See questions and answers',
}
