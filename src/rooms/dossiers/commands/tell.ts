import { toLocal } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import { announce } from '#platform/jobs/index.ts'
import { deadlineWords, parseLimit, sayLimit } from '#rooms/deadlines/index.ts'
import { type Dossier, refOf } from '../dossier.ts'
import type { DossierEvent, DossierHappening } from '../happenings.ts'
import { type Places, unitNamed } from '../store/places.ts'
import { findReceipt } from '../store/slips.ts'

interface Told {
  type: DossierEvent
  places: Places
  /** Known to the caller; otherwise the receipt is asked. */
  receivingOfficer?: string | undefined
  reasons?: readonly string[] | undefined
}

/** Announces a change with its six facts, in the dossier's own language. R-157 */
export async function tell(tx: Tx, dossier: Dossier, told: Told): Promise<void> {
  const { language } = dossier
  const competent = await unitNamed(tx, told.places, dossier.competentUnitId)
  const receivingOfficer =
    told.receivingOfficer ?? (dossier.receivedAt ? (await findReceipt(tx, dossier))?.officerName : undefined)
  const happening: DossierHappening = {
    type: told.type,
    agencyId: dossier.agencyId,
    key: `${dossier.id}:${dossier.log.seq}`,
    dossierId: dossier.id,
    ref: refOf(dossier),
    procedureCode: dossier.procedureCode,
    serviceVersion: dossier.serviceVersion,
    procedureName: dossier.procedureName,
    receivingUnitId: dossier.receivingUnitId,
    competentUnitId: dossier.competentUnitId,
    personId: dossier.personId,
    email: dossier.applicant.email,
    atCounter: dossier.helped !== undefined,
    language,
    path: `/my/dossiers/${refOf(dossier)}`,
    facts: {
      agency: competent.name[language],
      receivingOfficer,
      handlingOfficer: dossier.step?.officerName,
      receivedAt: dossier.receivedAt && toLocal(dossier.receivedAt),
      processingTime: sayLimit(parseLimit(dossier.timeLimit), deadlineWords(language)),
      returnAt: dossier.dueAt,
    },
    reasons: told.reasons,
  }
  await announce(tx, happening)
}
