import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16

function keyFor(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `motcua ${purpose}`, 32))
}

/** AES-256-GCM under a key derived from the installation's secret, bound to its owner: it opens for nobody else. */
export function seal(plain: Buffer, { secret, owner }: { secret: string; owner: string }): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, 'second factors'), iv).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Throws when the secret or the owner is another, or a byte has changed. */
export function unseal(sealed: Buffer, { secret, owner }: { secret: string; owner: string }): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, 'second factors'), sealed.subarray(0, IV))
    .setAAD(Buffer.from(owner))
    .setAuthTag(sealed.subarray(IV, IV + TAG))
  return Buffer.concat([decipher.update(sealed.subarray(IV + TAG)), decipher.final()])
}

// Digits and letters that are not mistaken for one another when copied from paper.
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 10

/** `k7m2p-x4r9t`: some 49 bits, so that a plain keyed hash is enough. */
export function newRecoveryCode(): string {
  const letters: string[] = []
  while (letters.length < LENGTH) {
    const byte = (randomBytes(1)[0] ?? 0) & 31
    const letter = ALPHABET[byte]
    if (letter) letters.push(letter)
  }
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
}

export function hashRecoveryCode(typed: string, { secret, owner }: { secret: string; owner: string }): Buffer {
  const code = typed.toLowerCase().replace(/[^0-9a-z]/g, '')
  return createHmac('sha256', keyFor(secret, 'recovery codes')).update(`${owner} ${code}`).digest()
}
