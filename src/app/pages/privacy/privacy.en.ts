import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './privacy.vi.ts'

export const en: Words<typeof vi> = {
  home: 'Home',
  title: 'Privacy',
  description: 'What this portal keeps about you, what for, who can see it and what your rights are.',
  lead: 'We ask only what is needed to settle your application, and we record each time somebody opens it. The Vietnamese text is the legal one.',
  sections: [
    {
      id: 'what',
      title: 'What we keep',
      paragraphs: [],
      points: [
        'When you only look: nothing about you. The text size and colours you choose stay on your device.',
        'When you sign in: your name, personal number, date of birth and level of assurance, sent by the national electronic identity system once you agree. Your password never passes through this portal.',
        'When you apply: what you declare, the papers you send, and what you and the officers write to each other.',
      ],
    },
    {
      id: 'why',
      title: 'What for, and under which law',
      paragraphs: [
        'To settle the procedure you ask for, under the Law on Personal Data Protection 91/2025/QH15, Decree 356/2025/NĐ-CP and the law of each procedure. We sell nothing, show no advertising and use no third-party trackers.',
      ],
    },
    {
      id: 'who',
      title: 'Who can see it',
      paragraphs: [
        'The officers in charge, the person who signs, and co-operating agencies for their own part. Tracking without signing in shows stages and dates only, never names.',
      ],
    },
    {
      id: 'cookies',
      title: 'Cookies',
      paragraphs: ['There are four kinds, all set by this portal; none follows you to other sites:'],
      points: [
        'your session: it ends after 30 minutes without use, or when you sign out',
        'a safety key for forms: so that nobody can send one in your name',
        'text size: one year',
        'colours: one year',
      ],
    },
    {
      id: 'rights',
      title: 'Your rights',
      paragraphs: [
        'You may know, see and correct your data, withdraw consent, ask for erasure or restriction, and complain. When data from a national database is wrong, report it where it is shown. Applications with a result are kept under the Law on Archives and cannot be erased before their term.',
      ],
    },
  ],
  ask: 'Requests about your data',
  askText: 'We acknowledge within 2 working days. Give your name and say what you would like.',
}
