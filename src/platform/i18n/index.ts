import { dayOf, type LocalDate, type LocalDateTime, localDate, timeOf, toLocal, weekday } from '#kernel/local-date.ts'
import { groupDigits, type Money } from '#kernel/money.ts'

export type Language = 'vi' | 'en'

/** A text in both languages, as packages and the catalogue carry it. */
export type Bilingual = Record<Language, string>

/** The shape of one language's words: `export const en: Words<typeof vi>` makes a missing translation a compile error. */
export type Words<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : T[K] extends readonly string[]
        ? readonly string[]
        : Words<T[K]>
}

interface Speaks {
  language: Language
}

/** The words of the language the request's host speaks. */
export function wordsFor<T>({ language }: Speaks, words: { vi: T; en: Words<T> }): T {
  return language === 'vi' ? words.vi : (words.en as T)
}

const WEEKDAYS: Record<Language, readonly string[]> = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** dd/MM/yyyy in both languages, Vietnam's own clock. */
export function formatDate(date: LocalDate | Date): string {
  const day = typeof date === 'string' ? localDate(date) : dayOf(toLocal(date))
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

export function formatWeekday(date: LocalDate | Date, language: Language): string {
  const day = typeof date === 'string' ? date : dayOf(toLocal(date))
  return WEEKDAYS[language][weekday(day) - 1] ?? ''
}

/** `Thứ Tư, 25/11/2026` */
export function formatDay(date: LocalDate | Date, language: Language): string {
  return `${formatWeekday(date, language)}, ${formatDate(date)}`
}

/** `08:40, 25/11/2026` */
export function formatDateTime(moment: LocalDateTime | Date): string {
  const local = typeof moment === 'string' ? moment : toLocal(moment)
  return `${timeOf(local)}, ${formatDate(dayOf(local))}`
}

export function formatTime(moment: LocalDateTime | Date): string {
  return timeOf(typeof moment === 'string' ? moment : toLocal(moment))
}

/** `8.000 đồng`; the same in English, as on every receipt. */
export function formatMoney(amount: Money): string {
  return `${groupDigits(amount)} đồng`
}

// Making one costs a hundred times what using one does.
const NUMBERS = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }

export function formatNumber(value: number, language: Language): string {
  return NUMBERS[language].format(value)
}
