import { type Tested, twoSided, Z95 } from './chance.ts'

/** How many of how many, in one stratum: those of the channel, and all others. */
export interface ShareStratum {
  own: number
  ownOf: number
  others: number
  othersOf: number
}

/** Below this the normal distribution is no good guide, and nothing is said. */
const LEAST_VARIANCE = 5

/**
 * Whether something happens to one channel more often. The test is that of Cochran, Mantel and Haenszel; the effect is
 * the difference of the shares inside the strata: 0.03 is three more of every hundred.
 *
 * @see Mantel and Haenszel (1959), J. Natl. Cancer Inst. 22, 719–748; Greenland and Robins (1985), Biometrics 41, 55–68
 */
export function compareShares(strata: readonly ShareStratum[]): Tested | undefined {
  let [above, variance, weights, difference, spread] = [0, 0, 0, 0, 0]
  for (const { own: a, ownOf: n, others: b, othersOf: m } of strata) {
    if (n === 0 || m === 0) continue
    const total = n + m
    const happened = a + b
    above += a - (n * happened) / total
    if (total > 1) variance += (n * m * happened * (total - happened)) / (total ** 2 * (total - 1))
    weights += (n * m) / total
    difference += (a * m - b * n) / total
    spread += (a * (n - a) * m ** 3 + b * (m - b) * n ** 3) / (n * m * total ** 2)
  }
  if (variance < LEAST_VARIANCE) return undefined
  const effect = difference / weights
  const error = Math.sqrt(spread) / weights
  return { p: twoSided(above / Math.sqrt(variance)), effect, low: effect - Z95 * error, high: effect + Z95 * error }
}
