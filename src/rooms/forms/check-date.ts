import { type LocalDate, localDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { dayIn, isTypedDate, rawText } from './answer.ts'
import type { Answer, DateQuestion, TypedDate } from './definition.ts'
import { both } from './problem.ts'

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

function incompleteError({ label }: DateQuestion, { day, month, year }: TypedDate): DateError | undefined {
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
  const message = both(question.label, (words, said) => words[key](said, otherYear ? words.year(year) : whole))
  return { box: otherYear ? 'year' : 'day', message }
}

function brokenLimit({ limit, earliest }: DateQuestion, day: LocalDate, today: LocalDate) {
  if (limit === 'past' && day >= today) return 'past'
  if (limit === 'not-future' && day > today) return 'notFuture'
  if (limit === 'future' && day <= today) return 'future'
  if (limit === 'not-past' && day < today) return 'notPast'
  return day < (earliest ?? EARLIEST) ? 'tooEarly' : undefined
}
