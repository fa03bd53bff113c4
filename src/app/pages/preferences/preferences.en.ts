import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './preferences.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Text size, colours',
  lead: 'Choose how these pages look so that they are easy to read. This device remembers your choice; you need not sign in.',
  size: 'Text size',
  sizes: { normal: 'Normal', large: 'Large', largest: 'Very large' },
  theme: 'Colours',
  themes: {
    device: { label: 'As my device', hint: 'When your device is dark, so are the pages' },
    light: { label: 'Light', hint: '' },
    dark: { label: 'Dark', hint: 'Easier on the eyes at night' },
    contrast: { label: 'High contrast', hint: 'Black text, heavy lines, no tints' },
  },
  save: 'Use this choice',
  back: 'Go back without changing anything',
  motion: 'Nothing here blinks or moves by itself, so there is no motion to switch off.',
}
