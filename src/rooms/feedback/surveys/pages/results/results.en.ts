import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './results.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Survey results',
  back: 'Back to the survey',
  answers: (count) => `Answered ${count} times.`,
  few: 'Fewer than 5 people have answered this, so it is not told yet: one could guess who said what.',
  fewAll: 'There are fewer than 5 answers, so they cannot be downloaded yet.',
  answered: (count) => `${count} people answered`,
  option: 'Option',
  count: 'People',
  share: 'Share',
  percent: (value) => `${value}%`,
  several: 'One person may choose several, so the shares may come to more than 100%.',
  download: 'Download all answers (CSV)',
  left: 'Questions that fewer than 5 people answered are left out of the file.',
  words: 'Written answers',
}
