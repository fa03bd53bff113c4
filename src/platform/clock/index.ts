import { dayOf, type LocalDate, type LocalDateTime, toLocal } from '#kernel/local-date.ts'

let read = () => new Date()

/** The only place where the product asks what time it is. */
export function now(): Date {
  return read()
}

export function localNow(): LocalDateTime {
  return toLocal(read())
}

export function today(): LocalDate {
  return dayOf(toLocal(read()))
}

/** For tests and demonstrations: `setClock(() => new Date('2026-11-25T01:00:00Z'))`; without an argument, the real time again. */
export function setClock(clock: () => Date = () => new Date()): void {
  read = clock
}
