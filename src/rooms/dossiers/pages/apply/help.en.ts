import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './help.vi.ts'

export const en: Words<typeof vi> = {
  help: 'Do you need help?',
  call: 'Call',
  callAfter: 'and say the name of this service',
  counter: 'Bring your papers to a one-stop desk; an officer will fill this in with you',
  saved: 'Each time you “Save and continue” we keep what you have answered. You can come back on another device.',
}
