import { isLocalDate } from '#kernel/local-date.ts'
import { nfc } from '#kernel/vietnamese.ts'
import { partialIn } from './answer.ts'
import type { Answer, QuestionDefinition } from './definition.ts'
import { FORMATS } from './formats.ts'
import { readNumber } from './numbers.ts'

/** A urlencoded body as the server reads it. */
export type PostedBody = Readonly<Record<string, unknown>>

const LONGEST_POSTED = 20_000

/** One posted text, without the blanks around it; the last, when a name was posted twice. */
export function readText(body: PostedBody, key: string, most = LONGEST_POSTED): string {
  const value = Object.hasOwn(body, key) ? body[key] : undefined
  const first = Array.isArray(value) ? value.at(-1) : value
  if (typeof first !== 'string') return ''
  return tidy(first).trim().slice(0, most)
}

/** In NFC, with one kind of line end. PostgreSQL keeps no NUL, and no keyboard types one. */
function tidy(text: string): string {
  return nfc(text.replace(/\r\n?/g, '\n').replaceAll('\0', ''))
}

export function readMany(body: PostedBody, key: string): string[] {
  const value = Object.hasOwn(body, key) ? body[key] : undefined
  const all = Array.isArray(value) ? value : [value]
  const texts = all.flatMap((one) => (typeof one === 'string' ? tidy(one) : []))
  return [...new Set(texts.filter((one) => one !== ''))].slice(0, 100)
}

/** The answer of one question, posted under `field`; undefined when nothing was said. */
export function readAnswer(
  definition: QuestionDefinition,
  body: PostedBody,
  field = definition.id,
): Answer | undefined {
  const { kind } = definition
  if (kind === 'date') return readDate(field, body)
  if (kind === 'partial-date') return readPartial(field, body)
  if (kind === 'checkboxes') {
    const chosen = readMany(body, field)
    return chosen.length > 0 ? chosen : undefined
  }
  const text = readText(body, field)
  return text === '' ? undefined : answerIn(definition, text)
}

/** What a text means to a question: typed in its field, or standing in a cell that was pasted. */
export function answerIn(definition: QuestionDefinition, text: string): Answer | undefined {
  switch (definition.kind) {
    case 'number':
      return readNumber(text, definition.decimals) ?? text
    case 'money':
      return readNumber(text) ?? text
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined
    case 'declaration':
      return text === 'yes' ? true : undefined
    case 'text':
      return definition.format ? FORMATS[definition.format].tidy(text) : text
    default:
      return text
  }
}

function readBoxes(field: string, body: PostedBody) {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    readText(body, `${field}-${part}`).slice(0, 20),
  )
  return { day, month, year }
}

/** Three boxes; single digits and years of two digits are what they are, never guessed at. */
function readDate(field: string, body: PostedBody): Answer | undefined {
  const typed = readBoxes(field, body)
  if (typed.day === '' && typed.month === '' && typed.year === '') {
    const whole = readText(body, field)
    return isLocalDate(whole) ? whole : undefined
  }
  const whole = `${typed.year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`
  return isLocalDate(whole) ? whole : typed
}

/** As many boxes as are known, the year among them. */
function readPartial(field: string, body: PostedBody): Answer | undefined {
  const typed = readBoxes(field, body)
  if (typed.day === '' && typed.month === '' && typed.year === '') {
    const whole = readText(body, field)
    return whole === '' ? undefined : (partialIn(whole) ?? { day: '', month: '', year: whole.slice(0, 20) })
  }
  return partialOf(typed) ?? typed
}

function partialOf({ day, month, year }: { day: string; month: string; year: string }): string | undefined {
  if (day !== '' && month === '') return undefined
  const parts = [year, ...[month, day].filter((part) => part !== '').map((part) => part.padStart(2, '0'))]
  return partialIn(parts.join('-'))
}
