import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './track.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Track an application',
  home: 'Home',
  lead: 'See where an application is and when the result is due. No sign-in needed.',
  label: 'Code on your receipt',
  hint: 'At the corner of the receipt, for example H99.12-261119-0007; or a temporary code such as TN-261123-004217.',
  search: 'Track',
  another: 'Track another code',
  unreadable: (typed) => `“${typed}” does not look like a code. Check it against your receipt or the message we sent.`,
  empty: 'Enter the code on your receipt.',
  unknown: (code) => `We found no application with the code ${code} on this portal. Check each digit, or call 1022.`,
  heading: (code) => `Application ${code}`,
  where: 'Where your application is',
  seeMore: 'See more',
  seeMoreWhy:
    'Anyone with the code can open this page, so it shows only the stage and the dates. Sign in to see the service, papers, messages and the office that has it.',
  signIn: 'Sign in with VNeID',
  yours: 'This application is yours',
  yoursWhy: 'You can see papers, messages and the office that has it.',
  open: 'Open my application',
  other: 'Other things to do',
  withdraw: 'Withdraw this application',
  rate: 'Rate how it was handled',
  needsSignIn: ' (sign in first)',
  print: 'Print this page',
  deciding: 'the deciding office',
  ask: 'Ask about this application: call',
  aside: 'What you can do',
}
