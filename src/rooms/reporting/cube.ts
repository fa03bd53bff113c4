import type { LocalDate } from '#kernel/local-date.ts'
import type { Occurrence } from './occurrence.ts'
import { monthOf } from './period.ts'
import { addTo, type Tally } from './tally.ts'

export type Grain = 'day' | 'month'

/** Taken together: all procedures, all units, all channels. */
export const ALL = ''

/** One row of figures: what, where, how it came in, and when. `ALL` where they are taken together. */
export interface Cell {
  grain: Grain
  procedureCode: string
  unit: string
  channel: string
  startsOn: LocalDate
  tally: Tally
}

/** What has been counted and not yet written down, by row. Each occurrence belongs to sixteen of them. */
export class Cube {
  readonly #cells = new Map<string, Cell & { tally: Record<string, number> }>()

  add({ on, procedureCode, unitId, channel, tally }: Occurrence): void {
    for (const [grain, startsOn] of [
      ['day', on],
      ['month', monthOf(on)],
    ] as const) {
      for (const procedure of [procedureCode, ALL]) {
        for (const unit of [unitId, ALL]) {
          for (const way of [channel, ALL])
            this.#addTo({ grain, procedureCode: procedure, unit, channel: way, startsOn, tally })
        }
      }
    }
  }

  /** In the order of their keys, so that two who write never wait for each other in a circle. */
  cells(): Cell[] {
    return [...this.#cells.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell)
  }

  #addTo(added: Cell): void {
    const { grain, procedureCode, unit, channel, startsOn, tally } = added
    const key = [grain, procedureCode, unit, channel, startsOn].join(' ')
    const cell = this.#cells.get(key)
    if (cell) addTo(cell.tally, tally)
    else this.#cells.set(key, { ...added, tally: { ...tally } })
  }
}

/** Rows as text, the same for the same figures whatever order they come in. */
export function bytesOf(cells: readonly Cell[]): string {
  const lines = cells.map(({ grain, procedureCode, unit, channel, startsOn, tally }) => {
    const counts = Object.entries(tally).sort(([one], [other]) => (one < other ? -1 : 1))
    return JSON.stringify([grain, procedureCode, unit, channel, startsOn, counts])
  })
  return lines.sort().join('\n')
}
