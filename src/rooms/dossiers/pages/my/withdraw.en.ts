import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './withdraw.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Withdraw this application?',
  lead: 'We stop working on it and there is no result. To try again you would have to apply anew, and time would be counted from the beginning.',
  papers: 'The papers you sent stay on its page for you to download.',
  reason: 'Why you withdraw it',
  reasonHint: 'You need not say. If you do, we can do better next time.',
  tooLong: (most) => `This is longer than ${most} characters. Make it shorter.`,
  confirm: 'Withdraw application',
  keep: 'Keep it, back to the application',
}
