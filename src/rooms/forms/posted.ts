import { isLocalDate } from '#kernel/local-date.ts'
import { nfc } from '#kernel/vietnamese.ts'
import type { Answer, Filled, QuestionDefinition } from './definition.ts'
import type { Form, Step } from './form.ts'
import { FORMATS } from './formats.ts'
import { reportKey, stepAfter, visitOf, walk } from './journey.ts'
import type { FormError } from './problem.ts'
import { type Given, validateStep } from './validate.ts'

/** A urlencoded body as the server reads it. */
export type PostedBody = Readonly<Record<string, unknown>>

/** The hidden field that says which questions stood on the page, so that an empty set of boxes is told from one not shown. */
export const ASKED_FIELD = '--asked'

/** Boxes that name the locked answers the person says are wrong. */
export const WRONG_FIELD = '--wrong'

const LONGEST_POSTED = 20_000

/**
 * The answers of a step as they were posted, merged into what was said before. Whatever is typed is kept as it was
 * typed, in NFC; questions that stood on the page and came back empty lose their answer; others are left alone.
 */
export function parsePosted(form: Form, step: string, { body, filled }: { body: PostedBody; filled: Filled }): Filled {
  const found = form.steps.find((one) => one.id === step)
  if (!found) return filled
  const shown = shownOn(found, body)
  const answers: Record<string, Answer> = { ...filled.answers }
  for (const { id, definition } of found.questions) {
    if (!shown.has(id) || definition.kind === 'note' || definition.kind === 'file') continue
    set(answers, id, read(definition, body))
    set(answers, reportKey(id), readReport(id, body))
  }
  return { answers, documents: filled.documents }
}

/** Named among the wrong ones, and what is wrong; unticking takes the report back. */
function readReport(id: string, body: PostedBody): string | undefined {
  return readMany(body, WRONG_FIELD).includes(id) ? readText(body, reportKey(id)) || undefined : undefined
}

function set(answers: Record<string, Answer>, key: string, answer: Answer | undefined): void {
  if (answer === undefined) delete answers[key]
  else answers[key] = answer
}

function shownOn(step: Step, body: PostedBody): ReadonlySet<string> {
  const asked = readText(body, ASKED_FIELD)
  return new Set(asked === '' ? step.questions.map((question) => question.id) : asked.split(','))
}

function readText(body: PostedBody, key: string): string {
  const value = Object.hasOwn(body, key) ? body[key] : undefined
  const first = Array.isArray(value) ? value.at(-1) : value
  if (typeof first !== 'string') return ''
  return tidy(first).trim().slice(0, LONGEST_POSTED)
}

/** In NFC, with one kind of line end. PostgreSQL keeps no NUL, and no keyboard types one. */
function tidy(text: string): string {
  return nfc(text.replace(/\r\n?/g, '\n').replaceAll('\0', ''))
}

function readMany(body: PostedBody, key: string): string[] {
  const value = Object.hasOwn(body, key) ? body[key] : undefined
  const all = Array.isArray(value) ? value : [value]
  const texts = all.flatMap((one) => (typeof one === 'string' ? tidy(one) : []))
  return [...new Set(texts.filter((one) => one !== ''))].slice(0, 100)
}

function read(definition: QuestionDefinition, body: PostedBody): Answer | undefined {
  const { id, kind } = definition
  if (kind === 'date') return readDate(id, body)
  if (kind === 'checkboxes') {
    const chosen = readMany(body, id)
    return chosen.length > 0 ? chosen : undefined
  }
  const text = readText(body, id)
  if (text === '') return undefined
  if (kind === 'number' || kind === 'money') return readNumber(text)
  if (kind === 'yes-no') return text === 'yes' ? true : text === 'no' ? false : undefined
  return kind === 'text' && definition.format ? FORMATS[definition.format].tidy(text) : text
}

/** Three boxes; single digits and years of two digits are what they are, never guessed at. */
function readDate(id: string, body: PostedBody): Answer | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => readText(body, `${id}-${part}`).slice(0, 20))
  const typed = { day: day ?? '', month: month ?? '', year: year ?? '' }
  if (typed.day === '' && typed.month === '' && typed.year === '') {
    const whole = readText(body, id)
    return isLocalDate(whole) ? whole : undefined
  }
  const whole = `${typed.year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`
  return isLocalDate(whole) ? whole : typed
}

/** `50.000` and `50 000` are fifty thousand: in Vietnam the dot groups. What is no number stays as typed. */
function readNumber(text: string): Answer {
  const plain = text.replace(/[\s\u00a0]|đồng|đ$/gi, '')
  const grouped = /^\d{1,3}(?:\.\d{3})+$/.test(plain) ? plain.replaceAll('.', '') : plain
  return /^-?\d{1,15}$/.test(grouped) ? Number(grouped) : text
}

/** What came of posting a step. */
export interface StepTaken {
  filled: Filled
  errors: FormError[]
  /** Questions of this step that the answers have just made visible: show the step again, they are not errors. */
  revealed: readonly string[]
  /** Where to go: this step again, the next, or undefined for the page where answers are checked. */
  next: string | undefined
}

/** Takes a posted step. The route saves `filled`, then shows errors (422) or redirects to `next`. */
export function takeStep(form: Form, step: string, { body, filled, context }: Given & { body: PostedBody }): StepTaken {
  const taken = parsePosted(form, step, { body, filled })
  const journey = walk(form, taken, context)
  const definition = form.steps.find((one) => one.id === step)
  const shown = definition ? shownOn(definition, body) : new Set<string>()
  const revealed = (visitOf(journey, step)?.asked ?? [])
    .filter((asked) => asked.definition.kind !== 'note' && !asked.locked && !shown.has(asked.id))
    .map((asked) => asked.id)
  const errors = validateStep(form, step, { filled: taken, context }).filter(
    (error) => !revealed.includes(error.question),
  )
  const next = errors.length > 0 || revealed.length > 0 ? step : stepAfter(journey, step)
  return { filled: taken, errors, revealed, next }
}
