import type { vi } from './panels.vi.ts'

export const en: typeof vi = {
  title: (year) => `${year} so far`,
  receivedOnline: 'applications received online',
  received: 'applications received, however they came',
  finished: 'applications decided',
  onTime: 'on the promised date or earlier',
  half: 'of working time, half decided within',
  most: 'of working time, nine in ten decided within',
  satisfaction: 'people satisfied',
  source: 'Counted from the log of applications.',
  how: 'How each number is made',
  all: 'See all figures',
}
