import type { Officer } from '#kernel/viewer.ts'
import { read } from '#platform/db/index.ts'
import type { Item, Move } from '../item.ts'
import { unitsOf } from '../policy.ts'
import { listForPerson, listForUnits, listMoves } from '../store/items.ts'

export interface Tracking {
  item: Item
  moves: readonly Move[]
}

/** The items of the desks the officer works at. */
export function listAtDesk(officer: Officer): Promise<Item[]> {
  return read(officer.agencyId, (tx) => listForUnits(tx, unitsOf(officer)))
}

/** The person's own items, and where each has been. */
export function listMine({ agencyId, personId }: { agencyId: number; personId: string }): Promise<Tracking[]> {
  return read(agencyId, async (tx) => {
    const items = await listForPerson(tx, personId)
    const moves = await listMoves(
      tx,
      items.map(({ id }) => id),
    )
    return items.map((item) => ({ item, moves: moves.get(item.id) ?? [] }))
  })
}
