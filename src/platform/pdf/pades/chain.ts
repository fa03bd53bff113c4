import { type Certificate, keyUsage, purposes } from './certificate.ts'
import { OID, SIGNER_PURPOSES } from './oids.ts'
import { isStrong } from './signed.ts'

const LONGEST = 8
const CERT_SIGN = 5
/** Critical extensions that are looked at. Any other critical one means: not understood, not trusted. @see RFC 5280, 4.2 */
const UNDERSTOOD = new Set<string>([
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.basicConstraints,
  OID.crlDistributionPoints,
  '2.5.29.32', // certificate policies: none are asked for
])

/**
 * The path from a certificate to a trusted root, leaf first, each one signed by the next. We order it ourselves: the
 * chain engine of pkijs takes the last certificate it is given for the signer. Undefined when there is none.
 */
export function findChain(leaf: Certificate, pool: Certificate[], roots: Certificate[]): Certificate[] | undefined {
  const trusted = new Set(roots.map((root) => root.fingerprint))
  const walk = (path: Certificate[]): Certificate[] | undefined => {
    const last = path.at(-1)
    if (!last || !isUnderstood(last) || !isStrong(last.x509.publicKey)) return undefined
    if (trusted.has(last.fingerprint)) return path
    if (path.length >= LONGEST) return undefined
    for (const issuer of [...roots, ...pool]) {
      if (path.includes(issuer) || !hasIssued(issuer, last, path.length - 1)) continue
      const found = walk([...path, issuer])
      if (found) return found
    }
    return undefined
  }
  return walk([leaf])
}

/** `below`: how many intermediate certificates stand between the issuer and the leaf. */
function hasIssued(issuer: Certificate, subject: Certificate, below: number): boolean {
  if (!issuer.subjectName.equals(subject.issuerName) || !issuer.x509.ca) return false
  const usage = keyUsage(issuer)
  if (usage && !usage.has(CERT_SIGN)) return false
  const { pathLenConstraint } = (issuer.fields.extensions?.find((one) => one.extnID === OID.basicConstraints)
    ?.parsedValue ?? {}) as { pathLenConstraint?: number }
  if (typeof pathLenConstraint === 'number' && below > pathLenConstraint) return false
  return subject.x509.checkIssued(issuer.x509) && subject.x509.verify(issuer.x509.publicKey)
}

function isUnderstood(certificate: Certificate): boolean {
  return (certificate.fields.extensions ?? []).every((one) => !one.critical || UNDERSTOOD.has(one.extnID))
}

export function isValidAt(chain: Certificate[], at: Date): boolean {
  return chain.every((one) => one.notBefore <= at && at <= one.notAfter)
}

/** Whether the certificate may sign documents: digitalSignature or nonRepudiation, and a purpose that fits. */
export function maySignDocuments(certificate: Certificate): boolean {
  const usage = keyUsage(certificate)
  const named = purposes(certificate)
  const usageFits = !usage || usage.has(0) || usage.has(1)
  return usageFits && (!named || named.some((purpose) => SIGNER_PURPOSES.has(purpose)))
}

/** A time-stamp authority's certificate is for that alone. @see RFC 3161, 2.3 */
export function mayStampTime(certificate: Certificate): boolean {
  const named = purposes(certificate)
  return named?.length === 1 && named[0] === OID.timeStamping
}
