import { now } from '#platform/clock/index.ts'
import { read } from '#platform/db/index.ts'
import { putFile, readFile } from '#platform/files/index.ts'
import {
  addValidationData,
  fillSignature,
  holds,
  readPem,
  readTimestampAnswer,
  revocationSources,
  type SignatureReport,
  signedData,
  timestampQuestion,
  type VerificationReport,
  verifyPdf,
} from '#platform/pdf/pades/index.ts'
import { type Lasting, SigningProblem } from '../provider.ts'
import { type PreparedRequest, type SigningRequest, secondsUntilPoll } from '../signing-request.ts'
import { findRequest } from '../store.ts'
import { again, attempt, finish } from './attempt.ts'
import type { RequestRef } from './send.ts'
import { type SigningServices, signingServices } from './services.ts'

const RSA_SHA256 = { algorithmId: '1.2.840.113549.1.1.11' }
const ECDSA_SHA256 = { algorithmId: '1.2.840.10045.4.3.2' }

/** Second pass: asks whether the person has decided, and completes the document when they signed. */
export async function pollRequest({ agencyId, requestId }: RequestRef): Promise<void> {
  const request = await read(agencyId, (tx) => findRequest(tx, requestId))
  const { prepared, providerRequestId } = request ?? {}
  if (request?.state !== 'waiting' || !prepared || !providerRequestId) return
  await attempt(request, 'signatures:poll', async () => {
    const services = signingServices()
    const answer = await services.provider.status(providerRequestId)
    if (answer.state === 'signed') {
      const pdf = await completeDocument(prepared, answer.signature, services)
      const { sha256 } = await putFile(pdf)
      return finish(request, { state: 'signed', signedSha256: sha256 })
    }
    if (answer.state !== 'pending') return finish(request, { state: answer.state })
    return wait(request)
  })
}

async function wait(request: SigningRequest): Promise<void> {
  const seconds = secondsUntilPoll(now().getTime() - request.createdAt.getTime())
  if (seconds === undefined) return finish(request, { state: 'expired' })
  return again(request, { job: 'signatures:poll', seconds })
}

/**
 * Makes the signed document out of the raw signature. Nothing is believed: neither the gateway's signature nor the
 * time stamp, and the whole is verified as a stranger would before anybody keeps it.
 */
async function completeDocument(
  prepared: PreparedRequest,
  signature: Buffer,
  services: SigningServices,
): Promise<Buffer> {
  const [signer, ...others] = readPem(prepared.certificates)
  if (!signer) throw new SigningProblem('certificate-unreadable', { lasting: true })
  const key = signer.x509.publicKey
  const algorithm = key.asymmetricKeyType === 'rsa' ? RSA_SHA256 : ECDSA_SHA256
  if (!holds({ key, algorithm, data: prepared.attributes, signature })) {
    // The person has decided, so the gateway will go on giving this answer: one more look rules out a bad line.
    throw new SigningProblem('signature-wrong', { lasting: 'when-seen-twice' })
  }

  const timestamp = await stampTime(signature, services)
  const chain = others.filter((one) => !one.subjectName.equals(one.issuerName))
  const cms = signedData({ attributes: prepared.attributes, signature, signer, chain, timestamp })
  const source = await readFile(prepared.preparedSha256)
  const signed = fillSignature(source, cms)

  const roots = await services.roots()
  const report = await verifyPdf(signed, { roots, now: now(), fetch: services.fetch })
  const mine = demandValid(report)
  const isCheckable = Object.values(revocationSources(signer)).some((urls) => urls.length > 0)
  if (mine.revocation !== 'good' && isCheckable) throw new SigningProblem('revocation-not-checked', { lasting: false })

  const kept = addValidationData(signed, report.proofs.certificates, report.proofs)
  demandValid(await verifyPdf(kept, { roots, now: now() }))
  return kept
}

async function stampTime(signature: Buffer, { askTime }: SigningServices): Promise<Buffer> {
  const { question, nonce } = timestampQuestion(signature)
  const answer = await askTime(question)
  try {
    return readTimestampAnswer(answer, { signature, nonce })
  } catch {
    throw new SigningProblem('timestamp-wrong', { lasting: false })
  }
}

/** What another attempt mends, with another time stamp, or may mend once. Everything else is wrong for good. */
const LASTS: Record<string, Lasting> = {
  'timestamp-wrong': false,
  'timestamp-in-future': false,
  'timestamp-expired': 'when-seen-twice',
  'timestamp-untrusted': 'when-seen-twice',
}

function demandValid(report: VerificationReport): SignatureReport {
  const last = report.signatures.at(-1)
  if (report.verdict === 'valid' && last?.provenAt) return last
  const problem = report.signatures.flatMap(({ problems }) => problems)[0]
  throw new SigningProblem(problem ?? report.verdict, { lasting: LASTS[problem ?? ''] ?? true })
}
