import { dayOf, type LocalDate, type LocalDateTime, timeOf, weekday } from '#kernel/local-date.ts'
import type { ClosedReason } from './calendar-day.ts'
import type { Explanation, Step } from './deadline.ts'
import { en } from './explain.en.ts'
import { vi } from './explain.vi.ts'
import type { Limit } from './limit.ts'
import type { DueProgress, WorkingSpan } from './progress.ts'

export type DeadlineWords = typeof vi

const WORDS = { vi, en }

export function deadlineWords(language: 'vi' | 'en'): DeadlineWords {
  return WORDS[language]
}

/** One row of the explanation: `Ngày làm việc thứ nhất`, `Nghỉ hằng tuần, không đếm`, `Hạn cuối: 17:00`. */
export function sayStep(step: Step, explanation: Explanation, words: DeadlineWords): string {
  const said = sayReason(step, explanation, words)
  if (!step.last || !explanation.dueAt) return said
  const due = words.deadline(shortTime(timeOf(explanation.dueAt)))
  // A last row that only says which day it is gives way to the date; one that says more keeps it.
  return step.reason.code === 'counted' || step.reason.code === 'counted-extension'
    ? due
    : `${said.replace(/\.$/, '')}. ${due}`
}

function sayReason(step: Step, { limit, begins }: Explanation, words: DeadlineWords): string {
  const { reason, ordinal = 0 } = step
  switch (reason.code) {
    case 'counted':
      return swapped(limit.unit === 'wd' ? words.workingDay(ordinal) : words.calendarDay(ordinal), reason, words)
    case 'counted-extension':
      return swapped(words.extensionDay(ordinal), reason, words)
    case 'counted-hours':
      return swapped(sayHours(step, reason, startWords(begins, words)), reason, words)
    case 'ends-on-closed-day':
      return words.endsOnClosedDay(sayClosed(reason.closed, words))
    case 'moved-to-working-day':
    case 'next-working-day':
      return words.nextWorkingDay
    case 'paused':
      return words.notCounted(words.paused(words.pauses[reason.reason]))
    case 'received':
    case 'received-same-day':
    case 'received-after-cut-off':
    case 'received-out-of-hours':
    case 'received-on-closed-day':
      return sayReception(reason, startWords(begins, words))
    default:
      return words.notCounted(sayClosed(reason, words))
  }
}

/** A clock that began anew says so: it counts from the supplement, and nothing was received on that day. R-086 */
function startWords(begins: Explanation['begins'], words: DeadlineWords): DeadlineWords {
  return begins === 'supplement' ? { ...words, ...words.restarted } : words
}

/** `3 ngày làm việc`, and from when they are counted. */
export function saySummary({ limit, begins }: Explanation, words: DeadlineWords): string {
  const kind = limit.unit === 'wd' && limit.amount === 0 ? 'sameDay' : limit.unit
  return begins === 'supplement' ? words.summaryRestarted : words.summaryAfter[kind]
}

type Reception = Extract<Step['reason'], { at: string }>

function sayReception(reason: Reception, words: DeadlineWords): string {
  const time = shortTime(reason.at)
  switch (reason.code) {
    case 'received':
      return words.received(time)
    case 'received-same-day':
      return words.receivedSameDay(time)
    case 'received-after-cut-off':
      return words.receivedAfterCutOff(time, shortTime(reason.cutOff))
    case 'received-out-of-hours':
      return words.receivedOutOfHours(time)
    case 'received-on-closed-day':
      return words.receivedOnClosedDay(time, sayClosed(reason.closed, words))
  }
}

function sayHours(step: Step, reason: { minutes: number; receivedAt?: string }, words: DeadlineWords): string {
  const stretches = (step.hours ?? []).map(([from, to]) => `${shortTime(from)}–${shortTime(to)}`).join(words.and)
  const counted = `${words.countedHours(sayMinutes(reason.minutes, words))} (${stretches})`
  return reason.receivedAt ? `${words.receivedAt(shortTime(reason.receivedAt))}. ${counted}` : counted
}

function sayClosed(reason: ClosedReason, words: DeadlineWords): string {
  switch (reason.code) {
    case 'weekend':
      return words.weekend
    case 'holiday':
      return words.holiday(words.holidays[reason.holiday])
    case 'compensatory':
      return words.compensatory(words.holidays[reason.holiday])
    case 'swap-off':
      return reason.workedOn ? words.swapOff(sayDay(reason.workedOn, words)) : words.swapOffPlain
    case 'closure':
      return reason.note ? words.closureBecause(reason.note) : words.closure
  }
}

function swapped(said: string, reason: { swappedFor?: LocalDate }, words: DeadlineWords): string {
  return reason.swappedFor ? `${said}, ${words.swappedFor(sayDay(reason.swappedFor, words))}` : said
}

/** `3 ngày làm việc`, `1 working day`. */
export function sayLimit({ amount, unit }: Limit, words: DeadlineWords): string {
  if (unit === 'wd' && amount === 0) return words.limits.sameDay
  return words.limits[unit](String(amount))
}

/** The last sentences under the rows: the articles, whose calendar, whether the clock was ever stopped. */
export function sayBasis(explanation: Explanation, words: DeadlineWords, procedureCode?: string): string {
  const { articles, calendar, limit, paused, waitingSince, received, dueOn } = explanation
  const language = words === en ? 'en' : 'vi'
  const years = [...new Set([received.slice(0, 4), (dueOn ?? received).slice(0, 4)])].join('–')
  const sources = [
    ...(procedureCode ? [words.procedureLimit(procedureCode)] : []),
    ...articles.map((article) => words.articles[article]),
    words.calendarOf(years, calendar.owner[language]),
  ]
  const length = limit.unit === 'h' ? sayMinutes(paused, words) : pausedLength(limit, paused, words)
  const stopped = waitingSince
    ? words.waiting(shortTime(timeOf(waitingSince)), sayDay(dayOf(waitingSince), words))
    : paused > 0
      ? words.pausedDays(length)
      : words.neverPaused
  return `${words.basis}${sources.join('; ')}. ${stopped}`
}

function pausedLength(limit: Limit, days: number, words: DeadlineWords): string {
  return limit.unit === 'wd' ? words.limits.wd(String(days)) : words.limits.d(String(days))
}

/** `Còn 1 ngày làm việc`, `Quá hạn 2 giờ`; empty while the date is unknown. */
export function sayProgress({ left, late }: DueProgress, words: DeadlineWords): string {
  if (left) return words.left(saySpan(left, words))
  if (late) return late.amount > 0 ? words.late(saySpan(late, words)) : words.lateNow
  return ''
}

function saySpan({ amount, unit }: WorkingSpan, words: DeadlineWords): string {
  if (unit === 'wd') return words.limits.wd(String(amount))
  return unit === 'h' ? words.hours(amount) : words.minutes(amount)
}

function sayMinutes(minutes: number, words: DeadlineWords): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 ? words.hours(hours) : '', rest > 0 || hours === 0 ? words.minutes(rest) : ''].join(' ').trim()
}

/** `thứ Hai, 31/08/2026` */
export function sayDay(date: LocalDate, words: DeadlineWords): string {
  return `${words.weekdayWithin[weekday(date) - 1]}, ${sayDate(date)}`
}

/** `31/08/2026` */
export function sayDate(date: LocalDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** A time as people read it: `08:40` is `8:40`. */
export function shortTime(time: string): string {
  return time.replace(/^0/, '')
}

/** `Hẹn trả: thứ Tư, 25/11/2026, trước 17:00` */
export function sayDueAt(dueAt: LocalDateTime, words: DeadlineWords): string {
  return words.dueAt(sayDay(dayOf(dueAt), words), shortTime(timeOf(dueAt)))
}
