/** Complementary error function. @see W. J. Cody's rational form as in Numerical Recipes, erfcc: error below 1.2e-7 */
function erfc(x: number): number {
  const z = Math.abs(x)
  const t = 1 / (1 + z / 2)
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ]
  const sum = terms.reduceRight((rest, term) => term + t * rest, 0)
  const value = t * Math.exp(-z * z + sum)
  return x >= 0 ? value : 2 - value
}

/** How often chance alone goes at least this far, to either side. */
export function twoSided(z: number): number {
  return Math.min(1, erfc(Math.abs(z) / Math.SQRT2))
}

/** Of the normal distribution: nineteen of twenty lie within so many standard errors. */
export const Z95 = 1.959964

/**
 * What each p becomes when many questions were asked at once: at most so large a share of the alarms is false.
 *
 * @see Benjamini and Hochberg (1995), J. R. Stat. Soc. B 57, 289–300
 */
export function adjusted(ps: readonly number[]): number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((one, other) => other.p - one.p)
  const result = new Array<number>(ps.length)
  let least = 1
  for (const [place, { p, index }] of order.entries()) {
    least = Math.min(least, (p * ps.length) / (ps.length - place))
    result[index] = least
  }
  return result
}

/** What a test says: how unlikely under equal treatment, and how large the difference with nineteen of twenty certainty. */
export interface Tested {
  p: number
  effect: number
  low: number
  high: number
}
