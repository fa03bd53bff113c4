import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './sitemap.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Site map',
  description: 'Every public page and every field of procedures on this portal.',
  pages: 'Pages',
  fields: 'Procedures by field',
  names: {
    home: 'Home',
    procedures: 'Find a service',
    legalTexts: 'Legal texts',
    questions: 'Questions and answers',
    petitions: 'Petitions',
    track: 'Track an application',
    verify: 'Check a result or a slip',
    my: 'My page',
    statistics: 'Figures: how we are doing',
    satisfaction: 'What people say',
    surveys: 'Surveys',
    funding: 'What online services cost',
    openData: 'Open data',
    api: 'Programming interface (API)',
    conformance: 'What the law asks',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
    help: 'Guides and help',
    about: 'About us',
  },
}
