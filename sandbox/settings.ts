import { resolve } from 'node:path'

export interface Settings {
  host: string
  port: number
  /** How others reach the sandbox; `undefined`: `http://localhost:{port}`. */
  origin: string | undefined
  directory: string
  smtpPort: number
  portalOrigins: string[]
  /** Milliseconds until a signature is approved, or `manual`: a person decides. */
  signDelay: number | 'manual'
  /** Milliseconds until an undecided request expires. */
  signExpiry: number
  /** Where the national portal finds an agency's inbound calls, and the secret that opens them. */
  inboundUrl: string
  inboundToken: string
  /** Milliseconds a session or an access token of the outside systems lasts. */
  sessionLife: number
  /** Folder of `{any}/procedure.json` the national catalogue also knows. */
  catalogue: string | undefined
}

const DEFAULT_INBOUND = 'http://dichvucong.tinhmau.localhost:8080/api/national'

function number(name: string, value: string | undefined, fallback: number): number {
  if (!value) return fallback
  const parsed = Number(value)
  if (!Number.isInteger(parsed) || parsed < 0) throw new Error(`${name} is not a whole number: ${value}`)
  return parsed
}

export function readSettings(env: Record<string, string | undefined>): Settings {
  const delay = env.SANDBOX_SIGN_DELAY
  return {
    host: env.HOST || '::',
    port: number('SANDBOX_PORT', env.SANDBOX_PORT, 8090),
    origin: env.SANDBOX_ORIGIN?.replace(/\/+$/, '') || undefined,
    directory: resolve(env.SANDBOX_DIR || './data/sandbox'),
    smtpPort: number('SANDBOX_SMTP_PORT', env.SANDBOX_SMTP_PORT, 8125),
    portalOrigins: (env.PORTAL_ORIGINS ?? '')
      .split(',')
      .map((origin) => origin.trim().replace(/\/+$/, ''))
      .filter(Boolean),
    signDelay: delay === 'manual' ? 'manual' : number('SANDBOX_SIGN_DELAY', delay, 300),
    signExpiry: number('SANDBOX_SIGN_EXPIRY', env.SANDBOX_SIGN_EXPIRY, 15 * 60_000),
    inboundUrl: (env.SANDBOX_INBOUND_URL || DEFAULT_INBOUND).replace(/\/+$/, ''),
    inboundToken: env.SANDBOX_INBOUND_TOKEN || 'sandbox-inbound-token',
    sessionLife: number('SANDBOX_SESSION_LIFE', env.SANDBOX_SESSION_LIFE, 30 * 60_000),
    catalogue: env.SANDBOX_CATALOGUE === '' ? undefined : resolve(env.SANDBOX_CATALOGUE || './services'),
  }
}
