import { type Figures, figuresOf, percentOf, type Share } from './figures.ts'
import { FEWEST, hiddenIn, type Line } from './suppress.ts'
import { countIn, type Tally } from './tally.ts'

/** Counts that are published. */
export const PUBLIC_COUNTS = [
  'submitted',
  'received',
  'receivedOnline',
  'refused',
  'withdrawn',
  'discontinued',
  'finished',
  'onTime',
  'late',
  'undated',
] as const
export type PublicCount = (typeof PUBLIC_COUNTS)[number]

/** A share as it may be said: exactly, from below where few stand against it, not at all, or there is none. */
export type PublicShare = { percent: number } | { atLeast: number } | 'hidden' | 'none'

/** The figures of a row as everybody may see them. A hidden number is null; a time that nobody took is undefined. */
export interface PublicRow {
  key: string
  counts: Readonly<Record<PublicCount, number | null>>
  onTimeShare: PublicShare
  onlineShare: PublicShare
  automaticShare: PublicShare
  supplementShare: PublicShare
  refusalShare: PublicShare
  receiveHalf: number | null | undefined
  receiveMost: number | null | undefined
  finishHalf: number | null | undefined
  finishMost: number | null | undefined
}

/** Several tables over one total: by unit, by channel, by month. */
export interface PublicTables<Name extends string> {
  total: PublicRow
  tables: Readonly<Record<Name, readonly PublicRow[]>>
}

type Tables<Name extends string> = Readonly<Record<Name, ReadonlyMap<string, Tally>>>

const CELLS = [
  ...PUBLIC_COUNTS,
  'receivedElsewhere',
  'dated',
  'decided',
  'ended',
  'endedSupplemented',
  'endedPlain',
] as const
type CellName = (typeof CELLS)[number]

function cellsOf(tally: Tally): Record<CellName, number> {
  const count = (name: Parameters<typeof countIn>[1]) => countIn(tally, name)
  const [onTime, late, ended, endedSupplemented] = [
    count('onTime'),
    count('late'),
    count('ended'),
    count('endedSupplemented'),
  ]
  return {
    submitted: count('submitted'),
    received: count('received'),
    receivedOnline: count('receivedOnline'),
    receivedElsewhere: count('received') - count('receivedOnline'),
    refused: count('refused'),
    withdrawn: count('withdrawn'),
    discontinued: count('discontinued'),
    finished: count('finished'),
    onTime,
    late,
    undated: count('undated'),
    dated: onTime + late,
    decided: count('received') + count('refused'),
    ended,
    endedSupplemented,
    endedPlain: ended - endedSupplemented,
  }
}

/** What adds up inside a row. */
const SUMS: readonly { sum: CellName; parts: readonly CellName[] }[] = [
  { sum: 'finished', parts: ['dated', 'undated'] },
  { sum: 'dated', parts: ['onTime', 'late'] },
  { sum: 'received', parts: ['receivedOnline', 'receivedElsewhere'] },
  { sum: 'decided', parts: ['received', 'refused'] },
  { sum: 'ended', parts: ['endedSupplemented', 'endedPlain'] },
]

/**
 * Tables as everybody may see them: a number from 1 to 4 is not shown, nor are those from which it could be reckoned,
 * in the row, in the column, or in another table of the same page.
 */
export function publish<Name extends string>(total: Tally, tables: Tables<Name>): PublicTables<Name> {
  const cells = new Map<string, number>()
  const lines: Line[] = []
  const enter = (row: string, tally: Tally) => {
    for (const [name, count] of Object.entries(cellsOf(tally))) cells.set(`${row}|${name}`, count)
    for (const { sum, parts } of SUMS)
      lines.push({ sum: `${row}|${sum}`, parts: parts.map((part) => `${row}|${part}`) })
  }
  enter('', total)
  const names = Object.keys(tables) as Name[]
  for (const name of names) {
    const rows = [...tables[name].entries()]
    for (const [key, tally] of rows) enter(`${name}/${key}`, tally)
    if (rows.length === 0) continue
    for (const cell of CELLS) {
      lines.push({ sum: `|${cell}`, parts: rows.map(([key]) => `${name}/${key}|${cell}`) })
    }
  }
  const hidden = hiddenIn(cells, lines)
  const rowOf = (row: string, key: string, tally: Tally) =>
    publicRow(key, tally, (name) => hidden.has(`${row}|${name}`))
  const shown = names.map((name) => [
    name,
    [...tables[name]].map(([key, tally]) => rowOf(`${name}/${key}`, key, tally)),
  ])
  return { total: rowOf('', '', total), tables: Object.fromEntries(shown) as PublicTables<Name>['tables'] }
}

function publicRow(key: string, tally: Tally, isHidden: (name: CellName) => boolean): PublicRow {
  const figures = figuresOf(tally)
  const shown = PUBLIC_COUNTS.map((name) => [name, isHidden(name) ? null : figures[name]])
  const counts = Object.fromEntries(shown) as PublicRow['counts']
  return {
    key,
    counts,
    onTimeShare: onTimeShare(figures, isHidden),
    onlineShare: shareShown(figures.onlineShare, isHidden('receivedOnline') || isHidden('received')),
    // Acts are the agency's own and say nothing of anybody.
    automaticShare: shareShown(figures.automaticShare, false),
    supplementShare: shareShown(figures.supplementShare, isHidden('endedSupplemented') || isHidden('ended')),
    refusalShare: shareShown(figures.refusalShare, isHidden('refused') || isHidden('decided') || isHidden('received')),
    ...timesOf(figures, counts),
  }
}

function shareShown(share: Share | undefined, isHidden: boolean): PublicShare {
  if (!share) return 'none'
  return isHidden ? 'hidden' : { percent: percentOf(share) }
}

/** Where from 1 to 4 were late, that it was no more than 4 can be said: it is what the hidden number says as well. */
function onTimeShare({ onTimeShare: share, late }: Figures, isHidden: (name: CellName) => boolean): PublicShare {
  if (!share) return 'none'
  if (!isHidden('late') && !isHidden('onTime') && !isHidden('dated')) return { percent: percentOf(share) }
  const { whole } = share
  if (late >= FEWEST || late === 0 || isHidden('finished') || isHidden('dated') || whole < 5 * FEWEST) return 'hidden'
  return { atLeast: Math.floor(((whole - FEWEST + 1) * 100) / whole) }
}

type Times = Pick<PublicRow, 'receiveHalf' | 'receiveMost' | 'finishHalf' | 'finishMost'>

/** A time is not said where few took it, nor where it is not said how many did. */
function timesOf(figures: Figures, counts: PublicRow['counts']): Times {
  const timed = (name: keyof Times, many: number | null) => {
    const isKept = many === null || many < FEWEST
    return figures[name] !== undefined && isKept ? null : figures[name]
  }
  return {
    receiveHalf: timed('receiveHalf', counts.received),
    receiveMost: timed('receiveMost', counts.received),
    finishHalf: timed('finishHalf', counts.finished),
    finishMost: timed('finishMost', counts.finished),
  }
}

/** The row of a table that was published without waits, with those of its tally. */
export function withTimes(row: PublicRow, tally: Tally): PublicRow {
  return { ...row, ...timesOf(figuresOf(tally), row.counts) }
}

/** The largest first; a row that may not be shown comes last. */
export function largestFirst(rows: readonly PublicRow[]): PublicRow[] {
  const size = ({ counts }: PublicRow) => counts.finished ?? -1
  return rows.toSorted((one, other) => size(other) - size(one) || (one.key < other.key ? -1 : 1))
}
