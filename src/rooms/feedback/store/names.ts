import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { getUnit, listUnits, type Unit } from '#rooms/agencies/index.ts'
import { listCards } from '#rooms/procedures/index.ts'

/** Names of procedures by code, as people say them where somebody has said it. */
export async function procedureNames(tx: Tx, codes: Iterable<string>): Promise<(code: string) => Bilingual> {
  const cards = new Map((await listCards(tx, [...new Set(codes)])).map((line) => [line.code, line]))
  return (code) => {
    const line = cards.get(code)
    const name = line?.name ?? code
    return { vi: line?.card.plain?.vi.name ?? name, en: line?.card.plain?.en?.name ?? name }
  }
}

/** Names of units by id, also of those that have ended since. */
export async function unitNames(tx: Tx, agencyId: number, ids: Iterable<string>): Promise<(id: string) => Bilingual> {
  const units = new Map<string, Unit>((await listUnits(tx, agencyId)).map((unit) => [unit.id, unit]))
  for (const id of ids) if (!units.has(id)) units.set(id, await getUnit(tx, id))
  return (id) => units.get(id)?.name ?? { vi: id, en: id }
}
