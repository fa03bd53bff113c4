import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './scale.vi.ts'

export const en: Words<typeof vi> = {
  '5': 'Very satisfied',
  '4': 'Satisfied',
  '3': 'Neither',
  '2': 'Dissatisfied',
  '1': 'Very dissatisfied',
}
