import type { LocalDateTime } from '#kernel/local-date.ts'
import type { Language } from '#platform/i18n/index.ts'

/** What a person is told about. One template, in two languages, for each. */
export type Occasion =
  | 'submitted'
  | 'received'
  | 'supplement-requested'
  | 'supplied'
  | 'refused'
  | 'due-moved'
  | 'withdrawn'
  | 'result-ready'
  | 'returned'
  | 'posted'
  | 'post-returned'
  | 'reminder'

/**
 * The six facts every notice of a change carries: agency, receiving officer, handling officer, time of reception,
 * processing time, time of return. A fact that is not known yet is left out of the text, never invented.
 * @see Decree 224/2026, Art. 15.1 g
 */
export interface SixFacts {
  agency: string
  receivingOfficer?: string | undefined
  handlingOfficer?: string | undefined
  receivedAt?: LocalDateTime | undefined
  /** As the procedure states it: `3 ngày làm việc`. */
  processingTime?: string | undefined
  returnAt?: LocalDateTime | undefined
}

export interface NoticeRequest {
  agencyId: number
  /** One notice per key: a happening told twice makes one notice. */
  key: string
  personId: string
  email?: string | undefined
  language: Language
  occasion: Occasion
  /** Dossier code, or the temporary one before reception. */
  ref: string
  procedure: string
  /** The dossier's own page; signing in is needed there. */
  url: string
  facts: SixFacts
  /** The officer's words: why, or what is missing. Never an answer of the form. */
  reasons?: readonly string[] | undefined
  /** What else can be done, each at an address of its own: to rate, to have no more reminders. */
  links?: readonly NoticeLink[] | undefined
}

export interface NoticeLink {
  says: string
  url: string
}

export interface NoticeText {
  subject: string
  body: string
}

/** What is known of the six facts, as lines under one another. */
export function factLines(
  facts: SixFacts,
  labels: Record<keyof SixFacts, string>,
  show: (moment: LocalDateTime) => string,
): string[] {
  const values: [keyof SixFacts, string | undefined][] = [
    ['agency', facts.agency],
    ['receivingOfficer', facts.receivingOfficer],
    ['handlingOfficer', facts.handlingOfficer],
    ['receivedAt', facts.receivedAt && show(facts.receivedAt)],
    ['processingTime', facts.processingTime],
    ['returnAt', facts.returnAt && show(facts.returnAt)],
  ]
  return values.flatMap(([name, value]) => (value ? [`${labels[name]}: ${value}`] : []))
}
