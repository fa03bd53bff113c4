import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './look-ups.vi.ts'

export const en: Words<typeof vi> = {
  title: 'State records',
  states: {
    held: 'On record',
    'held-other': 'On record, differs from the form',
    differs: 'No match',
    'not-found': 'Not found',
    refused: 'Answer refused',
    unreachable: 'No answer yet',
    'not-asked': 'Not asked yet',
  },
  held: (registry) => `Do not ask for this paper: the ${registry} has the data.`,
  basis: (provision) => `Legal basis: ${provision}; Decree 224/2026, Art. 18(4).`,
  heldOther:
    'Ask the applicant about what differs. If the record is wrong, you may ask for the original; tell them where to have the record corrected.',
  differs: (registry) =>
    `The ${registry} has this number under another name. You may ask for the original; tell the applicant where to have the record corrected.`,
  'not-found': (registry) =>
    `The ${registry} does not have this. You may ask for the original; tell the applicant where to have the record completed.`,
  refused: (registry, problem) =>
    `The ${registry} would not answer: “${problem}”. Tell the administrator, then look again.`,
  unreachable: (registry, when) =>
    `The ${registry} did not answer at ${when}. It is asked again every 15 minutes and the answer will appear here; work on the application can go on.`,
  unreadable: (registry, when) =>
    `The answer of the ${registry} at ${when} could not be read. It is asked again every 15 minutes; work on the application can go on.`,
  stillOld: (when) => `What follows was answered at ${when}.`,
  missing: (keys) => `It cannot be asked yet: the application does not give the ${keys}.`,
  keys: {
    born: 'date of birth',
    idNumber: 'identification number',
    name: 'name',
    code: 'number',
  },
  otherKey: 'details to ask by',
  notConnected: (registry) => `The agency is not connected to the ${registry}.`,
  notYet: 'Nothing has been asked. The system asks when an application is filed.',
  caption: (registry) => `Answer of the ${registry}, beside the form`,
  field: 'Item',
  theirs: 'Record',
  ours: 'Form',
  comparison: 'Compared',
  comparisons: {
    same: 'Same',
    partly: 'Same words, commune given as a code',
    differs: 'Differs',
    'not-stated': 'Not on the form',
  },
  asked: (when, operation) => `Asked at ${when}, operation ${operation}.`,
  byHouse: 'Asked by the system.',
  byOfficer: (name, reason) => `${name} asked: ${reason}`,
  someOfficer: 'An officer',
  number: (id) => `Request number: ${id}`,
  earlier: (count) => (count === 1 ? '1 other question' : `${count} other questions`),
  again: 'Look again',
  first: 'Look now',
  reason: (component) => `Why you look up: ${component}`,
  reasonHint: 'It is kept with your name and the time.',
  reasonMissing: 'Say why before you look.',
}
