import { DomainError } from '#kernel/errors.ts'
import { dayNumber, dayOf, type LocalDateTime, timeOf } from '#kernel/local-date.ts'
import type { Pause, PauseReason } from './deadline.ts'

const DAY = 24 * 60

/** A pause in minutes since 1970-01-01 Vietnam time; `to` is Infinity while the clock still stands. */
export interface Span {
  from: number
  to: number
  reason: PauseReason
  pause: Pause
}

export function toMinutes(local: LocalDateTime): number {
  const time = timeOf(local)
  return dayNumber(dayOf(local)) * DAY + Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/**
 * Pauses in order, those that touch and have the same reason joined. The order in which they were recorded and the
 * pieces in which they came therefore say nothing about the date. Throws when one ends before it begins.
 */
export function spansOf(pauses: readonly Pause[]): Span[] {
  const spans = pauses.map(toSpan).filter(({ from, to }) => to > from)
  spans.sort(inOrder)

  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.findLast(({ reason }) => reason === span.reason)
    if (!last || last.to < span.from) joined.push(span)
    else if (span.to > last.to) Object.assign(last, { to: span.to, pause: { ...last.pause, to: span.pause.to } })
  }
  return joined.sort(inOrder) // a span that grew may now end after one that began with it
}

function inOrder(one: Span, other: Span): number {
  return one.from - other.from || one.to - other.to || (one.reason < other.reason ? -1 : 1)
}

function toSpan(pause: Pause): Span {
  const from = toMinutes(pause.from)
  const to = pause.to === undefined ? Number.POSITIVE_INFINITY : toMinutes(pause.to)
  if (to < from) throw new DomainError('deadlines.pause-ends-before-it-begins', { from: pause.from, to: pause.to })
  return { from, to, reason: pause.reason, pause }
}

/** The pause in which the minute before `moment` lies: whether the clock stands at a closing time. */
export function pauseBefore(spans: readonly Span[], moment: number): Span | undefined {
  for (const span of spans) if (span.from < moment && moment <= span.to) return span
  return undefined
}

/** The stretches of `[from, to)` in which the clock runs. */
export function runningIn(spans: readonly Span[], from: number, to: number): [number, number][] {
  const running: [number, number][] = []
  let at = from
  for (const span of spans) {
    if (span.to <= at) continue
    if (span.from >= to) break
    if (span.from > at) running.push([at, span.from])
    at = span.to
  }
  if (at < to) running.push([at, to])
  return running
}
