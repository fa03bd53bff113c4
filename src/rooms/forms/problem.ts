import type { FieldError } from '#kernel/errors.ts'
import type { Bilingual, Language, Words } from '#platform/i18n/index.ts'
import type { BlockMark } from './kinds.ts'
import { en } from './problems.en.ts'
import { vi } from './problems.vi.ts'

/** Something the person can repair, in both languages, with the step and the field it stands at. */
export interface FormError {
  step: string
  /** The question, or one box of a date: `issuedOn-year`. */
  field: string
  question: string
  message: Bilingual
  /** Of a table: the row it stands in, from 0. */
  row?: number
}

export type ProblemWords = Words<typeof vi>

/** The label of a question, with what it is about where two on a page have the same: `Họ và tên (Mẹ)`. */
export function spokenLabel({ label, block }: { label: Bilingual; block?: BlockMark }): Bilingual {
  if (!block || block.kind === 'group') return label
  return { vi: `${label.vi} (${block.label.vi})`, en: `${label.en} (${block.label.en})` }
}

/** Says the same thing in both languages. `label` is handed in each language's own words. */
export function both(label: Bilingual, say: (words: ProblemWords, label: string) => string): Bilingual {
  return { vi: say(vi, label.vi), en: say(en, label.en) }
}

/** Errors as the page shows them. */
export function sayErrors(errors: readonly FormError[], language: Language): FieldError[] {
  return errors.map(({ field, message }) => ({ field, message: message[language] }))
}
