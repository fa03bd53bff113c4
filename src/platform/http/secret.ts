import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CookieSerializeOptions } from '@fastify/cookie'
import { config, dataPath } from '#platform/config/index.ts'

let key: string | undefined

/** The installation's secret: SECRET_KEY, or one made on first start and kept in the data directory (0600). */
export function secretKey(): string {
  if (key) return key
  if (config.SECRET_KEY) key = config.SECRET_KEY
  else {
    const file = dataPath('secret-key')
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    }
    key = readFileSync(file, 'utf8').trim()
  }
  return key
}

/** Cookies of this product: for this site, out of reach of scripts. */
export function cookieOptions(): CookieSerializeOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: config.PUBLIC_SCHEME === 'https' }
}
