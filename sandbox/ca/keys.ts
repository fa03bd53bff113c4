import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { readIfPresent, writeWhole } from '../web/state.ts'

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** An RSA key pair, as pkijs wants it and as node:crypto does. */
export interface KeyPair {
  privateKey: CryptoKey
  publicKey: CryptoKey
  secret: KeyObject
}

async function fromSecret(secret: KeyObject): Promise<KeyPair> {
  const pkcs8 = secret.export({ format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' })
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, ALGORITHM, false, ['sign']),
    publicKey: await crypto.subtle.importKey('spki', spki, ALGORITHM, true, ['verify']),
    secret,
  }
}

export async function newKeyPair(bits = 2048): Promise<KeyPair> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: bits })
  return fromSecret(privateKey)
}

/** The key kept at `path`, made on first use. */
export async function keptKeyPair(path: string, bits = 2048): Promise<KeyPair> {
  const pem = readIfPresent(path)
  if (pem) return fromSecret(createPrivateKey(pem))
  const pair = await newKeyPair(bits)
  writeWhole(path, pair.secret.export({ format: 'pem', type: 'pkcs8' }))
  return pair
}
