import { CHANNELS, type FiledBy } from '../occurrence.ts'
import { countIn, sumOf, type Tally, waitsIn } from '../tally.ts'
import { adjusted, type Tested } from './chance.ts'
import { compareShares, type ShareStratum } from './shares.ts'
import { compareTimes, sizeOf, type TimeStratum } from './times.ts'

/** What is compared: time to reception, time to the result, being sent back for papers, being refused at the desk. */
export const MEASURES = ['receive', 'finish', 'supplement', 'refusal'] as const
export type Measure = (typeof MEASURES)[number]

/** `worse`: unlikely to be chance, and to the disadvantage of this channel. */
export type Verdict = 'too-few' | 'alike' | 'worse' | 'better'

/** What happened in one stratum by one channel. Dossiers of one stratum are of one procedure, unit and month. */
export interface StratumRow {
  stratum: string
  channel: string
  tally: Tally
}

export interface Comparison {
  /** Empty: all procedures together. */
  procedureCode: string
  channel: FiledBy
  measure: Measure
  /** That could be compared: in strata where this channel and another are. */
  dossiers: number
  others: number
  tested: Tested | undefined
  /** After the correction for many comparisons. */
  pAdjusted: number | undefined
  verdict: Verdict
}

/**
 * An alarm is given when equal treatment would lead to it in at most one of twenty runs, however many comparisons a run
 * makes: under equal treatment every alarm is a false one, and the corrected p keeps their share below this.
 */
export const FALSE_ALARM_RATE = 0.05

/** With fewer on either side, nothing is said. */
export const LEAST = 20

/** Procedure → its rows. The comparisons of all procedures and of each, corrected together. */
export function compareAll(procedures: ReadonlyMap<string, readonly StratumRow[]>): Comparison[] {
  const together = [...procedures].flatMap(([code, rows]) =>
    rows.map((row) => ({ ...row, stratum: `${code} ${row.stratum}` })),
  )
  const raw = [...compareOne('', together), ...[...procedures].flatMap(([code, rows]) => compareOne(code, rows))]
  const tested = raw.filter((one) => one.tested !== undefined)
  const ps = adjusted(tested.map((one) => one.tested?.p ?? 1))
  const pOf = new Map(tested.map((one, index) => [one, ps[index]]))
  return raw.map((one) => {
    const pAdjusted = pOf.get(one)
    return { ...one, pAdjusted, verdict: verdictOf(one, pAdjusted) }
  })
}

function verdictOf({ tested, measure }: Comparison, p: number | undefined): Verdict {
  if (!tested || p === undefined) return 'too-few'
  if (p > FALSE_ALARM_RATE) return 'alike'
  const none = measure === 'receive' || measure === 'finish' ? 1 : 0
  if (tested.low > none) return 'worse'
  return tested.high < none ? 'better' : 'alike'
}

function compareOne(procedureCode: string, rows: readonly StratumRow[]): Comparison[] {
  const strata = [...Map.groupBy(rows, ({ stratum }) => stratum).values()]
  const present = CHANNELS.filter((channel) => rows.some((row) => row.channel === channel))
  if (present.length < 2) return []
  return present.flatMap((channel) => {
    const sides = strata.map((stratum) => split(stratum, channel))
    return MEASURES.map((measure): Comparison => {
      return { procedureCode, channel, measure, ...test(measure, sides), pAdjusted: undefined, verdict: 'too-few' }
    })
  })
}

interface Sides {
  own: Tally
  others: Tally
}

function split(rows: readonly StratumRow[], channel: string): Sides {
  const tallies = (mine: boolean) => rows.filter((row) => (row.channel === channel) === mine).map(({ tally }) => tally)
  return { own: sumOf(tallies(true)), others: sumOf(tallies(false)) }
}

function test(measure: Measure, sides: readonly Sides[]): Pick<Comparison, 'tested' | 'dossiers' | 'others'> {
  if (measure === 'receive' || measure === 'finish') {
    const strata = sides
      .map(({ own, others }): TimeStratum => ({ own: waitsIn(own, measure), others: waitsIn(others, measure) }))
      .filter(({ own, others }) => own.length > 0 && others.length > 0)
    return judge(strata, { sizes: (one) => [sizeOf(one.own), sizeOf(one.others)], compare: compareTimes })
  }
  const strata = sides
    .map((side) => shareStratum(measure, side))
    .filter(({ ownOf, othersOf }) => ownOf > 0 && othersOf > 0)
  return judge(strata, { sizes: (one) => [one.ownOf, one.othersOf], compare: compareShares })
}

interface Judge<S> {
  sizes(stratum: S): [number, number]
  compare(strata: readonly S[]): Tested | undefined
}

function judge<S>(strata: readonly S[], { sizes, compare }: Judge<S>) {
  let [dossiers, others] = [0, 0]
  for (const stratum of strata) {
    const [own, other] = sizes(stratum)
    dossiers += own
    others += other
  }
  return { dossiers, others, tested: dossiers < LEAST || others < LEAST ? undefined : compare(strata) }
}

function shareStratum(measure: 'supplement' | 'refusal', { own, others }: Sides): ShareStratum {
  const [a, n] = shareIn(measure, own)
  const [b, m] = shareIn(measure, others)
  return { own: a, ownOf: n, others: b, othersOf: m }
}

function shareIn(measure: 'supplement' | 'refusal', tally: Tally): [number, number] {
  if (measure === 'supplement') return [countIn(tally, 'endedSupplemented'), countIn(tally, 'ended')]
  const refused = countIn(tally, 'refused')
  return [refused, refused + countIn(tally, 'received')]
}
