import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { getUnit, listUnits, type Unit } from '#rooms/agencies/index.ts'

/** Names of procedures by code: as people say them where the agency has said it, else as the catalogue has them. */
export async function procedureNames(tx: Tx, codes: readonly string[]): Promise<Map<string, Bilingual>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('procedures')
    .select(['code', 'name', 'card'])
    .where('code', 'in', [...codes])
    .execute()
  return new Map(
    rows.map(({ code, name, card }) => {
      const plain = card.plain
      return [code, { vi: plain?.vi?.name ?? name, en: plain?.en?.name ?? name }]
    }),
  )
}

/** The units of the day by id, and those of these ids that have ended since. */
export async function unitsById(tx: Tx, agencyId: number, ids: Iterable<string> = []): Promise<Map<string, Unit>> {
  const units = new Map((await listUnits(tx, agencyId)).map((unit) => [unit.id, unit]))
  for (const id of ids) if (!units.has(id)) units.set(id, await getUnit(tx, id))
  return units
}
