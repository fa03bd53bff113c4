import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './list.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Results by post',
  lead: 'Paper results that people want by public post.',
  none: 'There is nothing to send.',
  parts: { toPack: 'To be packed', back: 'Coming back', onTheWay: 'On their way', ended: 'Done' },
  dossier: 'Application',
  state: 'State',
  since: 'Since',
}
