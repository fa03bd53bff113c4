import { Conflict, Forbidden } from '#kernel/errors.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import {
  type Desks,
  type Draft,
  type FormContext,
  findOpenDraft,
  type Helped,
  helpWithDraft,
  lockHelpedDraft,
  type Start,
} from '#rooms/forms/index.ts'
import { personAtCounter } from '#rooms/identity/index.ts'
import type { Party } from '../dossier.ts'
import { desksOf } from '../policy.ts'
import type { ListedPaper, Receipt } from '../slips.ts'
import { findDossier } from '../store/dossiers.ts'
import { loadPlaces, type Places } from '../store/places.ts'
import { loadService } from '../store/services.ts'
import { findReceipt } from '../store/slips.ts'
import { receiveFound } from './receive.ts'
import { fileDossier, takenAtDesk } from './submit.ts'

export interface BroughtToCounter {
  draftId: string
  /** The draft as it stood on the paper the person signed; another one is not filed. */
  revision: number
  serviceVersion: string
  context: FormContext
  applicant: Party
  /** Papers that were brought, as the receipt lists them. */
  papers: readonly ListedPaper[]
}

/** The desks of an officer, for looking at the drafts they help with. */
export function desksWith(officer: Officer, { units }: Places): Desks {
  return { agencyId: officer.agencyId, unitIds: desksOf(officer, units) }
}

export interface Begun extends Start {
  citizen: Citizen
  unitId: string
  identified: Helped['identified']
  /** The person has asked this desk to go on with what they began elsewhere. */
  asked: boolean
}

/**
 * A desk begins a form with somebody, or goes on with the one they have begun: each person has one for each procedure.
 * @see Decree 42/2022, Art. 15.1 c
 */
export async function beginAtCounter(
  officer: Officer,
  { citizen, unitId, identified, asked, ...start }: Begun,
): Promise<Draft> {
  return transaction(officer.agencyId, async (tx) => {
    const { unitIds } = desksWith(officer, await loadPlaces(tx, officer.agencyId))
    if (!unitIds.includes(unitId)) throw new Forbidden('dossiers.not-your-desk')
    const open = await findOpenDraft(tx, citizen, start.procedureCode)
    const here = open?.helped !== undefined && unitIds.includes(open.helped.unitId)
    if (open && !here && !asked) throw new Conflict('dossiers.begun-elsewhere')
    return helpWithDraft(tx, citizen, { ...start, helped: { unitId, officerId: officer.officerId, identified } })
  })
}

/**
 * Nộp tại quầy: what the person signed is filed and received in one transaction, so that nobody leaves the counter
 * without a code, and the same commands decide as for every other channel. Pressed twice, it is the same receipt.
 *
 * @see Decree 61/2018, Art. 17.1; Decree 42/2022, Art. 15.1 b, c.
 */
export async function takeInAtCounter(officer: Officer, brought: BroughtToCounter): Promise<Receipt> {
  return transaction(officer.agencyId, async (tx) => {
    const places = await loadPlaces(tx, officer.agencyId)
    const draft = await lockHelpedDraft(tx, desksWith(officer, places), brought.draftId)
    if (draft.submittedAs !== undefined) return receiptOf(tx, draft, { ref: draft.submittedAs, officer })
    if (draft.revision !== brought.revision) throw new Conflict('forms.draft-changed')
    const dossier = await file(tx, draft, { officer, brought })
    return receiveFound(tx, officer, { dossier, places, documents: brought.papers })
  })
}

async function file(tx: Tx, draft: Draft, { officer, brought }: { officer: Officer; brought: BroughtToCounter }) {
  const { helped, procedureCode, language } = draft
  if (!helped) throw new Conflict('forms.draft-changed')
  const { agencyId } = officer
  const { serviceVersion, context, applicant } = brought
  const service = await loadService(tx, agencyId, { code: procedureCode, version: serviceVersion })
  if (!takenAtDesk(service.package.service)) throw new Conflict('dossiers.not-at-desks', { code: procedureCode })
  const { citizen } = await personAtCounter(tx, agencyId, draft.personId)
  return fileDossier(tx, citizen, {
    ...{ key: draft.id, procedureCode, serviceVersion, channel: 'counter', language, context, applicant },
    from: { draftId: draft.id },
    help: { officer, unitId: helped.unitId, identified: helped.identified },
  })
}

/** Of a draft that has become a dossier: at this counter a moment ago, unless the person filed it at home meanwhile. */
async function receiptOf(tx: Tx, draft: Draft, { ref, officer }: { ref: string; officer: Officer }): Promise<Receipt> {
  const dossier = await findDossier(tx, officer.agencyId, ref)
  const receipt = dossier && (await findReceipt(tx, dossier))
  if (!receipt) throw new Conflict('dossiers.filed-elsewhere', { code: draft.procedureCode })
  return receipt
}
