import { type LocalDate, localDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { dayIn, isTypedDate, partialIn, rawText } from './answer.ts'
import type { Answer, DateLimit, DateQuestion, PartialDateQuestion, TypedDate } from './definition.ts'
import { both, spokenLabel } from './problem.ts'

export type DateBox = 'day' | 'month' | 'year'

export interface DateError {
  /** The box to be repaired, when it is one of them. */
  box: DateBox | undefined
  message: Bilingual
}

const EARLIEST = localDate('1900-01-01')

/** What is wrong with a date that was answered. */
export function dateError(question: DateQuestion, answer: Answer, today: LocalDate): DateError | undefined {
  const day = dayIn(answer)
  if (day) return limitError(question, day, today)
  const typed = isTypedDate(answer) ? answer : { day: '', month: '', year: rawText(answer) }
  return incompleteError(question, typed) ?? impossibleError(typed)
}

function incompleteError(question: DateQuestion, { day, month, year }: TypedDate): DateError | undefined {
  const label = spokenLabel(question)
  if (day === '') return { box: 'day', message: both(label, (words, said) => words.missingDay(said)) }
  if (month === '') return { box: 'month', message: both(label, (words, said) => words.missingMonth(said)) }
  if (!/^\d{4}$/.test(year)) return { box: 'year', message: both(label, (words, said) => words.missingYear(said)) }
  return undefined
}

function impossibleError({ day, month, year }: TypedDate): DateError {
  const box = inside(month, 12) ? 'day' : 'month'
  const typed = `${day}/${month}/${year}`
  return { box, message: both({ vi: typed, en: typed }, (words, said) => words.notADay(said)) }
}

function inside(text: string, most: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= most
}

function limitError(question: DateQuestion, day: LocalDate, today: LocalDate): DateError | undefined {
  const key = brokenLimit(question, day, today)
  if (!key) return undefined
  // A wrong year is the usual slip of the finger: say only the year then, and point at its box.
  const otherYear = day.slice(0, 4) !== today.slice(0, 4)
  const year = day.slice(0, 4)
  const whole = `${day.slice(8)}/${day.slice(5, 7)}/${year}`
  const message = both(spokenLabel(question), (words, said) => words[key](said, otherYear ? words.year(year) : whole))
  return { box: otherYear ? 'year' : 'day', message }
}

function brokenLimit({ limit, earliest }: DateQuestion, day: LocalDate, today: LocalDate) {
  if (limit === 'past' && day >= today) return 'past'
  if (limit === 'not-future' && day > today) return 'notFuture'
  if (limit === 'future' && day <= today) return 'future'
  if (limit === 'not-past' && day < today) return 'notPast'
  return day < (earliest ?? EARLIEST) ? 'tooEarly' : undefined
}

/** What is wrong with a year, a month or a day that was answered: only what the question wants is missed. */
export function partialDateError(
  question: PartialDateQuestion,
  answer: Answer,
  today: LocalDate,
): DateError | undefined {
  const partial = partialIn(answer)
  const label = spokenLabel(question)
  if (partial === undefined) return partialProblem(question, answer)
  if (question.precision === 'month' && partial.length === 4)
    return { box: 'month', message: both(label, (words, said) => words.missingMonth(said)) }
  const now = today.slice(0, partial.length)
  const key = brokenPartial(question.limit, partial, now)
  if (!key) return undefined
  const shown = partial.split('-').reverse().join('/')
  return { box: 'year', message: both(label, (words, said) => words[key](said, shown)) }
}

function partialProblem(question: PartialDateQuestion, answer: Answer): DateError {
  const label = spokenLabel(question)
  const typed = isTypedDate(answer) ? answer : { day: '', month: '', year: rawText(answer) }
  if (!/^\d{4}$/.test(typed.year))
    return { box: 'year', message: both(label, (words, said) => words.missingYear(said)) }
  if (typed.month === '') return { box: 'month', message: both(label, (words, said) => words.missingMonth(said)) }
  const box = inside(typed.month, 12) ? 'day' : 'month'
  const shown = rawText(typed)
  return { box, message: both({ vi: shown, en: shown }, (words, said) => words.notADay(said)) }
}

/** Compared as far as both are known: this very year is neither past nor future. */
function brokenPartial(limit: DateLimit | undefined, partial: string, now: string) {
  const whole = partial.length === 10
  if (limit === 'past' && (whole ? partial >= now : partial > now)) return 'past'
  if (limit === 'not-future' && partial > now) return 'notFuture'
  if (limit === 'future' && (whole ? partial <= now : partial < now)) return 'future'
  if (limit === 'not-past' && partial < now) return 'notPast'
  return partial < '1900' ? 'tooEarly' : undefined
}
