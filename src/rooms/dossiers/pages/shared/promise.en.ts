import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './promise.vi.ts'

export const en: Words<typeof vi> = {
  first: (when) => `Date first promised: ${when}.`,
  restarted: (when) =>
    `The missing parts came at ${when}, and the limit counts anew from then (Decree 61/2018, Article 19.4).`,
}
