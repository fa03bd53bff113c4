import type { Tx } from '#platform/db/index.ts'
import type { Handover, Proposal } from '../work-item.ts'
import './tables.ts'

interface OfDossier {
  agencyId: number
  dossierId: string
}

/** The dossier's lock makes the next number safe. */
async function nextOrdinal(tx: Tx, table: 'proposals' | 'handovers', dossierId: string): Promise<number> {
  const row = await tx
    .selectFrom(table)
    .select(({ fn }) => fn.max('ordinal').as('last'))
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function insertProposal(tx: Tx, proposal: Omit<Proposal, 'ordinal'> & OfDossier): Promise<void> {
  await tx
    .insertInto('proposals')
    .values({
      agency_id: proposal.agencyId,
      dossier_id: proposal.dossierId,
      ordinal: await nextOrdinal(tx, 'proposals', proposal.dossierId),
      outcome: proposal.outcome,
      opinion: proposal.opinion,
      fields: JSON.stringify(proposal.fields),
      officer_id: proposal.officerId,
      proposed_at: proposal.proposedAt,
    })
    .execute()
}

/** All proposals, the latest last. */
export async function listProposals(tx: Tx, dossierId: string): Promise<Proposal[]> {
  const rows = await tx
    .selectFrom('proposals')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    ordinal: row.ordinal,
    outcome: row.outcome,
    opinion: row.opinion,
    fields: row.fields,
    officerId: row.officer_id,
    proposedAt: row.proposed_at,
  }))
}

export async function insertHandover(tx: Tx, handover: Omit<Handover, 'ordinal'> & OfDossier): Promise<void> {
  await tx
    .insertInto('handovers')
    .values({
      agency_id: handover.agencyId,
      dossier_id: handover.dossierId,
      ordinal: await nextOrdinal(tx, 'handovers', handover.dossierId),
      from_unit_id: handover.fromUnitId ?? null,
      to_unit_id: handover.toUnitId,
      from_officer_id: handover.fromOfficerId ?? null,
      to_officer_id: handover.toOfficerId ?? null,
      step: handover.step,
      action: handover.action ?? null,
      note: handover.note ?? null,
      handed_at: handover.handedAt,
    })
    .execute()
}

/** Form 06 of a dossier, in order. R-136 */
export async function listHandovers(tx: Tx, dossierId: string): Promise<Handover[]> {
  const rows = await tx
    .selectFrom('handovers')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    ordinal: row.ordinal,
    fromUnitId: row.from_unit_id ?? undefined,
    toUnitId: row.to_unit_id,
    fromOfficerId: row.from_officer_id ?? undefined,
    toOfficerId: row.to_officer_id ?? undefined,
    step: row.step,
    action: row.action ?? undefined,
    note: row.note ?? undefined,
    handedAt: row.handed_at,
  }))
}

/** What was proposed last, which is what the approver decides on. */
export async function latestProposal(tx: Tx, dossierId: string): Promise<Proposal | undefined> {
  return (await listProposals(tx, dossierId)).at(-1)
}
