import { dossierCode } from '#kernel/dossier-code.ts'
import { allow, Forbidden } from '#kernel/errors.ts'
import { dayOf, toLocal } from '#kernel/local-date.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { explainDeadline, loadCalendar, parseLimit } from '#rooms/deadlines/index.ts'
import { canReceive, deskFor } from '../policy.ts'
import type { ListedPaper, Receipt } from '../slips.ts'
import { takeNumber } from '../store/dossiers.ts'
import { unitNamed } from '../store/places.ts'
import { insertReceipt } from '../store/slips.ts'
import { actorOf, advance } from './advance.ts'
import { type Found, lockWithPlaces } from './find.ts'
import { tell } from './tell.ts'

/** Receives a dossier: code, due date, form 01. Throws Conflict when somebody was first. */
export async function receiveDossier(
  officer: Officer,
  ref: string,
  { documents }: { documents: readonly ListedPaper[] },
): Promise<Receipt> {
  return transaction(officer.agencyId, async (tx) =>
    receiveFound(tx, officer, { ...(await lockWithPlaces(tx, officer, ref)), documents }),
  )
}

/** The same in the caller's transaction, which holds the dossier's lock. */
export async function receiveFound(
  tx: Tx,
  officer: Officer,
  { dossier, places, documents }: Found & { documents: readonly ListedPaper[] },
): Promise<Receipt> {
  allow(canReceive(officer, dossier, places.reach))
  const unitId = deskFor(officer, dossier, places.reach)
  if (unitId === undefined) throw new Forbidden('dossiers.not-your-desk')

  const [at, unit] = [now(), await unitNamed(tx, places, unitId)]
  const received = toLocal(at)
  const calendar = await loadCalendar(tx, dossier.agencyId, dossier.competentUnitId)
  const { dueAt } = explainDeadline({ received, limit: parseLimit(dossier.timeLimit), calendar })
  const on = dayOf(received)
  // Last, so that the counter of this desk is held for as short as can be.
  const number = await takeNumber(tx, dossier.agencyId, { unitId, on })
  const code = dossierCode({ unitCode: unit.code, receivedOn: on, sequence: number })
  const by = { unitId, officerId: officer.officerId, officerName: officer.name }
  const receipt: Receipt = { dossierId: dossier.id, code, number, ...by, receivedAt: at, dueAt, documents }

  await insertReceipt(tx, dossier.agencyId, receipt)
  const after = await advance(tx, dossier, {
    change: { code, receivedAt: at, clockFrom: at, originalDueAt: dueAt, dueAt, receivingUnitId: unitId },
    entry: {
      actor: actorOf(officer),
      type: 'dossier.received',
      at,
      facts: {
        ...{ code, unitId, competentUnitId: dossier.competentUnitId, dueAt: dueAt ?? null },
        ...{ timeLimit: dossier.timeLimit, calendar: calendar.version, papers: documents.length },
      },
    },
  })
  await tell(tx, after, { type: 'dossier.received', places, receivingOfficer: officer.name })
  return receipt
}
