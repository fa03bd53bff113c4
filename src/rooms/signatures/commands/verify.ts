import { now } from '#platform/clock/index.ts'
import { type VerificationReport, verifyPdf } from '#platform/pdf/pades/index.ts'
import { signingServices } from './services.ts'

export interface Verification extends VerificationReport {
  /** The trusted roots are those of the sandbox: whatever shows this says that the signature is simulated. R-155 */
  simulated: boolean
}

/**
 * Verifies the signatures of a PDF against the configured roots. `ask: false` uses only what the document carries.
 * Never throws for what is in the file; throws when the roots cannot be loaded.
 */
export async function verifySignedPdf(bytes: Buffer, { ask = true }: { ask?: boolean } = {}): Promise<Verification> {
  const services = signingServices()
  const options = { roots: await services.roots(), now: now(), ...(ask && { fetch: services.fetch }) }
  const { proofs: _, ...report } = await verifyPdf(bytes, options)
  return { ...report, simulated: services.simulated }
}
