/** What is counted one by one. */
export const COUNTED = [
  'submitted',
  'received',
  'receivedOnline',
  'refused',
  'withdrawn',
  'discontinued',
  'supplementRequests',
  'ended',
  'endedSupplemented',
  'finished',
  'onTime',
  'late',
  'undated',
  'rejected',
  'returned',
  'acts',
  'automaticActs',
] as const
export type Counted = (typeof COUNTED)[number]

/** What is measured: how many dossiers took how many quarters of an office hour. */
export type Measured = 'receive' | 'finish'

/** Name → how many; `finish/36` counts the dossiers that took 36 quarters of an hour. Whole numbers, never negative. */
export type Tally = Readonly<Record<string, number>>

export const NOTHING: Tally = {}

export function countIn(tally: Tally, name: Counted): number {
  return tally[name] ?? 0
}

export function took(measured: Measured, quarters: number): string {
  return `${measured}/${quarters}`
}

/** `[quarters, dossiers]`, shortest first. */
export type Waits = readonly (readonly [number, number])[]

export function waitsIn(tally: Tally, measured: Measured): Waits {
  const prefix = `${measured}/`
  const found: [number, number][] = []
  for (const [name, count] of Object.entries(tally)) {
    if (name.startsWith(prefix)) found.push([Number(name.slice(prefix.length)), count])
  }
  return found.sort(([one], [other]) => one - other)
}

/** Adds to `sum`, which is the caller's own. */
export function addTo(sum: Record<string, number>, tally: Tally): void {
  for (const [name, count] of Object.entries(tally)) sum[name] = (sum[name] ?? 0) + count
}

export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum: Record<string, number> = {}
  for (const tally of tallies) addTo(sum, tally)
  return sum
}
