import { CHANNELS, type FiledBy } from '../occurrence.ts'
import { countIn, type Tally, type Waits, waitsIn } from '../tally.ts'
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
  const strata = [...procedures].map(([code, rows]) => [code, strataOf(rows)] as const)
  const together = strata.flatMap(([, own]) => own)
  const raw = [...compareOne('', together), ...strata.flatMap(([code, own]) => compareOne(code, own))]
  const tested = raw.filter((one) => one.tested !== undefined)
  const ps = adjusted(tested.map((one) => one.tested?.p ?? 1))
  const pOf = new Map(tested.map((one, index) => [one, ps[index]]))
  return raw.map((one) => {
    const pAdjusted = pOf.get(one)
    return { ...one, pAdjusted, verdict: verdictOf(one, pAdjusted) }
  })
}

/** A row of a stratum, read once for all comparisons. */
interface Read {
  channel: string
  receive: Waits
  finish: Waits
  /** So many of so many. */
  supplement: readonly [number, number]
  refusal: readonly [number, number]
}

function strataOf(rows: readonly StratumRow[]): Read[][] {
  const strata = Map.groupBy(rows, ({ stratum }) => stratum)
  return [...strata.values()].map((own) => own.map(({ channel, tally }) => ({ channel, ...read(tally) })))
}

function read(tally: Tally): Omit<Read, 'channel'> {
  const refused = countIn(tally, 'refused')
  return {
    receive: waitsIn(tally, 'receive'),
    finish: waitsIn(tally, 'finish'),
    supplement: [countIn(tally, 'endedSupplemented'), countIn(tally, 'ended')],
    refusal: [refused, refused + countIn(tally, 'received')],
  }
}

function verdictOf({ tested, measure }: Comparison, p: number | undefined): Verdict {
  if (!tested || p === undefined) return 'too-few'
  if (p > FALSE_ALARM_RATE) return 'alike'
  const none = measure === 'receive' || measure === 'finish' ? 1 : 0
  if (tested.low > none) return 'worse'
  return tested.high < none ? 'better' : 'alike'
}

function compareOne(procedureCode: string, strata: readonly (readonly Read[])[]): Comparison[] {
  const present = CHANNELS.filter((channel) => strata.some((rows) => rows.some((row) => row.channel === channel)))
  if (present.length < 2) return []
  return present.flatMap((channel) => {
    const sides = strata.map((rows) => sidesOf(rows, channel))
    return MEASURES.map((measure): Comparison => {
      return { procedureCode, channel, measure, ...test(measure, sides), pAdjusted: undefined, verdict: 'too-few' }
    })
  })
}

interface Sides {
  own: readonly Read[]
  others: readonly Read[]
}

function sidesOf(rows: readonly Read[], channel: string): Sides {
  return { own: rows.filter((row) => row.channel === channel), others: rows.filter((row) => row.channel !== channel) }
}

function test(measure: Measure, sides: readonly Sides[]): Pick<Comparison, 'tested' | 'dossiers' | 'others'> {
  if (measure === 'receive' || measure === 'finish') {
    const waits = (rows: readonly Read[]) => rows.flatMap((row) => row[measure])
    const strata = sides
      .map(({ own, others }): TimeStratum => ({ own: waits(own), others: waits(others) }))
      .filter(({ own, others }) => own.length > 0 && others.length > 0)
    return judge(strata, { sizes: (one) => [sizeOf(one.own), sizeOf(one.others)], compare: compareTimes })
  }
  const strata = sides.map((side) => shareStratum(measure, side)).filter((one) => one.ownOf > 0 && one.othersOf > 0)
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
  const [a, n] = sumOf(own.map((row) => row[measure]))
  const [b, m] = sumOf(others.map((row) => row[measure]))
  return { own: a, ownOf: n, others: b, othersOf: m }
}

function sumOf(pairs: readonly (readonly [number, number])[]): [number, number] {
  return pairs.reduce<[number, number]>(([part, whole], [more, of]) => [part + more, whole + of], [0, 0])
}
