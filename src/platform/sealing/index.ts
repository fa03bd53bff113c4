import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { secretKey } from '#platform/http/secret.ts'

const IV = 12
const TAG = 16

function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey(), '', `motcua ${purpose}`, 32))
}

/** What a sealed secret is for, and whose it is: `{ purpose: 'notice channels', owner: '1 sms' }`. */
export interface SealedFor {
  purpose: string
  owner: string
}

/**
 * Seals a secret for the table it is kept in: AES-256-GCM under a key derived from the installation's secret and the
 * purpose, bound to its owner, so that a row copied to another owner does not open.
 */
export function sealBytes(plain: Buffer, { purpose, owner }: SealedFor): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), iv).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Throws when the installation's secret, the purpose or the owner is another, or a byte has changed. */
export function openBytes(sealed: Buffer, { purpose, owner }: SealedFor): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), sealed.subarray(0, IV))
    .setAAD(Buffer.from(owner))
    .setAuthTag(sealed.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()])
}

/** The same for a secret that is text. */
export function sealSecret(plain: string, sealedFor: SealedFor): Buffer {
  return sealBytes(Buffer.from(plain), sealedFor)
}

export function openSecret(sealed: Buffer, sealedFor: SealedFor): string {
  return openBytes(sealed, sealedFor).toString('utf8')
}
