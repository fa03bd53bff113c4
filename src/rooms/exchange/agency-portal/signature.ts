import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from 'node:crypto'

/** The beginning of a PKCS#8 Ed25519 key; its 32 bytes follow. @see RFC 8410 */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** An agency's key for what it publishes: made from the installation's secret, so that there is nothing to lose. */
export function publishingKey(secret: string, agencyCode: string): KeyObject {
  const seed = Buffer.from(hkdfSync('sha256', secret, agencyCode, 'motcua published feeds', 32))
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

export function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString()
}

export function keyId(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return createHash('sha256').update(der).digest('base64url').slice(0, 16)
}

/** The header fields that sign a body and what it is. @see RFC 9421 and RFC 9530 */
export function signedHeaders(
  body: string,
  { contentType, key, created }: { contentType: string; key: KeyObject; created: Date },
): Record<string, string> {
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const seconds = Math.floor(created.getTime() / 1000)
  const parameters = `("content-digest" "content-type");created=${seconds};keyid="${keyId(key)}";alg="ed25519"`
  const base = signatureBase({ digest, contentType, parameters })
  return {
    'content-type': contentType,
    'content-digest': digest,
    'signature-input': `feed=${parameters}`,
    signature: `feed=:${sign(null, Buffer.from(base), key).toString('base64')}:`,
  }
}

export function signatureBase(of: { digest: string; contentType: string; parameters: string }): string {
  return `"content-digest": ${of.digest}\n"content-type": ${of.contentType}\n"@signature-params": ${of.parameters}`
}
