import type { vi } from './manage.vi.ts'

export const en: typeof vi = {
  title: 'Administration',
  lead: 'Where the portal is kept in order: what it is connected to, what is sent, how it looks.',
  stuck: (count) => `${count} ${count === '1' ? 'message needs' : 'messages need'} a person`,
  doors: [
    {
      href: '/manage/connections',
      title: 'Connections to the outside',
      text: 'What the agency is connected to, since when, and whether the other side answers. Pause and resume.',
    },
    {
      href: '/manage/intake',
      title: 'Where dossiers are taken in',
      text: "People apply on this portal, at the national portal or in a ministry's system: for the agency and each procedure, from a day on.",
    },
    {
      href: '/manage/search-words',
      title: 'Words people search with',
      text: 'Teach the search what people mean: other words, old names, moments in life. Try it before saving.',
    },
    {
      href: '/manage/exchange',
      title: 'Exchange ledger',
      text: 'Every message: what it waits for, why, what in the log proves it. Send again, or settle with a reason.',
    },
    {
      href: '/manage/exchange/figures',
      title: 'Sync figures',
      text: 'How many messages arrived within 15 minutes and within 1 day, day by day.',
    },
    {
      href: '/manage/channels',
      title: 'Notice channels',
      text: 'What people are told through, whether it arrives, and when Zalo has to be authorised again.',
    },
    {
      href: '/manage/exchange/reconciliation',
      title: 'Reconciliation',
      text: 'What we said beside what the national portal and EMC show: where it differs, why, and what mends it.',
    },
    {
      href: '/manage/funding-plans',
      title: 'Funding plans',
      text: 'The yearly plan of Article 20: draft, appraisal, signature, allocation, execution, publication.',
    },
    {
      href: '/manage/surveys',
      title: 'Surveys',
      text: 'Ask the public in two languages, see what it brought, take the answers away.',
    },
    {
      href: '/manage/online-wishes',
      title: 'Services people would use online',
      text: 'Which are asked for most, and why.',
    },
    {
      href: '/manage/reminders',
      title: 'Rules for reminders',
      text: 'Which result leads to which reminder, when, and on what basis.',
    },
    {
      href: '/manage/components',
      title: 'Components of the pages',
      text: 'Every component in all its states, to see the agency’s colours and type.',
    },
  ],
}
