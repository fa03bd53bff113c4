import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './slip.vi.ts'

export const en: Words<typeof vi> = {
  receipt: 'Receipt with the due date',
  supplementRequest: 'Request for what is missing',
  refusal: 'Refusal',
  pdf: 'Download to print, A5 (PDF)',
  back: 'Back to the application',
  queue: 'Back to the queue',
  done: {
    receipt: 'The application is accepted. The applicant is told at once.',
    supplementRequest: 'The request has been sent. The applicant is told at once.',
    refusal: 'The application is refused. The applicant is told, with reason and basis.',
  },
  legal: 'Slips are official papers: the Vietnamese text is the legal one.',
}
