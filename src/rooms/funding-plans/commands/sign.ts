import { createHash } from 'node:crypto'
import { DomainError, Forbidden } from '#kernel/errors.ts'
import type { Officer } from '#kernel/viewer.ts'
import { now, today } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { putFile } from '#platform/files/index.ts'
import { enqueue, type Happening } from '#platform/jobs/index.ts'
import { reportSignaturePlace, type SlipHead } from '#platform/pdf/index.ts'
import { type Agency, getUnit, listAgencies, type Unit } from '#rooms/agencies/index.ts'
import { findOfficerForSigning } from '#rooms/identity/index.ts'
import {
  requestSignature,
  type SignatureCompleted,
  type SignatureFailed,
  type SignatureRefused,
} from '#rooms/signatures/index.ts'
import { contentOf, type Version } from '../plan.ts'
import { buildReport } from '../reports/build.ts'
import { findPlanOfVersion, getPlan, type Held, updateVersion } from '../store/plans.ts'
import { insertAct } from '../store/slips.ts'
import { vi } from '../words.vi.ts'
import { asPdf } from './as-pdf.ts'
import { gather, hold } from './hold.ts'

export const PURPOSE = 'funding-plan'

interface Wanted {
  agencyId: number
  versionId: string
  officerId: string
}

/** The head of the body signs: from here on nothing in the version changes. The paper is made by a job. R-207 */
export async function askSignature(officer: Officer, planId: string): Promise<void> {
  await transaction(officer.agencyId, async (tx) => {
    const { plan, version } = await hold(tx, officer, { planId, act: 'ask-signature' })
    const { agencyId, officerId } = officer
    if (!(await findOfficerForSigning(tx, officerId, plan.unitId))) {
      throw new Forbidden('funding-plans.signer-not-competent')
    }
    const content_sha256 = createHash('sha256').update(contentOf(plan, version)).digest('hex')
    await updateVersion(tx, version, { state: 'signing', content_sha256 })
    const entry = { act: 'ask-signature', version: version.number, officerId, words: '' }
    await insertAct(tx, plan, { ...entry, facts: { contentSha256: content_sha256 } })
    const wanted: Wanted = { agencyId, versionId: version.id, officerId }
    await enqueue(tx, 'funding-plans:prepare-signature', wanted)
  })
}

async function heldByVersion(tx: Tx, versionId: string, lock = false): Promise<Held | undefined> {
  const planId = await findPlanOfVersion(tx, versionId)
  return planId === undefined ? undefined : getPlan(tx, planId, { lock })
}

/** Sets the plan in type and asks for the signature. Worked twice, it is one request. */
export async function prepareSignature({ agencyId, versionId, officerId }: Wanted): Promise<void> {
  const paper = await transaction(agencyId, async (tx) => {
    const held = await heldByVersion(tx, versionId)
    const version = held?.versions.find(({ id }) => id === versionId)
    if (!held || version?.state !== 'signing') return undefined
    const { plan, body, slips } = await gather(tx, agencyId, held)
    const signer = await findOfficerForSigning(tx, officerId, plan.unitId)
    if (!signer) throw new DomainError('funding-plans.signer-not-competent')
    const agency = (await listAgencies(tx)).find(({ id }) => id === agencyId)
    const unit = await getUnit(tx, plan.unitId)
    const { number, lines } = version
    const facts = { body: body.name.vi, year: plan.year, level: plan.level, version: number, lines, slips }
    return { plan, version, signer, unit, agency, facts }
  })
  if (!paper) return
  const { plan, version, signer, unit, agency, facts } = paper
  const reports = (['B1', 'B2', 'B3'] as const).map((code) => buildReport(code, facts, vi))
  const reference = `${unit.code}-${plan.year}-${version.number}`
  const printed = await asPdf(
    reports,
    {
      title: `Kế hoạch bảo đảm kinh phí năm ${plan.year}`,
      head: headOf({ unit, agency, reference }),
      notes: notesOf(version),
      signer: { position: signer.title.vi, name: signer.name },
      reference,
    },
    now(),
  )
  const { sha256 } = await putFile(printed.pdf)
  await transaction(agencyId, async (tx) => {
    const held = await heldByVersion(tx, versionId, true)
    if (held?.versions.find(({ id }) => id === versionId)?.state !== 'signing') return
    const { requestId } = await requestSignature(tx, {
      ...{ agencyId, purpose: PURPOSE, subjectId: versionId, sourceSha256: sha256 },
      description: `Kế hoạch bảo đảm kinh phí năm ${plan.year}, ${unit.name.vi}`,
      ...{ userId: signer.userId, signerName: signer.name, place: reportSignaturePlace(printed) },
    })
    await updateVersion(tx, version, { signing_request_id: requestId })
  })
}

const KIND_OF_PLACE = /^(?:Ủy ban nhân dân\s+)?(?:xã|phường|đặc khu|tỉnh|thành phố|bộ)\s+/i

interface Letterhead {
  unit: Unit
  agency: Agency | undefined
  reference: string
}

/** @see Decree 30/2020/NĐ-CP, Appendix I */
export function headOf({ unit, agency, reference }: Letterhead): SlipHead {
  const named = unit.kind === 'commune' ? unit.name.vi : (agency?.name.vi ?? unit.name.vi)
  const place = named.replace(KIND_OF_PLACE, '')
  const above = unit.parentId ? agency?.fullName.vi : undefined
  return { unit: unit.name.vi, parentAgency: above, number: `${reference}/KH`, place, issuedOn: today() }
}

function notesOf({ noTraining, digitalPlan, reason }: Version): string[] {
  return [
    ...(reason ? [`Lý do điều chỉnh: ${reason}`] : []),
    ...(noTraining ? [`Bồi dưỡng cán bộ: ${noTraining}`] : []),
    ...(digitalPlan.number ? [`Gắn với Kế hoạch chuyển đổi số số ${digitalPlan.number}.`] : []),
  ]
}

export type SignatureEnded = SignatureCompleted | SignatureRefused | SignatureFailed

/** The signature came, or did not come and can be asked for again. Told twice, it is written down once. */
export async function followPlanSignature(event: SignatureEnded): Promise<void> {
  if (event.purpose !== PURPOSE) return
  const { agencyId, subjectId } = event
  await transaction(agencyId, async (tx) => {
    const held = await heldByVersion(tx, subjectId, true)
    const version = held?.versions.find(({ id }) => id === subjectId)
    if (!held || version?.state !== 'signing') return
    const entry = { version: version.number, officerId: undefined, words: '' }
    if (event.type === 'signature.completed') {
      await updateVersion(tx, version, { state: 'signed', signed_sha256: event.fileSha256 })
      const facts = { fileSha256: event.fileSha256 }
      await insertAct(tx, held.plan, { ...entry, act: 'complete-signature', facts })
    } else {
      await updateVersion(tx, version, { state: 'appraised', signing_request_id: null })
      await insertAct(tx, held.plan, { ...entry, act: 'miss-signature', facts: { reason: event.reason } })
    }
  })
}

const hear = (happening: Happening) => followPlanSignature(happening as SignatureEnded)

/** What the room listens to, for `app/worker.ts`. A happening comes back from the queue as JSON; its type says its shape. */
export const fundingPlanReactions: Readonly<Record<string, readonly ((happening: Happening) => Promise<void>)[]>> = {
  'signature.completed': [hear],
  'signature.refused': [hear],
  'signature.failed': [hear],
}

/** True when what stands in the database is still what was signed. */
export function isAsSigned(held: Pick<Held, 'plan'>, version: Held['versions'][number]): boolean {
  if (version.signedSha256 === undefined) return true
  return createHash('sha256').update(contentOf(held.plan, version)).digest('hex') === version.contentSha256
}
