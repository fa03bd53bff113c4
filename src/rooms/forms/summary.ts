import type { LocalDate, LocalDateTime } from '#kernel/local-date.ts'
import { groupDigits } from '#kernel/money.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import { dayIn, isEmpty, rawText } from './answer.ts'
import type { Answer, Filled, QuestionDefinition } from './definition.ts'
import type { Form } from './form.ts'
import { type Asked, walk } from './journey.ts'
import { optionsOf } from './options.ts'
import type { FormContext } from './profile.ts'

/** Answers as people read them: for checking before submission, for print, for the officer. */
export interface SummaryGroup {
  step: string
  title: string
  rows: readonly SummaryRow[]
}

export interface SummaryRow {
  question: string
  step: string
  label: string
  /** Empty when an optional question was left out. */
  value: string
  /** Files of the row, by document id. */
  documents: readonly string[]
  /** Where the value came from, when nobody typed it. */
  source?: { name: string; at?: LocalDateTime }
  /** The state's own data: offer “Báo sai”, not “Sửa”. */
  locked: boolean
  report?: string
}

/** Rows of everything asked, by step. */
export function summary(form: Form, filled: Filled, { context, language }: SummaryOf): SummaryGroup[] {
  return walk(form, filled, context).steps.map(({ id, definition, asked }) => ({
    step: id,
    title: definition.title[language],
    rows: asked.filter((one) => one.definition.kind !== 'note').map((one) => rowOf(one, id, { context, language })),
  }))
}

export interface SummaryOf {
  context: FormContext
  language: Language
}

function rowOf(asked: Asked, step: string, { context, language }: SummaryOf): SummaryRow {
  const { id, definition, answer, fact, documents, locked, report } = asked
  const same = fact !== undefined && JSON.stringify(fact.value) === JSON.stringify(answer)
  return {
    question: id,
    step,
    label: definition.label[language],
    value: sayAnswer(definition, answer, { context, language }),
    documents,
    locked,
    ...(same ? { source: { name: fact.source[language], ...(fact.at ? { at: fact.at } : {}) } } : {}),
    ...(report ? { report } : {}),
  }
}

const YES: Bilingual = { vi: 'Có', en: 'Yes' }
const NO: Bilingual = { vi: 'Không', en: 'No' }

/** One answer in words: `12/03/1998`, `8.000 đồng`, `Có`, the label of a choice. */
export function sayAnswer(definition: QuestionDefinition, answer: Answer | undefined, of: SummaryOf): string {
  const { context, language } = of
  if (answer === undefined || isEmpty(answer)) return ''
  switch (definition.kind) {
    case 'date':
      return sayDate(answer)
    case 'money':
      return typeof answer === 'number' ? `${groupDigits(answer)} đồng` : rawText(answer)
    case 'number':
      return `${rawText(answer)}${definition.unit ? ` ${definition.unit[language]}` : ''}`
    case 'yes-no':
      return (answer === true ? YES : NO)[language]
    case 'text':
      return definition.format === 'phone' ? sayPhone(rawText(answer)) : rawText(answer)
    case 'radios':
    case 'select':
    case 'checkboxes':
      return sayChoice(definition, answer, { context, language })
    default:
      return rawText(answer)
  }
}

function sayChoice(definition: QuestionDefinition, answer: Answer, { context, language }: SummaryOf): string {
  const labels = new Map(optionsOf(definition, context).map((option) => [option.value, option.label[language]]))
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [rawText(answer)]
  return chosen.map((value) => labels.get(value) ?? value).join(', ')
}

/** `0900 000 012`, as people read a number aloud. */
function sayPhone(phone: string): string {
  return phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
}

function sayDate(answer: Answer): string {
  const day = dayIn(answer)
  return day ? sayDay(day) : rawText(answer)
}

export function sayDay(day: LocalDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
