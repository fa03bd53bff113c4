import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './received.vi.ts'

export const en: Words<typeof vi> = {
  title: 'Filed and received',
  code: 'Application code',
  due: (moment) => `Due ${moment}.`,
  goes: (unit) => `Decided by: ${unit}.`,
  told: 'The applicant is told at once, and finds it on their page after signing in with VNeID under this identification number.',
  sameDay: 'Settled the same day: no receipt need be given unless the applicant asks. The register has it.',
  print: 'Print the receipt with the due date',
  next: 'Take in the next one',
  open: 'Open the application',
  counter: 'At the counter',
}
