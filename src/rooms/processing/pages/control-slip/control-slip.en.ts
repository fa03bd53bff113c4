import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './control-slip.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Processing control slip',
  back: 'The application',
  pdf: 'Download the A5 print (PDF)',
  source:
    'Made from the log of the application: nobody writes it by hand and nobody can change it. It is an official paper, so its words are Vietnamese.',
}
