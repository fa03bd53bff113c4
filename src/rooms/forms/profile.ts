import type { LocalDate, LocalDateTime } from '#kernel/local-date.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import type { Answer, ListName } from './definition.ts'

/** One thing known about the person, with where it comes from. */
export interface Fact {
  value: Answer
  source: Bilingual
  at?: LocalDateTime
  /** False when the source is not the state's own data, so that the person may simply change it. */
  authoritative: boolean
}

/**
 * What is known before anything is asked, by path: `person.name`, `person.bornOn`, `person.sex`,
 * `person.identityNumber`, `person.ethnicity`, `person.nationality`, `person.residence`, `person.residenceCommune`,
 * `person.phone`, `person.email`, `organisation.name`, `organisation.code`.
 */
export type Profile = Readonly<Record<string, Fact>>

export interface Option {
  value: string
  label: Record<Language, string>
  hint?: Record<Language, string>
  within?: string
  /** Other names it is found by: what a commune was called before. */
  also?: readonly string[]
}

/** What a form is walked with besides the answers. Nothing else decides what is asked. */
export interface FormContext {
  today: LocalDate
  profile?: Profile
  lists?: Readonly<Record<ListName, readonly Option[]>>
  applicant?: Applicant
}

export interface Applicant {
  kind: 'person' | 'organisation'
}
