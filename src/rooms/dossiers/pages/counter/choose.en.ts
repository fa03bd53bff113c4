import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './choose.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Take in at the counter',
  queue: 'Queue',
  lead: 'Choose the service, write down who applies, then fill in the same form as online.',
  open: 'Being filled in at this desk',
  owner: 'Applicant',
  procedure: 'Service',
  saved: 'Saved at',
  left: 'The desk has stopped. The person can go on at home with VNeID, or at any desk; what was filled in is kept.',
  choose: 'Choose the service',
  search: 'Name or code of the service',
  searchHint: 'With or without marks, for example: hon nhan.',
  find: 'Search',
  found: (count) => (count === 1 ? '1 service taken in at the counter' : `${count} services taken in at the counter`),
  none: 'No such service is taken in at this agency’s desks. Type fewer words, or look in the catalogue.',
  catalogue: 'The catalogue',
  code: 'Code',
  limit: 'Decided within',
  sameDay: 'The same day',
  resume: 'The person has the code of a draft',
  resumeCode: 'Code of the draft',
  resumeHint: '8 letters and digits, beside the page they are filling in online.',
  resumeButton: 'Go on',
  badCode: 'A code has 8 letters and digits, such as K7QF 2M9D. Check it.',
  noSuchDraft:
    'No draft at this agency has this code. It may have been filed; find it by procedure and identity number.',
}
