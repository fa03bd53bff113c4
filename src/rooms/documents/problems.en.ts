import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './problems.vi.ts'

export const en: Words<typeof vi> = {
  empty: (name) => `The file “${name}” is empty. Choose a file with something in it.`,
  tooLarge: (name, size, limit) => `The file “${name}” is ${size}; the limit is ${limit}. Take a smaller one.`,
  tooLargeUnknown: (name, limit) => `The file “${name}” is larger than ${limit}. Take a smaller one.`,
  wrongType: (name) => `The file “${name}” is not a PDF, JPG or PNG. Take a photo of the paper and send that.`,
  infected: (name) =>
    `The file “${name}” contains malware, so we did not take it. Photograph the paper with another device, or bring it to the counter.`,
  unreadable: (name) => `The file “${name}” did not arrive whole. Send it again.`,
  scans: {
    clean: 'No virus found',
    'not-scanned': 'Not scanned for viruses',
    failed: 'Waiting to be scanned',
    infected: 'Malware found, cannot be opened',
  },
}
