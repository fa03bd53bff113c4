import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomBytes, sign } from 'node:crypto'
import { JsonFile } from '../web/state.ts'

export type Algorithm = 'RS256' | 'ES256'

export interface ProviderKeys {
  jwk: JsonWebKey & { kid: string; alg: Algorithm; use: 'sig' }
  cookieKey: string
}

function newPrivateJwk(algorithm: Algorithm): JsonWebKey {
  const { privateKey } =
    algorithm === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ format: 'jwk' })
}

export function providerKeys(path: string, algorithm: Algorithm): ProviderKeys {
  const file = new JsonFile<ProviderKeys | undefined>(path, undefined)
  if (!file.value) {
    const kid = randomBytes(8).toString('hex')
    const jwk = { ...newPrivateJwk(algorithm), kid, alg: algorithm, use: 'sig' as const }
    file.value = { jwk, cookieKey: randomBytes(32).toString('base64url') }
    file.save()
  }
  return file.value
}

/** The same ID token, header and all, signed by a key nobody published. */
export function signedByStranger(token: string): string {
  const [header = '', payload = ''] = token.split('.')
  const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: Algorithm }
  const key = createPrivateKey({ key: newPrivateJwk(alg), format: 'jwk' })
  const signature = sign('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' })
  return `${header}.${payload}.${signature.toString('base64url')}`
}
