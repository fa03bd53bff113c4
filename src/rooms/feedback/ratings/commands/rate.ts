import { randomUUID } from 'node:crypto'
import { today } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { getUnit } from '#rooms/agencies/index.ts'
import { getDossierAsSystem, isAnswered } from '#rooms/dossiers/index.ts'
import { monthOf, type Rating } from '../rating.ts'
import { claimRating, countMarks, insertComment, isRated } from '../store.ts'

/** `open`: it can be rated. `early`: the agency has not answered yet. */
export type Standing = 'open' | 'early' | 'rated'

export interface Rateable {
  procedureName: Bilingual
  unitName: Bilingual
  standing: Standing
}

/** What whoever holds the link is shown of the dossier: the procedure and the unit, nothing of a person. */
export async function getRateable(tx: Tx, agencyId: number, dossierId: string): Promise<Rateable> {
  const { status, procedureName, competentUnitId } = await getDossierAsSystem(tx, agencyId, dossierId)
  const standing = !isAnswered(status) ? 'early' : (await isRated(tx, dossierId)) ? 'rated' : 'open'
  return { procedureName, unitName: (await getUnit(tx, competentUnitId)).name, standing }
}

/**
 * Takes one rating for a dossier and forgets at once whose it was: the marks are counted, the words kept apart. True when
 * it was taken; false when there is one already, or nothing to rate yet. R-163
 */
export async function rate(agencyId: number, dossierId: string, rating: Rating): Promise<boolean> {
  return transaction(agencyId, async (tx) => {
    const { status, procedureCode, competentUnitId } = await getDossierAsSystem(tx, agencyId, dossierId)
    if (!isAnswered(status) || !(await claimRating(tx, agencyId, dossierId))) return false
    const about = { agencyId, month: monthOf(today()), procedureCode, unitId: competentUnitId }
    await countMarks(tx, about, rating.marks)
    // A drawn id: one that sorts by time would put the words in the order of the dossiers.
    if (rating.comment !== '') await insertComment(tx, about, { id: randomUUID(), words: rating.comment })
    return true
  })
}
