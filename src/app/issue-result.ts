import { DomainError } from '#kernel/errors.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { getUnit, listAgencies, pageAddress, type Unit } from '#rooms/agencies/index.ts'
import { type Dossier, lockDossierAsSystem, refOf } from '#rooms/dossiers/index.ts'
import { findOfficerForSigning } from '#rooms/identity/index.ts'
import {
  decisionText,
  latestProposal,
  type Paper,
  type Proposal,
  paperOf,
  type SignRequested,
} from '#rooms/processing/index.ts'
import { prepareResult, type ResultWords, returnResult } from '#rooms/results/index.ts'

interface Gathered {
  dossier: Dossier
  paper: Paper
  unit: Unit
  agency: { name: { vi: string } }
  signer: { userId: string; name: string; title: { vi: string } }
  proposal: Proposal | undefined
}

async function gather(tx: Tx, { agencyId, dossierId, approverId, unitId }: SignRequested): Promise<Gathered> {
  const dossier = await lockDossierAsSystem(tx, agencyId, dossierId)
  const signer = await findOfficerForSigning(tx, approverId, unitId)
  if (!signer) throw new DomainError('results.signer-not-competent', { unitId })
  const agency = (await listAgencies(tx)).find(({ id }) => id === agencyId)
  if (!agency) throw new DomainError('results.no-such-agency', { agencyId })
  const [unit, paper] = [await getUnit(tx, unitId), await paperOf(tx, dossier)]
  return { dossier, paper, unit, agency, signer, proposal: await latestProposal(tx, dossierId) }
}

const COMMITTEE = /^Ủy ban nhân dân\s+/
const KIND_OF_PLACE = /^(?:xã|phường|đặc khu|tỉnh|thành phố|bộ)\s+/i

function placeOf({ unit, agency }: Gathered): string {
  const named = unit.kind === 'commune' ? unit.name.vi.replace(COMMITTEE, '') : agency.name.vi
  return named.replace(KIND_OF_PLACE, '')
}

/** In the words of the package; the approver's own title where it names none. */
function words({ dossier, paper, unit, proposal, signer }: Gathered, seq: number): ResultWords {
  const { signer: named, ...text } = decisionText(paper, { dossier, proposal, unit: unit.name.vi, seq })
  return { ...text, signerPosition: named.position || signer.title.vi }
}

/** An approver has decided: the paper is written in the words of the service's package, and goes to be signed. */
export async function startResult(requested: SignRequested): Promise<void> {
  const { agencyId, itemId } = requested
  const gathered = await transaction(agencyId, (tx) => gather(tx, requested))
  const { dossier, unit, agency, signer, proposal } = gathered
  await prepareResult({
    agencyId,
    dossier: { id: dossier.id, code: refOf(dossier), procedureCode: dossier.procedureCode, personId: dossier.personId },
    itemId,
    outcome: proposal?.outcome ?? 'granted',
    unit: { id: unit.id, name: unit.name.vi, parentAgency: agency.name.vi, place: placeOf(gathered) },
    signer: { userId: signer.userId, name: signer.name },
    origin: await pageAddress(agencyId, 'vi', ''),
    fields: { ...proposal?.fields },
    compose: ({ seq }) => words(gathered, seq),
  })
}

/** The dossier went into the person's hands, and its result with it: whoever verifies it is told so. R-117 */
export async function closeResult({ agencyId, dossierId }: { agencyId: number; dossierId: string }): Promise<void> {
  await transaction(agencyId, async (tx) => {
    const dossier = await lockDossierAsSystem(tx, agencyId, dossierId)
    await returnResult(tx, { dossierId, to: dossier.owner.name, method: dossier.resultChannel })
  })
}
