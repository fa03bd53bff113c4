import type { Selectable } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { Decision } from '../petition.ts'

interface ExplanationsTable {
  agency_id: number
  id: string
  petition_id: string
  officer_id: string
  superior_id: string
  matter: string
  dismissed: string[]
  asked_by: string
  asked_at: Date
  explain_by_on: LocalDate
  explanation: string | null
  explained_at: Date | null
  decision: Decision | null
  decision_words: string | null
  decided_at: Date | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    explanations: ExplanationsTable
  }
}

export interface Explanation {
  id: string
  petitionId: string
  officerId: string
  superiorId: string
  /** What is to be explained, written for the officer: it does not say who complained. */
  matter: string
  askedAt: Date
  explainByOn: LocalDate
  explanation: string | undefined
  explainedAt: Date | undefined
  decision: Decision | undefined
  decisionWords: string | undefined
  decidedAt: Date | undefined
}

function explanationOf(row: Selectable<Tables['explanations']>): Explanation {
  return {
    id: row.id,
    petitionId: row.petition_id,
    officerId: row.officer_id,
    superiorId: row.superior_id,
    matter: row.matter,
    askedAt: row.asked_at,
    explainByOn: row.explain_by_on,
    explanation: row.explanation ?? undefined,
    explainedAt: row.explained_at ?? undefined,
    decision: row.decision ?? undefined,
    decisionWords: row.decision_words ?? undefined,
    decidedAt: row.decided_at ?? undefined,
  }
}

export interface NewExplanation {
  agencyId: number
  id: string
  petitionId: string
  officerId: string
  superiorId: string
  matter: string
  dismissed: readonly string[]
  askedBy: string
  at: Date
  explainByOn: LocalDate
}

export async function insertExplanation(tx: Tx, one: NewExplanation): Promise<void> {
  await tx
    .insertInto('explanations')
    .values({
      agency_id: one.agencyId,
      id: one.id,
      petition_id: one.petitionId,
      officer_id: one.officerId,
      superior_id: one.superiorId,
      matter: one.matter,
      dismissed: [...one.dismissed],
      asked_by: one.askedBy,
      asked_at: one.at,
      explain_by_on: one.explainByOn,
      explanation: null,
      explained_at: null,
      decision: null,
      decision_words: null,
      decided_at: null,
    })
    .execute()
}

export async function getExplanation(tx: Tx, id: string, how: { lock?: true } = {}): Promise<Explanation> {
  if (!isId(id)) throw new NotFound()
  const query = tx.selectFrom('explanations').selectAll().where('id', '=', id)
  const row = await (how.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new NotFound()
  return explanationOf(row)
}

export async function findExplanationOf(tx: Tx, petitionId: string): Promise<Explanation | undefined> {
  const row = await tx.selectFrom('explanations').selectAll().where('petition_id', '=', petitionId).executeTakeFirst()
  return row && explanationOf(row)
}

export async function changeExplanation(
  tx: Tx,
  id: string,
  change: Partial<
    Pick<ExplanationsTable, 'explanation' | 'explained_at' | 'decision' | 'decision_words' | 'decided_at'>
  >,
): Promise<void> {
  await tx.updateTable('explanations').set(change).where('id', '=', id).execute()
}

const MOST_LISTED = 200

/** What an officer has to explain, or to decide on; open ones first, then the latest. */
export async function listExplanationsFor(tx: Tx, officerId: string): Promise<Explanation[]> {
  const rows = await tx
    .selectFrom('explanations')
    .selectAll()
    .where((where) => where.or([where('officer_id', '=', officerId), where('superior_id', '=', officerId)]))
    .orderBy('decided_at', (order) => order.desc().nullsFirst())
    .orderBy('explain_by_on')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(explanationOf)
}

export async function listUndecided(tx: Tx): Promise<Explanation[]> {
  const rows = await tx.selectFrom('explanations').selectAll().where('decided_at', 'is', null).execute()
  return rows.map(explanationOf)
}
