import type { Dice } from './dice.ts'

/**
 * How far a dossier came. `refused` and `withdrawn` end at intake; `stopped` waits at one of the steps of the process,
 * free or held by somebody; `asked` waits for the person; `finished` went all the way.
 */
export type Story =
  | { kind: 'submitted' | 'refused' | 'withdrawn' }
  | { kind: 'asked' }
  | { kind: 'stopped'; at: number; held: boolean; rejected: boolean }
  | { kind: 'finished'; rejected: boolean; late: boolean }

/** Of the whole, a fifth is still open: nearly all of the last days, nearly nothing of what is years old. */
const STILL_OPEN = 0.2

interface Told {
  /** 0 today, 1 at the beginning. */
  age: number
  /** Steps of the process at which somebody has something to do. */
  steps: readonly number[]
}

export function tellStory(dice: Dice, { age, steps }: Told): Story {
  if (dice.chance(Math.exp(-age / STILL_OPEN))) return tellOpen(dice, steps)
  const luck = dice.next()
  if (luck < 0.015) return { kind: 'refused' }
  if (luck < 0.025) return { kind: 'withdrawn' }
  return { kind: 'finished', rejected: luck < 0.05, late: dice.chance(0.04) }
}

function tellOpen(dice: Dice, steps: readonly number[]): Story {
  const luck = dice.next()
  if (luck < 0.1) return { kind: 'submitted' }
  if (luck < 0.18) return { kind: 'asked' }
  // Most wait at the first step, where the work is.
  const [first = 0, ...later] = steps
  const at = later.length === 0 || dice.chance(0.6) ? first : dice.pick(later)
  return { kind: 'stopped', at, held: dice.chance(0.6), rejected: dice.chance(0.03) }
}
