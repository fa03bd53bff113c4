import { addDays, addMonths, isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { nfc } from '#kernel/vietnamese.ts'
import { equal, exact, isList, order, type Value } from './values.ts'

interface Definition {
  /** How few and how many arguments. */
  takes: readonly [number, number]
  run(args: readonly Value[], today: LocalDate | undefined): Value
}

const MOST = 1_000

function text(takes: number, run: (one: string, other: string) => Value): Definition {
  return {
    takes: [takes, takes],
    run: ([one = null, other = '']) => (typeof one === 'string' && typeof other === 'string' ? run(one, other) : null),
  }
}

function number(run: (value: number) => number): Definition {
  return { takes: [1, 1], run: ([value = null]) => (typeof value === 'number' ? exact(run(value)) : null) }
}

/** One list, or the values themselves: `max(a, b)` and `max([a, b])`. */
function overList(run: (items: readonly Value[]) => Value): Definition {
  return {
    takes: [1, MOST],
    run: (args) => {
      const [first = null] = args
      return run(args.length === 1 && isList(first) ? first : args)
    },
  }
}

function best(wanted: 1 | -1): Definition {
  return overList((items) =>
    items.reduce((found, item, index) => {
      if (index === 0) return typeof item === 'number' || typeof item === 'string' ? item : null
      const compared = order(item, found)
      if (compared === null) return null
      return Math.sign(compared) === wanted ? item : found
    }, null),
  )
}

function sum(items: readonly Value[]): Value {
  if (items.length === 0) return null
  return items.reduce<number | null>(
    (total, item) => (total === null || typeof item !== 'number' ? null : exact(total + item)),
    0,
  )
}

function day(value: Value): LocalDate | null {
  return typeof value === 'string' && isLocalDate(value) ? value : null
}

function shift(move: (from: LocalDate, by: number) => LocalDate): Definition {
  return {
    takes: [2, 2],
    run: ([from = null, by = null]) => {
      const start = day(from)
      if (!start || typeof by !== 'number' || !Number.isInteger(by) || Math.abs(by) > 100_000) return null
      const moved = move(start, by)
      return isLocalDate(moved) ? moved : null
    },
  }
}

/** Completed years: a birthday counts from its own day; 29 February comes on 1 March of a common year. */
function age(born: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return on.slice(5) < born.slice(5) ? years - 1 : years
}

/** Everything a rule may call. There is no other way out of a rule, and nothing here takes a pattern or runs long. */
export const FUNCTIONS: ReadonlyMap<string, Definition> = new Map<string, Definition>([
  ['not', { takes: [1, 1], run: ([value = null]) => (typeof value === 'boolean' ? !value : null) }],
  ['contains', text(2, (one, other) => one.includes(other))],
  ['starts with', text(2, (one, other) => one.startsWith(other))],
  ['ends with', text(2, (one, other) => one.endsWith(other))],
  ['lower case', text(1, (one) => one.toLowerCase())],
  ['upper case', text(1, (one) => one.toUpperCase())],
  ['string length', text(1, (one) => [...nfc(one)].length)],
  ['abs', number(Math.abs)],
  ['floor', number(Math.floor)],
  ['ceiling', number(Math.ceil)],
  ['count', { takes: [1, 1], run: ([list = null]) => (isList(list) ? list.length : null) }],
  ['sum', overList(sum)],
  ['min', best(-1)],
  ['max', best(1)],
  [
    'list contains',
    {
      takes: [2, 2],
      run: ([list = null, wanted = null]) => (isList(list) ? list.some((item) => equal(item, wanted) === true) : null),
    },
  ],
  ['date', { takes: [1, 1], run: ([value = null]) => day(value) }],
  ['today', { takes: [0, 0], run: (_, today) => today ?? null }],
  [
    'age',
    {
      takes: [1, 2],
      run: ([born = null, on], today) => {
        const start = day(born)
        const end = on === undefined ? (today ?? null) : day(on)
        return start && end && start <= end ? age(start, end) : null
      },
    },
  ],
  ['add days', shift(addDays)],
  ['add months', shift(addMonths)],
])
