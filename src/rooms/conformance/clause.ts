import type { LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { CheckName, Standing } from './finding.ts'

export type LawId = 'decree-42-2022' | 'decree-224-2026' | 'circular-11-2025'

/** One duty of a law, with the days it is in force and what proves that it is kept. */
export interface Clause {
  id: string
  law: LawId
  article: Bilingual
  /** What it asks, in a sentence. */
  says: Bilingual
  from: LocalDate
  /** The first day on which it is no longer in force. */
  to?: LocalDate
  /** The article that asks it now. */
  successor?: Bilingual
  proof: Proof
}

/** A check that looks every day; or, while nothing can look, what is missing in plain words: never a pass. */
export type Proof = { check: CheckName; does: Bilingual } | { standing: Exclude<Standing, 'met'>; gap: Bilingual }
