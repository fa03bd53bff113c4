import { Conflict } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { getUnit } from '#rooms/agencies/index.ts'
import { type Dossier, refOf } from '#rooms/dossiers/index.ts'
import { findConnection } from '../../store/connections.ts'
import { insertDraft, insertDraftMessage, type NewDraft } from '../store/drafts.ts'

export interface DraftGiven {
  /** The work item that asks for it: the same again is the same draft. */
  key: string
  subject: string
  /** `Giấy xác nhận`, `Thông báo` … as the document system lists it. */
  typeName: string
  fileName: string
  fileSha256: string
}

/**
 * Gives a draft to the document system for signature; number and day come back with `document.issued`. In the caller's
 * transaction. Throws Conflict when the agency has no document system.
 */
export async function sendDraft(
  tx: Tx,
  officer: Officer,
  { dossier, ...given }: DraftGiven & { dossier: Dossier },
): Promise<void> {
  const connection = await findConnection(tx, 'document-system')
  if (!connection || connection.state === 'off') throw new Conflict('exchange.no-document-system')
  const from = await getUnit(tx, dossier.competentUnitId)
  const draft: NewDraft = {
    ...{ agencyId: dossier.agencyId, id: newId(), dossierId: dossier.id, dossierCode: refOf(dossier), ...given },
    ...{ fromCode: from.code, toCode: connection.settings.organId ?? from.code },
    ...{ draftedBy: officer.officerId, draftedAt: now() },
  }
  if (await insertDraft(tx, draft)) await insertDraftMessage(tx, draft, connection.contractVersion)
}
