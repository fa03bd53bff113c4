import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './mine.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Results sent by post',
  back: 'My page',
  lead: 'Where your paper results are, as the carrier tells us.',
  none: 'None of your results is on its way by post.',
  result: 'Result of application',
  cameBack:
    'The postman could not hand it over and the result is back at the agency. We will call you, or you can fetch it at the counter.',
}
