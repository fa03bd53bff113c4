import { type LocalDate, localDate } from '#kernel/local-date.ts'

/** What is asked. The first must be answered, the others may be. @see Circular 32/2017/TT-BTTTT, Art. 12 */
export const CRITERIA = ['overall', 'ease', 'timeliness', 'attitude'] as const
export type Criterion = (typeof CRITERIA)[number]

/** From 1, very dissatisfied, to 5, very satisfied. */
export const MARKS = [5, 4, 3, 2, 1] as const
export type Mark = (typeof MARKS)[number]

/** The three levels of the circular: 5 is very satisfied, 4 is satisfied, the rest is not yet satisfied. */
export const FEWEST_SATISFIED: Mark = 4

export interface Rating {
  marks: Readonly<Partial<Record<Criterion, Mark>>>
  comment: string
}

export const LONGEST_COMMENT = 1000

export type RatingProblem = { field: 'overall'; is: 'missing' } | { field: 'comment'; is: 'too-long' }

export function problemsOf({ marks, comment }: Rating): RatingProblem[] {
  return [
    ...(marks.overall === undefined ? [{ field: 'overall', is: 'missing' } as const] : []),
    ...(comment.length > LONGEST_COMMENT ? [{ field: 'comment', is: 'too-long' } as const] : []),
  ]
}

/** A posted mark; undefined for what is none. */
export function markFrom(text: string): Mark | undefined {
  return MARKS.find((mark) => String(mark) === text)
}

/** The first of the month: a rating is kept with its month and no finer. */
export function monthOf(day: LocalDate): LocalDate {
  return localDate(`${day.slice(0, 7)}-01`)
}
