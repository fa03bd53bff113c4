import type { Waits } from '../tally.ts'
import { type Tested, twoSided, Z95 } from './chance.ts'

/** Times of like dossiers: the same procedure, at the same unit, in the same month; in any order, also in parts. */
export interface TimeStratum {
  own: Waits
  others: Waits
}

interface Sums {
  /** Of the rank test. */
  rank: number
  variance: number
  /** Of the logarithms. */
  weight: number
  difference: number
  squares: number
  freedom: number
}

/**
 * Whether one channel waits longer. The test is van Elteren's: ranks inside each stratum, so that the mix of procedures,
 * units and months plays no part and one very late dossier counts as one. The effect is the ratio of typical times
 * (geometric means) inside the strata: 1.10 is a tenth longer.
 *
 * @see van Elteren (1960), Bull. Inst. Int. Stat. 37, 351–361
 */
export function compareTimes(strata: readonly TimeStratum[]): Tested | undefined {
  const sums: Sums = { rank: 0, variance: 0, weight: 0, difference: 0, squares: 0, freedom: 0 }
  for (const stratum of strata) {
    addRanks(sums, stratum)
    addLogs(sums, stratum)
  }
  if (sums.variance <= 0 || sums.weight === 0 || sums.freedom <= 0) return undefined
  const log = sums.difference / sums.weight
  const error = Math.sqrt(sums.squares / sums.freedom / sums.weight)
  return {
    p: twoSided(sums.rank / Math.sqrt(sums.variance)),
    effect: Math.exp(log),
    low: Math.exp(log - Z95 * error),
    high: Math.exp(log + Z95 * error),
  }
}

export function sizeOf(waits: Waits): number {
  return waits.reduce((sum, [, count]) => sum + count, 0)
}

function addRanks(sums: Sums, { own, others }: TimeStratum): void {
  const [n, m] = [sizeOf(own), sizeOf(others)]
  if (n === 0 || m === 0) return
  const total = n + m
  const values = new Map<number, { own: number; all: number }>()
  const enter = (waits: Waits, mine: boolean) => {
    for (const [quarters, count] of waits) {
      const at = values.get(quarters) ?? { own: 0, all: 0 }
      if (mine) at.own += count
      at.all += count
      values.set(quarters, at)
    }
  }
  enter(own, true)
  enter(others, false)
  let [below, ranks, ties] = [0, 0, 0]
  for (const [, at] of [...values].sort(([one], [other]) => one - other)) {
    ranks += at.own * (below + (at.all + 1) / 2)
    ties += at.all ** 3 - at.all
    below += at.all
  }
  const weight = 1 / (total + 1)
  sums.rank += weight * (ranks - (n * (total + 1)) / 2)
  if (total > 1) sums.variance += weight ** 2 * ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)))
}

/** The middle of the quarter of an hour; what was done at once took a few minutes. */
function logOf(quarters: number): number {
  return Math.log(Math.max(quarters - 0.5, 0.25))
}

function addLogs(sums: Sums, { own, others }: TimeStratum): void {
  const [one, other] = [logsOf(own), logsOf(others)]
  if (one.size === 0 || other.size === 0) return
  const weight = (one.size * other.size) / (one.size + other.size)
  sums.weight += weight
  sums.difference += weight * (one.mean - other.mean)
  sums.squares += one.squares + other.squares
  sums.freedom += one.size + other.size - 2
}

function logsOf(waits: Waits): { size: number; mean: number; squares: number } {
  const size = sizeOf(waits)
  const mean = waits.reduce((sum, [quarters, count]) => sum + count * logOf(quarters), 0) / Math.max(size, 1)
  const squares = waits.reduce((sum, [quarters, count]) => sum + count * (logOf(quarters) - mean) ** 2, 0)
  return { size, mean, squares }
}
