import type { OfficeClock } from './office-clock.ts'

/** Where a running dossier stands. Times are in quarters of an office hour. */
export interface Standing {
  receivedAt: Date
  dueAt: Date
  /** Somebody has taken the step it stands at. */
  claimed: boolean
  lastActAt: Date
  /** Half of the dossiers of its procedure were finished within this; undefined when nobody knows yet. */
  usual: number | undefined
}

/** Why it will be late, or is: each with the number that shows it. */
export type Why =
  | { code: 'late'; by: number }
  | { code: 'usually-longer'; left: number; needs: number }
  | { code: 'nobody'; left: number }
  | { code: 'still'; since: number }

/** A working day without anybody taking it is half the way to being late; two without any act is a dossier forgotten. */
const SOON = 30
const LONG = 60

/** Nothing for a dossier that does as well as its like. The first reason is the weightiest. */
export function foresee(
  { receivedAt, dueAt, claimed, lastActAt, usual }: Standing,
  now: Date,
  clock: OfficeClock,
): Why[] {
  const why: Why[] = []
  const left = clock.quarters(now, dueAt)
  if (now > dueAt) why.push({ code: 'late', by: clock.quarters(dueAt, now) })
  else {
    const needs = usual === undefined ? 0 : usual - clock.quarters(receivedAt, now)
    if (needs > left) why.push({ code: 'usually-longer', left, needs })
    if (!claimed && left <= SOON) why.push({ code: 'nobody', left })
  }
  const since = clock.quarters(lastActAt, now)
  if (since >= LONG) why.push({ code: 'still', since })
  return why
}
