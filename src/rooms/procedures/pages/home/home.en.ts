import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './home.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Home',
  description: (agency: string) =>
    `Find and use the public services of ${agency}: papers, time limits, fees, applying and tracking.`,
  question: 'What do you need to do?',
  lead: 'Type what you need in everyday Vietnamese. Marks are not needed.',
  search: 'Find a service',
  find: 'Search',
  examples: 'For example:',
  tasks: 'Common tasks',
  track: 'Where is my application?',
  trackText: 'Type the code on your receipt; no need to sign in',
  mine: 'What is waiting for me',
  mineText: 'Add papers, pay, collect results',
  help: 'Get help from a person',
  helpText: (hotline: string) => `Call ${hotline} or come to the counter: every way in is treated alike`,
  life: 'Moments in life',
  here: 'You can apply here for',
  nothingHere: 'The agency has opened no service for application here yet. You can still look up every procedure.',
  all: 'All procedures',
  browse: 'Browse by audience and field',
  audience: 'For',
  fields: 'Fields of daily life',
  allFields: 'Every field',
}
