import { addMonths, type LocalDate } from '#kernel/local-date.ts'
import { FEWEST } from '../small-numbers.ts'
import { CRITERIA, type Criterion, FEWEST_SATISFIED, monthOf } from './rating.ts'

/** Whole days, the last not included. */
export interface Period {
  from: LocalDate
  to: LocalDate
}

/** How often a criterion was answered and how often with 4 or 5. `very` is how often with 5. */
export interface Opinion {
  ratings: number
  satisfied: number
  very: number
}

export type Satisfaction = Readonly<Record<Criterion, Opinion>>

/** So many gave this mark. */
export interface Counted {
  key: string
  criterion: Criterion
  mark: number
  count: number
}

/**
 * The whole months of the period that are over on that day. What was said this month is counted when it ends: figures
 * that grew with every rating would tell, one day to the next, what the last person said. Undefined when there is none.
 */
export function monthsCounted({ from, to }: Period, today: LocalDate): Period | undefined {
  const first = from === monthOf(from) ? from : addMonths(monthOf(from), 1)
  const end = monthOf(to < today ? to : today)
  return first < end ? { from: first, to: end } : undefined
}

/** The twelve months before this one. */
export function lastTwelveMonths(today: LocalDate): Period {
  const to = monthOf(today)
  return { from: addMonths(to, -12), to }
}

const NOBODY: Opinion = { ratings: 0, satisfied: 0, very: 0 }

/** Marks added up, by key. Exact: no average of averages. */
export function addUp(counted: readonly Counted[]): Map<string, Satisfaction> {
  const sums = new Map<string, Record<Criterion, Opinion>>()
  for (const { key, criterion, mark, count } of counted) {
    const of = sums.get(key) ?? nobodyYet()
    const { ratings, satisfied, very } = of[criterion]
    of[criterion] = {
      ratings: ratings + count,
      satisfied: satisfied + (mark >= FEWEST_SATISFIED ? count : 0),
      very: very + (mark === 5 ? count : 0),
    }
    sums.set(key, of)
  }
  return sums
}

function nobodyYet(): Record<Criterion, Opinion> {
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, NOBODY])) as Record<Criterion, Opinion>
}

/** As it may be said to those who did not rate: undefined where too few did. */
export type Shown = { ratings: number; satisfied: number } | undefined

export interface ShownRow {
  key: string
  opinions: Readonly<Record<Criterion, Shown>>
}

/**
 * Rows that add up to one total. An opinion of fewer than 5 is not shown, and where what is not shown could be reckoned
 * from the total, the next smallest is not shown either.
 */
export function show(rows: ReadonlyMap<string, Satisfaction>): ShownRow[] {
  const hidden = new Set(CRITERIA.flatMap((criterion) => hiddenIn(rows, criterion).map((key) => `${criterion} ${key}`)))
  return [...rows]
    .map(([key, satisfaction]) => ({
      key,
      opinions: byCriterion((criterion) =>
        hidden.has(`${criterion} ${key}`) ? undefined : shownOpinion(satisfaction[criterion]),
      ),
    }))
    .sort((one, other) => ratingsOf(other) - ratingsOf(one) || (one.key < other.key ? -1 : 1))
}

/** One row by itself. */
export function showTotal(satisfaction: Satisfaction | undefined): ShownRow | undefined {
  return satisfaction && { key: '', opinions: byCriterion((criterion) => shownOpinion(satisfaction[criterion])) }
}

function byCriterion<T>(of: (criterion: Criterion) => T): Record<Criterion, T> {
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion, of(criterion)])) as Record<Criterion, T>
}

function shownOpinion({ ratings, satisfied }: Opinion): Shown {
  return ratings < FEWEST ? undefined : { ratings, satisfied }
}

function ratingsOf({ opinions }: ShownRow): number {
  return opinions.overall?.ratings ?? -1
}

/** The smallest first, until nobody hidden can be reckoned from the total: two rows, and 5 ratings among them. */
function hiddenIn(rows: ReadonlyMap<string, Satisfaction>, criterion: Criterion): string[] {
  const sizes = [...rows]
    .map(([key, satisfaction]) => ({ key, ratings: satisfaction[criterion].ratings }))
    .filter(({ ratings }) => ratings > 0)
    .sort((one, other) => one.ratings - other.ratings || (one.key < other.key ? -1 : 1))
  const small = sizes.filter(({ ratings }) => ratings < FEWEST)
  if (small.length === 0) return []
  let [many, sum] = [small.length, small.reduce((total, { ratings }) => total + ratings, 0)]
  for (const { ratings } of sizes.slice(small.length)) {
    if (many > 1 && sum >= FEWEST) break
    many += 1
    sum += ratings
  }
  return sizes.slice(0, many).map(({ key }) => key)
}
