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
  criteria: { ease: 'easy to do', timeliness: 'on time', attitude: 'how people were treated' },
  source: 'Counted from the log of applications.',
  how: 'How each number is made',
  all: 'See all figures',
  howWeDo: 'How we are doing',
  noneYet: 'No figures yet. Numbers and on-time rates will stand here once the portal has received applications.',
  noneYetHere: (year) => `No application for this procedure since the beginning of ${year}.`,
}
