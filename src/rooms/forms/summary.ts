import type { LocalDate, LocalDateTime } from '#kernel/local-date.ts'
import { groupDigits } from '#kernel/money.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import { cellOf, choicesIn, dayIn, isEmpty, partialIn, rawText, rowsIn } from './answer.ts'
import type { Answer, Filled, QuestionDefinition, TableQuestion } from './definition.ts'
import type { Form } from './form.ts'
import { moneyInWords } from './in-words.ts'
import { type Asked, type Visit, walk } from './journey.ts'
import { sayNumber } from './numbers.ts'
import { listOf, optionWith } from './options.ts'
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
  /** Sensitive, and shown only by its end: whoever wrote it sees it where it is asked. */
  masked?: boolean
  /** Of a table, as people read it. */
  table?: { heads: readonly string[]; rows: readonly (readonly string[])[]; more: number }
  /** The state's own data: offer “Báo sai”, not “Sửa”. */
  locked: boolean
  report?: string
}

/** Rows of everything asked, by step. Sensitive answers are masked unless the officer who decides looks at them. */
export function summary(form: Form, filled: Filled, of: SummaryOf): SummaryGroup[] {
  return walk(form, filled, of.context).steps.map((visit) => ({
    step: visit.id,
    title: visit.definition.title[of.language],
    rows: rowsOf(visit, of),
  }))
}

export interface SummaryOf {
  context: FormContext
  language: Language
  /** Everything as it was said, the sensitive too: for those who decide, and for the paper. */
  unmasked?: boolean
  /** How many rows of a table are said. */
  most?: number
}

const MOST_SAID = 50

function rowsOf({ id: step, asked }: Visit, of: SummaryOf): SummaryRow[] {
  const rows: SummaryRow[] = []
  const addresses = new Map<string, Asked[]>()
  for (const one of asked) {
    const { definition } = one
    if (definition.kind === 'note') continue
    const address = definition.block?.kind === 'address' && !isOld(definition) ? definition.block : undefined
    if (!address) rows.push(rowOf(one, step, of))
    else if (addresses.has(address.id)) addresses.get(address.id)?.push(one)
    else {
      addresses.set(address.id, [one])
      // Its place is kept; the parts that follow are said with it.
      rows.push({ ...rowOf(one, step, of), label: address.label[of.language] })
    }
  }
  return rows.map((row) => {
    const parts = [...addresses.values()].find(([first]) => first?.id === row.question)
    return parts ? { ...row, value: sayParts(parts, of) } : row
  })
}

/** The older paper's words are another thing than the address of today. */
function isOld({ id, block }: QuestionDefinition): boolean {
  return id === `${block?.id}Old`
}

/** From the house to the province, as an envelope has it. */
function sayParts(parts: readonly Asked[], of: SummaryOf): string {
  const said = parts.map(({ definition, answer }) => sayAnswer(definition, answer, of)).filter((text) => text !== '')
  return said.toReversed().join(', ')
}

function rowOf(asked: Asked, step: string, of: SummaryOf): SummaryRow {
  const { id, definition, answer, fact, documents, locked, report } = asked
  const { language } = of
  const same = fact !== undefined && JSON.stringify(fact.value) === JSON.stringify(answer)
  const value = sayAnswer(definition, answer, of)
  const masked = definition.kind !== 'note' && definition.sensitive === true && !of.unmasked && value !== ''
  return {
    question: id,
    step,
    label: summaryLabel(definition)[language],
    value: masked ? mask(value) : value,
    documents,
    locked,
    ...(masked ? { masked } : {}),
    ...(definition.kind === 'table' && !masked ? { table: sayTable(definition, answer, of) } : {}),
    ...(same ? { source: { name: fact.source[language], ...(fact.at ? { at: fact.at } : {}) } } : {}),
    ...(report ? { report } : {}),
  }
}

/** Where two blocks ask the same, the block is said first: `Mẹ: họ và tên`. */
function summaryLabel({ label, block }: QuestionDefinition): Bilingual {
  if (!block || block.kind === 'group') return label
  const within = (of: string, text: string) => `${of}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`
  return { vi: within(block.label.vi, label.vi), en: within(block.label.en, label.en) }
}

/** The last three signs of a long answer, none of a short one. */
function mask(value: string): string {
  return value.length > 6 && !/\s/.test(value) ? `•••••• ${value.slice(-3)}` : '••••••'
}

function sayTable({ columns }: TableQuestion, answer: Answer | undefined, of: SummaryOf) {
  const { language, most = MOST_SAID } = of
  const rows = rowsIn(answer)
  return {
    heads: columns.map(({ label }) => label[language]),
    rows: rows.slice(0, most).map((row) => columns.map((column) => sayAnswer(column, cellOf(row, column.id), of))),
    more: Math.max(rows.length - most, 0),
  }
}

const YES: Bilingual = { vi: 'Có', en: 'Yes' }
const NO: Bilingual = { vi: 'Không', en: 'No' }

/** One answer in words: `12/03/1998`, `8.000 đồng`, `Có`, the label of a choice. */
export function sayAnswer(definition: QuestionDefinition, answer: Answer | undefined, of: SummaryOf): string {
  const { language } = of
  if (answer === undefined || isEmpty(answer)) return ''
  switch (definition.kind) {
    case 'date':
    case 'partial-date':
      return sayDate(answer)
    case 'money':
      return sayMoney(answer, definition.inWords === true, language)
    case 'number':
      return sayFigure(answer, definition.unit, language)
    case 'calculated':
      return sayCalculated(definition, answer, language)
    case 'yes-no':
      return typeof answer === 'boolean' ? (answer ? YES : NO)[language] : rawText(answer)
    case 'declaration':
      return definition.text[language]
    case 'table':
      return sayRows(definition, answer, of)
    case 'text':
      return definition.format === 'phone' ? sayPhone(rawText(answer)) : rawText(answer)
    case 'radios':
    case 'select':
    case 'checkboxes':
      return sayChoice(definition, answer, of)
    default:
      return rawText(answer)
  }
}

function sayFigure(answer: Answer, unit: Bilingual | undefined, language: Language): string {
  const figure = typeof answer === 'number' ? sayNumber(answer) : rawText(answer)
  return unit ? `${figure} ${unit[language]}` : figure
}

function sayMoney(answer: Answer, inWords: boolean, language: Language): string {
  if (typeof answer !== 'number') return rawText(answer)
  const figure = `${groupDigits(answer)} đồng`
  return inWords ? `${figure} (${moneyInWords(answer, language)})` : figure
}

type Calculated = Extract<QuestionDefinition, { kind: 'calculated' }>

function sayCalculated({ as, unit }: Calculated, answer: Answer, language: Language): string {
  if (as === 'money') return sayMoney(answer, false, language)
  if (as === 'date') return sayDate(answer)
  return as === 'number' ? sayFigure(answer, unit, language) : rawText(answer)
}

/** `1. Nguyễn Văn Mẫu, 12/03/1998; 2. …`: where a table has to be one text. */
function sayRows({ columns }: TableQuestion, answer: Answer, of: SummaryOf): string {
  const rows = rowsIn(answer).map((row) =>
    columns
      .map((column) => sayAnswer(column, cellOf(row, column.id), of))
      .filter((text) => text !== '')
      .join(', '),
  )
  return rows.map((row, index) => `${index + 1}. ${row}`).join('; ')
}

type Choice = Extract<QuestionDefinition, { kind: 'radios' | 'select' | 'checkboxes' }>

function sayChoice(definition: Choice, answer: Answer, { context, language }: SummaryOf): string {
  const list = listOf(definition, context)
  const chosen = Array.isArray(answer) ? choicesIn(answer) : [rawText(answer)]
  return chosen.map((value) => optionWith(list, value)?.label[language] ?? value).join(', ')
}

/** `0900 000 012`, as people read a number aloud. */
function sayPhone(phone: string): string {
  return phone.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
}

/** `12/03/1998`; `03/1998` and `1998` where no more is known. */
function sayDate(answer: Answer): string {
  const partial = dayIn(answer) ?? partialIn(answer)
  return partial ? partial.split('-').reverse().join('/') : rawText(answer)
}

export function sayDay(day: LocalDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}
