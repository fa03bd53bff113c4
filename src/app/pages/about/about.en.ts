import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './about.vi.ts'

export const en: Words<typeof vi> = {
  home: 'Home',
  title: 'About us',
  description: 'Whose portal this is, what it does, and who is responsible.',
  lead: 'Một cửa means “one door”: you hand your application in at one place and get the result back at that place. This portal is that door, online.',
  sections: [
    {
      id: 'do',
      title: 'What you can do here',
      paragraphs: [],
      points: [
        'find a service in everyday words, with or without Vietnamese marks',
        'apply, add papers, and receive the result with a digital signature',
        'see where your application is and why it is due on that day, without signing in',
        'check whether a paper issued by the agency is genuine',
      ],
    },
    {
      id: 'same',
      title: 'Every way of applying is equal',
      paragraphs: [
        'Applications sent online, at the counter, by post or through the National Public Service Portal stand in one queue and have the same time limit. The people who handle them do not see how they arrived.',
      ],
    },
    {
      id: 'languages',
      title: 'Languages',
      paragraphs: [
        'The portal speaks Vietnamese and English, each under its own host name, with the same page addresses. Where they differ, the Vietnamese text is the legal one.',
      ],
    },
    {
      id: 'label',
      title: 'Digital platform label',
      paragraphs: [
        'Software: Một Cửa, open source, Apache 2.0 licence. The agency publishes its platform identifier and type here once a label is granted; none has been granted to this installation yet.',
      ],
    },
  ],
  facts: {
    agency: 'Agency',
    code: 'Agency code',
    unit: 'Unit in charge',
    person: 'Person responsible',
    address: 'Address',
    phone: 'Telephone',
    email: 'Email',
    vi: 'In Vietnamese',
    en: 'In English',
  },
}
