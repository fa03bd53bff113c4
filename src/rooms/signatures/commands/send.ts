import { fold } from '#kernel/vietnamese.ts'
import { now } from '#platform/clock/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { putFile, readFile } from '#platform/files/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { renderStamp } from '#platform/pdf/index.ts'
import {
  type Certificate,
  checkRevocation,
  findChain,
  isValidAt,
  maySignDocuments,
  nameOf,
  prepareSignature,
  readPem,
} from '#platform/pdf/pades/index.ts'
import { SigningProblem } from '../provider.ts'
import type { PreparedRequest, SigningRequest } from '../signing-request.ts'
import { findRequest, savePrepared, saveProviderId } from '../store.ts'
import { attempt } from './attempt.ts'
import { type SigningServices, signingServices } from './services.ts'

export interface RequestRef {
  agencyId: number
  requestId: string
}

/** First pass: prepares the document once, and asks the provider. Done twice, it is the same request there. */
export async function sendRequest({ agencyId, requestId }: RequestRef): Promise<void> {
  const request = await read(agencyId, (tx) => findRequest(tx, requestId))
  if (request?.state !== 'waiting' || request.providerRequestId) return
  await attempt(request, 'signatures:send', async () => {
    const services = signingServices()
    const { digest } = request.prepared ?? (await prepare(request, services))
    const { userId, description } = request
    const asked = await services.provider.request({ userId, digest, description, transactionId: requestId })
    await transaction(agencyId, async (tx) => {
      await saveProviderId(tx, requestId, asked.requestId)
      await enqueue(tx, 'signatures:poll', { agencyId, requestId }, { runAt: new Date(Date.now() + 1000) })
    })
  })
}

async function prepare(request: SigningRequest, services: SigningServices): Promise<PreparedRequest> {
  const answer = await services.provider.certificate(request.userId)
  const certificates = [answer.certificate, ...answer.chain].join('\n')
  const [signer, ...chain] = readCertificates(certificates)
  if (!signer) throw new SigningProblem('signing-gateway-answer', { lasting: false })
  await checkSigner(signer, chain, services)
  // The paper names its signer; a certificate of somebody else must not stand behind that name. R-153
  if (fold(nameOf(signer).commonName) !== fold(request.signerName)) {
    throw new SigningProblem('signer-other-person', { lasting: true })
  }

  const signingAt = new Date(Math.floor(now().getTime() / 1000) * 1000)
  const stamp = request.place && {
    pdf: await renderStamp(
      {
        name: request.signerName,
        organisation: nameOf(signer).organisation,
        at: signingAt,
        simulated: services.simulated,
      },
      request.place,
    ),
    place: request.place,
  }
  const { signerName, description: reason } = request
  const source = await readFile(request.sourceSha256)
  const { pdf, attributes, digest } = prepareSignature(source, {
    ...{ signer, at: signingAt, signerName, reason },
    ...(stamp && { stamp }),
  })
  const { sha256: preparedSha256 } = await putFile(pdf)
  const prepared = { signingAt, certificates, preparedSha256, attributes, digest }
  const { agencyId, id } = request
  return transaction(agencyId, async (tx) => {
    if (await savePrepared(tx, id, prepared)) return prepared
    const other = (await findRequest(tx, id))?.prepared
    if (!other) throw new Error(`signing request ${id} is gone`)
    return other
  })
}

function readCertificates(pem: string): Certificate[] {
  try {
    return readPem(pem)
  } catch {
    throw new SigningProblem('certificate-unreadable', { lasting: true })
  }
}

/** Before anybody is asked: whether this certificate can sign at all. The provider would sign with a revoked one. */
async function checkSigner(signer: Certificate, pool: Certificate[], services: SigningServices): Promise<void> {
  const problem = (code: string, lasting = true) => new SigningProblem(code, { lasting })
  const at = now()
  const chain = findChain(signer, pool, await services.roots())
  if (!chain) throw problem('signer-unknown')
  if (!isValidAt(chain, at)) throw problem('signer-expired')
  if (!maySignDocuments(signer)) throw problem('signer-purpose')
  const issuer = chain[1]
  if (!issuer) return
  const embedded = { crls: [], ocsps: [] }
  const { status } = await checkRevocation({
    certificate: signer,
    issuer,
    at,
    now: at,
    embedded,
    fetch: services.fetch,
  })
  if (status === 'revoked') throw problem('signer-revoked')
}
