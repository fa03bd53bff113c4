import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'

export type ActKind =
  | 'registered'
  | 'released'
  | 'refused'
  | 'forwarded'
  | 'assigned'
  | 'explanation-asked'
  | 'explained'
  | 'decided'
  | 'answered'

interface PetitionActsTable {
  agency_id: number
  id: string
  petition_id: string
  kind: ActKind
  words: string
  law: string
  body: string
  by_officer: string | null
  done_at: Date
}

declare module '#platform/db/index.ts' {
  interface Tables {
    petition_acts: PetitionActsTable
  }
}

export interface PetitionAct {
  id: string
  kind: ActKind
  /** What the sender reads of it. */
  words: string
  law: string
  /** The body it was forwarded to. */
  body: string
  byOfficer: string | undefined
  at: Date
}

export interface NewAct {
  agencyId: number
  petitionId: string
  kind: ActKind
  words?: string
  law?: string
  body?: string
  byOfficer?: string | undefined
}

/** Writes a step down. Steps are only ever added. */
export async function addAct(tx: Tx, act: NewAct): Promise<void> {
  const { agencyId, petitionId, kind, words = '', law = '', body = '', byOfficer } = act
  await tx
    .insertInto('petition_acts')
    .values({
      ...{ agency_id: agencyId, id: newId(), petition_id: petitionId, kind, words, law, body },
      by_officer: byOfficer ?? null,
      done_at: now(),
    })
    .execute()
}

/** What was done with a petition, in its order. */
export async function listActs(tx: Tx, petitionId: string): Promise<PetitionAct[]> {
  const rows = await tx
    .selectFrom('petition_acts')
    .selectAll()
    .where('petition_id', '=', petitionId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, words, law, body, by_officer, done_at }) => ({
    ...{ id, kind, words, law, body },
    byOfficer: by_officer ?? undefined,
    at: done_at,
  }))
}
