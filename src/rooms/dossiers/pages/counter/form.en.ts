import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './form.vi.ts'

export const en: Words<typeof vi> = {
  who: 'The applicant',
  number: 'Identification number',
  identified: { card: 'Identity card compared', vneid: 'VNeID compared', other: 'Identity paper compared' },
  person: 'See or correct the applicant',
  fill: 'Read the questions out, or copy from the paper they brought. Each page is saved when you go on.',
  leave: 'The applicant wants to finish at home',
  leaveText:
    'What was filled in is kept. They sign in with VNeID to go on, or go to any desk; this desk can no longer see it.',
  stop: 'Stop here',
}
