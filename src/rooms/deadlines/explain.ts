import { DomainError } from '#kernel/errors.ts'
import { dayNumber, dayOf, type LocalDateTime, timeOf } from '#kernel/local-date.ts'
import { articlesFor } from './articles.ts'
import { type Count, countCalendarDays, countWorkingDays, nextOpenDay, stepOf } from './count-days.ts'
import { countHours } from './count-hours.ts'
import type { DeadlineInput, Explanation, Step } from './deadline.ts'
import { checkLimit } from './limit.ts'
import { formatTime } from './office-hours.ts'
import { pauseBefore, spansOf, toMinutes } from './pauses.ts'
import type { CalendarDay } from './working-calendar.ts'

const DAY = 24 * 60

interface End {
  day: CalendarDay
  /** Minutes from midnight. */
  minute: number
}

/**
 * The legal clock: when the result is due, and why, day by day. Pure, and the only place where a due date is made.
 *
 * The day of reception is never counted (limits in hours begin at that minute). Limits in days and months are due
 * at closing time of their last day and never on a closed day. With a pause that has no end the date is not known
 * yet: `dueAt` is undefined and `waitingSince` says from when. A limit that restarts after a supplement is a new
 * call with the time at which the dossier was complete, and `begins` to say so. Throws `deadlines.bad-limit`, `deadlines.bad-extension`,
 * `deadlines.pause-ends-before-it-begins`; RangeError outside the years 2000 to 2199.
 *
 * @see Civil Code 2015, Art. 147 and 148
 */
export function explainDeadline(input: DeadlineInput): Explanation {
  const { received, limit, calendar, extension, begins } = input
  checkLimit(limit)
  checkExtension(extension)
  const count: Count = { calendar, spans: spansOf(input.pauses ?? []), steps: [], paused: 0 }

  const first = endOf(input, count)
  const end = first && extension ? extended(count, first, extension.workingDays) : first
  const last = count.steps.at(-1)
  if (end && last) last.last = true

  const open = count.spans.find(({ to }) => to === Number.POSITIVE_INFINITY)
  return {
    received,
    limit,
    dueAt: end && at(end),
    dueOn: end?.day.date,
    ...(extension && { extension, firstDueAt: first && at(first) }),
    ...(!end && { waitingSince: open?.pause.from }),
    steps: count.steps,
    paused: count.paused,
    ...(begins && { begins }),
    articles: [...(begins ? (['decree-61-2018-19-4'] as const) : []), ...articlesFor(limit, count.steps)],
    calendar: { owner: calendar.owner, version: calendar.version },
  }
}

function checkExtension(extension: DeadlineInput['extension']) {
  const days = extension?.workingDays ?? 1
  if (!Number.isInteger(days) || days < 1 || days > 1000) throw new DomainError('deadlines.bad-extension', { days })
}

function at({ day, minute }: End): LocalDateTime {
  return `${day.date}T${formatTime(minute)}` as LocalDateTime
}

function endOf(input: DeadlineInput, count: Count): End | undefined {
  const { amount, unit } = input.limit
  if (unit === 'h') return countHours(count, toMinutes(input.received), Math.round(amount * 60))
  if (unit === 'wd' && amount === 0) return sameDay(input, count)

  const start = count.calendar.day(dayNumber(dayOf(input.received)))
  count.steps.push(receptionStep(start, timeOf(input.received)))
  if (unit === 'wd') return atClosing(countWorkingDays(count, start.number, { amount, code: 'counted' }))
  return offClosedDay(count, countCalendarDays(count, start.number, { amount, unit }))
}

function receptionStep(day: CalendarDay, time: string): Step {
  if (day.closed) return stepOf(day, { code: 'received-on-closed-day', at: time, closed: day.closed })
  return stepOf(day, { code: 'received', at: time })
}

/**
 * Settled on the day of reception; received after 15:00, after closing or on a closed day, on the next working day.
 *
 * @see Decree 23/2015, Art. 7
 */
function sameDay(input: DeadlineInput, count: Count): End | undefined {
  const time = timeOf(input.received)
  const start = count.calendar.day(dayNumber(dayOf(input.received)))
  const minute = toMinutes(input.received) - start.number * DAY
  const inTime = minute <= count.calendar.sameDayCutOff && minute < start.closesAt
  const paused = pauseBefore(count.spans, start.number * DAY + start.closesAt)
  if (inTime && !paused) {
    count.steps.push(stepOf(start, { code: 'received-same-day', at: time }))
    return atClosing(start)
  }

  const cutOff = formatTime(Math.min(count.calendar.sameDayCutOff, start.closesAt))
  const late = !start.closed && !inTime
  count.steps.push(
    late ? stepOf(start, { code: 'received-after-cut-off', at: time, cutOff }) : receptionStep(start, time),
  )
  const next = nextOpenDay(count, start.number)
  if (next) count.steps.push(stepOf(next, { code: 'next-working-day' }))
  return atClosing(next)
}

/**
 * A limit in days or months that ends on a closed day ends on the next working day.
 *
 * @see Civil Code 2015, Art. 148(5)
 */
function offClosedDay(count: Count, day: CalendarDay | undefined): End | undefined {
  const step = count.steps.at(-1)
  if (!day || !step) return undefined
  if (!day.closed && step.counted) return atClosing(day)

  if (day.closed && step.counted) step.reason = { code: 'ends-on-closed-day', closed: day.closed }
  const next = nextOpenDay(count, day.number)
  if (next) count.steps.push(stepOf(next, { code: 'moved-to-working-day' }))
  return atClosing(next)
}

/** The one postponement (hẹn lại) in working days after the first due date. */
function extended(count: Count, first: End, workingDays: number): End | undefined {
  return atClosing(countWorkingDays(count, first.day.number, { amount: workingDays, code: 'counted-extension' }))
}

function atClosing(day: CalendarDay | undefined): End | undefined {
  return day && { day, minute: day.closesAt }
}
