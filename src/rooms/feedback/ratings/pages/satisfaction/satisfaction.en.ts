import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './satisfaction.vi.ts'

export const en: Words<typeof vi> = {
  title: 'What people say',
  description: 'How satisfied people are with how their applications were handled, by unit and by service.',
  home: 'Home',
  statistics: 'Figures',
  lead: (from, to) => `Ratings people gave once there was a result, from ${from} to the end of ${to}.`,
  criteria: {
    overall: 'Satisfied, all in all',
    ease: 'Easy',
    timeliness: 'Quick, on time',
    attitude: 'Well treated',
  },
  percent: (value) => `${value}%`,
  ratings: (count) => `${count} ratings`,
  few: 'few, not told',
  none: 'no data yet',
  nothing: 'Nobody has rated in the last twelve months.',
  units: 'By unit',
  unit: 'Unit',
  procedures: 'By service',
  procedure: 'Service',
  comments: 'What people wrote',
  commentsLead:
    'Only the head of the agency and its inspection read this. No comment is tied to an application, to a mark or to a day.',
  noComments: 'Nobody has written anything.',
  month: (month) => month,
  how: 'How this is counted',
  howText: [
    'Satisfied means “Satisfied” or “Very satisfied”. Who leaves a question out is not counted in it.',
    'Ratings are added up by month and told when the month is over. Fewer than 5 are not told, nor is any number from which they could be reckoned.',
    'Each application is rated once. We do not keep who chose what.',
  ],
  deskTitle: 'What people say',
  deskLead: 'The units you answer for, counted as on the public page.',
  public: 'Public page',
}
