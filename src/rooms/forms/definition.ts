import type { Bilingual } from '#platform/i18n/index.ts'
import type { BlockDefinition, OptionDefinition, QuestionDefinition } from './kinds.ts'

/**
 * A form as data. A question is named in camelCase, and that name is what rules (FEEL) and templates say:
 * `when: 'married = true'`. A rule may look only at questions that come before it, so a form can always be walked.
 */
export interface FormDefinition<Q = QuestionDefinition | BlockDefinition> {
  steps: readonly StepDefinition<Q>[]
  /** Long lists of the form's own, named by `options`: occupations, kinds of building. */
  lists?: Readonly<Record<string, readonly OptionDefinition[]>>
  /** What the person first meets: a step a page (the default), or everything on one. They may change it. R-048 */
  pages?: 'steps' | 'one'
}

export interface StepDefinition<Q = QuestionDefinition | BlockDefinition> {
  /** kebab-case: it stands in the address of the page. */
  id: string
  title: Bilingual
  intro?: Bilingual
  when?: string
  questions: readonly Q[]
  /** Rules across questions, looked at when every question of the step is in order by itself. */
  checks?: readonly CheckDefinition[]
}

/** A form whose blocks have been taken apart: what is walked, drawn and kept with a dossier. */
export type PlainForm = FormDefinition<QuestionDefinition>

export interface CheckDefinition {
  /** The question at which the message stands. */
  at: string
  /** Must not be false; null (something not answered) passes. */
  rule: string
  message: Bilingual
}

export type * from './kinds.ts'

/**
 * What was said: a text, a figure, yes or no, several choices, a date as it was typed when it is not a day, or the rows
 * of a table.
 */
export type Answer = Cell | readonly string[] | readonly Row[]

export type Cell = string | number | boolean | TypedDate

/** A row of a table, by column. */
export type Row = Readonly<Record<string, Cell>>

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
