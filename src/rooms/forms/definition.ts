import type { Bilingual } from '#platform/i18n/index.ts'

/**
 * A form as data. A question is named in camelCase, and that name is what rules (FEEL) and templates say:
 * `when: 'married = true'`. A rule may look only at questions that come before it, so a form can always be walked.
 */
export interface FormDefinition {
  steps: readonly StepDefinition[]
}

export interface StepDefinition {
  /** kebab-case: it stands in the address of the page. */
  id: string
  title: Bilingual
  intro?: Bilingual
  when?: string
  questions: readonly QuestionDefinition[]
  /** Rules across questions, looked at when every question of the step is in order by itself. */
  checks?: readonly CheckDefinition[]
}

export interface CheckDefinition {
  /** The question at which the message stands. */
  at: string
  /** Must not be false; null (something not answered) passes. */
  rule: string
  message: Bilingual
}

export type QuestionDefinition =
  | TextQuestion
  | LongTextQuestion
  | DateQuestion
  | NumberQuestion
  | MoneyQuestion
  | ChoiceQuestion
  | CheckboxesQuestion
  | YesNoQuestion
  | FileQuestion
  | NoteQuestion

export type QuestionKind = QuestionDefinition['kind']

interface Asked {
  id: string
  label: Bilingual
  hint?: Bilingual
  when?: string
  /** Default true. A rule makes it depend on earlier answers. */
  required?: boolean | string
  /** What to say when it is empty; without it, a sentence is made from the label. */
  missing?: Bilingual
  /** Where this stands on the person's paper, said in the aside. */
  where?: Bilingual
  prefill?: Prefill
}

/** `fact`: what the profile is asked for, e.g. `person.name`. `locked`: the state's own data; the person reports it wrong rather than edits it. */
export interface Prefill {
  fact: string
  locked?: boolean
}

export interface TextQuestion extends Asked {
  kind: 'text'
  format?: TextFormat
  maxLength?: number
  width?: 'short' | 'medium' | 'full'
}

/** The closed list of formats. Nobody writes a pattern: a pattern can hold the process. */
export type TextFormat =
  | 'name'
  | 'identity-number'
  | 'old-identity-number'
  | 'phone'
  | 'email'
  | 'passport'
  | 'tax-code'

export interface LongTextQuestion extends Asked {
  kind: 'long-text'
  maxLength?: number
}

export interface DateQuestion extends Asked {
  kind: 'date'
  /** `past` and `future` leave today out; `not-future` and `not-past` let it in. */
  limit?: 'past' | 'not-future' | 'future' | 'not-past'
  /** The earliest day that makes sense; default 1900-01-01. */
  earliest?: string
}

export interface NumberQuestion extends Asked {
  kind: 'number'
  min?: number
  max?: number
  unit?: Bilingual
}

export interface MoneyQuestion extends Asked {
  kind: 'money'
  min?: number
  max?: number
}

export interface OptionDefinition {
  value: string
  label: Bilingual
  hint?: Bilingual
}

export interface ChoiceQuestion extends Asked {
  kind: 'radios' | 'select'
  /** Written out, or the name of a list the agency keeps. */
  options: readonly OptionDefinition[] | ListName
}

/** `communes`: the agency's communes, by unit code. `provinces`: the 34 provinces, by national code. */
export type ListName = 'communes' | 'provinces'

export interface CheckboxesQuestion extends Asked {
  kind: 'checkboxes'
  options: readonly OptionDefinition[]
}

export interface YesNoQuestion extends Asked {
  kind: 'yes-no'
}

export interface FileQuestion extends Asked {
  kind: 'file'
  /** Which required document of the service the files are. */
  document: string
  maxFiles?: number
}

/** Something to read; nothing to answer. */
export interface NoteQuestion {
  kind: 'note'
  id: string
  label: Bilingual
  text: Bilingual
  when?: string
}

/** What was said: a text, a figure, yes or no, several choices, or a date as it was typed when it is not a day. */
export type Answer = string | number | boolean | readonly string[] | TypedDate

export interface TypedDate {
  day: string
  month: string
  year: string
}

/**
 * Keyed by question. What could not be understood is kept as it was typed, so that nothing is lost and it can be shown
 * again. `{question}--wrong` is what the person says is wrong about a locked answer.
 */
export type Answers = Readonly<Record<string, Answer>>

/** Question of kind `file` → ids of documents. */
export type Documents = Readonly<Record<string, readonly string[]>>

export interface Filled {
  answers: Answers
  documents: Documents
}
