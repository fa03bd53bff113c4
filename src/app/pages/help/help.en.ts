import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './help.vi.ts'

export const en: Words<typeof vi> = {
  home: 'Home',
  title: 'Help',
  description: 'How to find a service, apply, add papers, track and check a result; who can help you.',
  lead: 'There is somebody to help with everything. Call, or come to the counter, and go on from where you stopped.',
  sections: [
    {
      id: 'find',
      title: 'Find a service',
      paragraphs: [
        'Type what you need in everyday words; Vietnamese without marks is understood too. Each service says four things first: how long, how much, who decides, what to prepare.',
      ],
    },
    {
      id: 'apply',
      title: 'Apply',
      paragraphs: [],
      points: [
        'Sign in with VNeID. This portal has no passwords of its own.',
        'Answer page by page. “Save and continue” keeps what you typed; you can rest and come back.',
        'We do not ask for papers the state already holds. Those you must send can be photographed with a phone.',
        'Check, declare, send. You get a code at once.',
      ],
    },
    {
      id: 'supplement',
      title: 'When something is missing',
      paragraphs: [
        'An officer names every point to correct, once. You correct those points only. While we wait for you, the time limit stands still.',
      ],
    },
    {
      id: 'track',
      title: 'Where is my application?',
      paragraphs: [
        'Enter the code from your slip under Track; you need not sign in. Signed in, you also see papers and messages. The page always says why it is due on that day and which days were counted.',
      ],
    },
    {
      id: 'verify',
      title: 'Check a paper',
      paragraphs: [
        'Scan the QR code on the paper, or send the PDF file on the checking page. You learn at once who signed it, when, and whether it was changed.',
      ],
    },
    {
      id: 'problem',
      title: 'When a page shows a fault',
      paragraphs: [
        'It has a short code, such as K7-204-MX. Call us and read it out; we can see at once what happened.',
      ],
    },
  ],
  people: 'People who help',
  hotline: '24 hours a day',
  office: 'in office hours',
  links: 'Straight to',
  track: 'Track an application',
  procedures: 'Find a service',
  questions: 'Questions and answers',
  petitions: 'Petitions',
  verify: 'Check a paper',
  accessibility: 'Hard to read or to press?',
}
