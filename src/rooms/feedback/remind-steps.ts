import { type LocalDate, nextDay } from '#kernel/local-date.ts'

/** Who is told. `assignee`: who has it; `coordinators` when nobody has. `superior`: supervisors of the front of the house. */
export type Reminded = 'assignee' | 'coordinators' | 'superior'

/** A day counted in working days from the last day; negative before it. */
export interface RemindStep {
  name: string
  workingDays: number
  tells: readonly Reminded[]
}

export type TimedKind = 'question' | 'forward' | 'petition' | 'explanation'

/** When people are reminded, and when somebody above them is told. Data: an agency that wants other days changes these. */
export const REMIND_STEPS: Readonly<Record<TimedKind, readonly RemindStep[]>> = {
  question: [
    { name: '5-before', workingDays: -5, tells: ['assignee'] },
    { name: '2-before', workingDays: -2, tells: ['assignee'] },
    { name: 'last-day', workingDays: 0, tells: ['assignee', 'superior'] },
    { name: '1-late', workingDays: 1, tells: ['assignee', 'superior'] },
    { name: '5-late', workingDays: 5, tells: ['assignee', 'superior'] },
  ],
  forward: [
    { name: 'forward-2-before', workingDays: -2, tells: ['coordinators'] },
    { name: 'forward-last-day', workingDays: 0, tells: ['coordinators', 'superior'] },
    { name: 'forward-late', workingDays: 1, tells: ['coordinators', 'superior'] },
  ],
  petition: [
    { name: '3-before', workingDays: -3, tells: ['assignee'] },
    { name: 'last-day', workingDays: 0, tells: ['assignee', 'superior'] },
    { name: '1-late', workingDays: 1, tells: ['assignee', 'superior'] },
    { name: '5-late', workingDays: 5, tells: ['assignee', 'superior'] },
  ],
  explanation: [
    { name: 'explain-1-before', workingDays: -1, tells: ['assignee'] },
    { name: 'explain-late', workingDays: 1, tells: ['assignee', 'superior'] },
  ],
}

/** Working days from one day to another, the first not counted; negative when the second lies before. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, isWorkingDay: (day: LocalDate) => boolean): number {
  if (to < from) return -workingDaysBetween(to, from, isWorkingDay)
  let count = 0
  for (let day = from; day < to; ) {
    day = nextDay(day)
    if (isWorkingDay(day)) count += 1
  }
  return count
}

interface Asked {
  kind: TimedKind
  dueOn: LocalDate
  today: LocalDate
  isWorkingDay(day: LocalDate): boolean
}

/**
 * The step that today asks for: the latest one whose day has come, so that a morning on which nobody worked loses no
 * reminder; undefined before the first, and on days when nobody is at work.
 */
export function stepToday({ kind, dueOn, today, isWorkingDay }: Asked): RemindStep | undefined {
  if (!isWorkingDay(today)) return undefined
  const at = workingDaysBetween(dueOn, today, isWorkingDay)
  return REMIND_STEPS[kind].findLast(({ workingDays }) => workingDays <= at)
}
