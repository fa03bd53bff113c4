/** Fewer than this, and one could guess who said it. */
export const FEWEST = 5

/** Half up, in whole per cent. */
export function percentOf(part: number, whole: number): number {
  return Math.floor((part * 200 + whole) / (2 * whole))
}
