import { constants, type KeyObject, privateEncrypt } from 'node:crypto'

/** DigestInfo of SHA-256 up to the digest itself (RFC 8017, 9.2, note 1). */
const SHA256_DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/** RSA PKCS#1 v1.5 over a digest somebody else computed. */
export function signDigest(key: KeyObject, digest: Uint8Array): Buffer {
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_DIGEST_INFO, digest]))
}
