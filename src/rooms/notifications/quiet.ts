import { dayOf, localDateTime, nextDay, timeOf, toInstant, toLocal } from '#kernel/local-date.ts'

/** `21:00` to `07:00` on the clock of Vietnam, over midnight too. */
export interface QuietHours {
  from: string
  to: string
}

/** The moment itself, or the end of the quiet hours it lies in. */
export function afterQuiet(at: Date, quiet: QuietHours | undefined): Date {
  if (!quiet) return at
  const { from, to } = quiet
  const local = toLocal(at)
  const time = timeOf(local)
  const isQuiet = from <= to ? time >= from && time < to : time >= from || time < to
  if (!isQuiet) return at
  const day = time < to ? dayOf(local) : nextDay(dayOf(local))
  return toInstant(localDateTime(`${day}T${to}`))
}
