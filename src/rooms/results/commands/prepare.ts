import { randomBytes } from 'node:crypto'
import { newId } from '#kernel/id.ts'
import { dayOf, toLocal } from '#kernel/local-date.ts'
import { now } from '#platform/clock/index.ts'
import { type Tx, transaction } from '#platform/db/index.ts'
import { putFile } from '#platform/files/index.ts'
import { renderResult, signaturePlace } from '#platform/pdf/index.ts'
import { requestSignature } from '#rooms/signatures/index.ts'
import type { Outcome, Result, ResultPaper, ResultWords } from '../result.ts'
import {
  findResult,
  getSequence,
  insertResult,
  lockResultOfDossier,
  markSigning,
  type PreparedResult,
  rewriteResult,
  takeNumber,
} from '../store.ts'

export const PURPOSE = 'result'

export interface ResultWish {
  agencyId: number
  dossier: { id: string; code: string; procedureCode: string; personId: string | undefined }
  /** The work item that waits for this signature: the same again is the same wish. */
  itemId: string
  outcome: Outcome
  /** The unit that issues: its numbers count on, and its name stands at the head. */
  unit: { id: string; name: string; parentAgency?: string | undefined; place: string }
  signer: { userId: string; name: string }
  /** Where people verify it, `http://dichvucong.tinhmau.localhost:8080`. */
  origin: string
  /** What the officer filled in, by id, as it was. */
  fields: Record<string, string>
  /** Puts the paper into words; called in the transaction that takes the number. */
  compose(facts: { seq: number; year: number }): ResultWords | Promise<ResultWords>
}

/**
 * Writes the result of a dossier, sets it in type and asks for its signature; `completeResult` follows when it comes.
 * A dossier has one result. Told twice, nothing is done twice; told again after it was not signed, it is written anew
 * under the same number.
 */
export async function prepareResult(wish: ResultWish): Promise<{ resultId: string }> {
  const { agencyId } = wish
  const result = await transaction(agencyId, (tx) => write(tx, wish))
  if (result.state !== 'preparing') return { resultId: result.id }

  const printed = await renderResult(sheetOf(result), { createdAt: now() })
  const place = signaturePlace(printed)
  const { sha256 } = await putFile(printed.pdf)
  await transaction(agencyId, async (tx) => {
    const current = await lockResultOfDossier(tx, result.dossierId)
    if (current?.state !== 'preparing') return
    const { requestId } = await requestSignature(tx, {
      agencyId,
      purpose: PURPOSE,
      subjectId: result.id,
      description: `${result.title}, số ${result.number}`,
      userId: result.signerUserId,
      signerName: result.signerName,
      sourceSha256: sha256,
      place,
    })
    await markSigning(tx, result.id, { unsignedSha256: sha256, requestId })
  })
  return { resultId: result.id }
}

async function write(tx: Tx, wish: ResultWish): Promise<Result> {
  const existing = await lockResultOfDossier(tx, wish.dossier.id)
  if (existing && existing.state !== 'failed') return existing

  const at = now()
  const issuedOn = dayOf(toLocal(at))
  const { agencyId, unit } = wish
  const year = Number(issuedOn.slice(0, 4))
  const numbered = existing
    ? await getSequence(tx, existing.id)
    : { year, seq: await takeNumber(tx, { agencyId, unitId: unit.id, year }) }
  const words = await wish.compose(numbered)
  const document: ResultPaper = {
    ...words,
    unit: unit.name,
    parentAgency: unit.parentAgency,
    place: unit.place,
    issuedOn,
    origin: wish.origin,
  }
  const { id: dossierId, code: dossierCode, procedureCode, personId } = wish.dossier
  const prepared: PreparedResult = {
    ...{ agencyId, dossierId, dossierCode, procedureCode, personId, document, ...numbered },
    id: existing?.id ?? newId(),
    unitId: unit.id,
    itemId: wish.itemId,
    outcome: wish.outcome,
    fields: wish.fields,
    signer: wish.signer,
    verifyToken: existing?.verifyToken ?? randomBytes(16).toString('base64url'),
    preparedAt: at,
  }
  await (existing ? rewriteResult(tx, prepared) : insertResult(tx, prepared))
  const written = await findResult(tx, prepared.id)
  if (!written) throw new Error('the result is not where it was written')
  return written
}

function sheetOf({ document, dossierCode, signerName, verifyToken }: Result) {
  const { unit, parentAgency, place, issuedOn, number, origin, signerPosition, ...words } = document
  return {
    ...words,
    head: { unit, parentAgency, place, issuedOn, number },
    signer: { position: signerPosition, name: signerName },
    dossierCode,
    verifyUrl: `${origin}/verify/${verifyToken}`,
    verifyAt: `${origin.replace(/^https?:\/\//, '')}/verify`,
  }
}
