import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './code.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Rating code',
  back: 'Back to the application',
  lead: 'Turn the screen or print this page for the person. They scan it with their own telephone and rate, without signing in.',
  scan: 'Quét mã để nói bạn có hài lòng không',
  scanEnglish: 'Scan to say whether you are satisfied',
  alt: (address) => `QR code that opens the rating page: ${address}`,
  early: 'There is no result yet, so there is nothing to rate. Show this code when the result is handed over.',
  note: 'This page does not tell whether the application has been rated.',
}
