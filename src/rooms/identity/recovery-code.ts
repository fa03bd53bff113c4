import { createHmac, hkdfSync, randomBytes } from 'node:crypto'

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
  return createHmac('sha256', Buffer.from(hkdfSync('sha256', secret, '', 'motcua recovery codes', 32)))
    .update(`${owner} ${code}`)
    .digest()
}
