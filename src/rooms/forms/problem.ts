import type { FieldError } from '#kernel/errors.ts'
import type { Bilingual, Language, Words } from '#platform/i18n/index.ts'
import { en } from './problems.en.ts'
import { vi } from './problems.vi.ts'

/** Something the person can repair, in both languages, with the step and the field it stands at. */
export interface FormError {
  step: string
  /** The question, or one box of a date: `issuedOn-year`. */
  field: string
  question: string
  message: Bilingual
}

export type ProblemWords = Words<typeof vi>

/** Says the same thing in both languages. `label` is handed in each language's own words. */
export function both(label: Bilingual, say: (words: ProblemWords, label: string) => string): Bilingual {
  return { vi: say(vi, label.vi), en: say(en, label.en) }
}

/** Errors as the page shows them. */
export function sayErrors(errors: readonly FormError[], language: Language): FieldError[] {
  return errors.map(({ field, message }) => ({ field, message: message[language] }))
}
