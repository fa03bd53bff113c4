import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './hand-over.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Hand the work to a colleague',
  back: 'The application',
  what: (step, holder) => `The step “${step}”, held by ${holder}.`,
  whatFree: (step) => `The step “${step}”, taken by nobody yet.`,
  to: 'Hand it to',
  toHint: 'Those who hold the role of this step at the unit today.',
  reason: 'Reason',
  reasonHint:
    'It goes into the log and the control slip, such as “on leave until 30/11”. The applicant does not read it.',
  confirm: 'Hand over the work',
  effect: 'The due date does not change. Whoever gets it finds the application under “For me to do”.',
  cancel: 'Keep it as it is',
  nobody: 'Nobody else at the unit holds the role of this step today.',
  nobodyNow: 'Ask the administrator of the agency to give the role to a colleague, then hand the work over.',
  errors: {
    'nobody-chosen': 'Choose who gets the work.',
    'reason-missing': 'Write why the work is handed over.',
  },
}
