import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client'
import { DomainError } from '#kernel/errors.ts'
import { config } from '#platform/config/index.ts'
import { log } from '#platform/log/index.ts'

export type SignInKind = 'citizen' | 'officer'

export const RETURN_PATH = { citizen: '/sign-in/return', officer: '/desk/sign-in/return' } as const

interface Settings {
  issuer: string | undefined
  clientId: string
  clientSecret: string | undefined
}

function settingsOf(kind: SignInKind): Settings {
  return kind === 'citizen'
    ? {
        issuer: config.CITIZENS_ISSUER,
        clientId: config.CITIZENS_CLIENT_ID,
        clientSecret: config.CITIZENS_CLIENT_SECRET,
      }
    : { issuer: config.STAFF_ISSUER, clientId: config.STAFF_CLIENT_ID, clientSecret: config.STAFF_CLIENT_SECRET }
}

const TIMEOUT_S = 8
const FRESH_FOR_MS = 3_600_000
const known = new Map<string, { provider: Promise<Configuration>; until: number }>()

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost')
}

/** Plain http is for the sandbox on this machine and for nothing else. */
async function discover({ issuer, clientId, clientSecret }: Settings): Promise<Configuration> {
  if (!issuer) throw new DomainError('identity.no-provider')
  const url = new URL(issuer)
  const execute = [enableNonRepudiationChecks]
  if (url.protocol === 'http:' && isLoopback(url)) execute.push(allowInsecureRequests)
  return discovery(url, clientId, clientSecret, ClientSecretPost(clientSecret), { execute, timeout: TIMEOUT_S })
}

/** The provider's own description, kept for an hour; one that could not be had is asked for again. */
function providerOf(kind: SignInKind): Promise<Configuration> {
  const settings = settingsOf(kind)
  const key = `${kind} ${settings.issuer}`
  const kept = known.get(key)
  if (kept && kept.until > performance.now()) return kept.provider
  const provider = discover(settings)
  known.set(key, { provider, until: performance.now() + FRESH_FOR_MS })
  provider.catch(() => known.delete(key))
  return provider
}

const REFUSED = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_RESPONSE_BODY_ERROR',
  'OAUTH_UNSUPPORTED_OPERATION',
])

/**
 * What went wrong, in three kinds: the person cancelled, the answer cannot be believed, or the provider is not
 * answering. Only the last is worth trying again as it is.
 */
function translate(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  if (error instanceof AuthorizationResponseError) {
    return new DomainError(error.error === 'access_denied' ? 'identity.cancelled' : 'identity.answer-refused')
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (REFUSED.has(code)) {
    log.warn({ code, reason: (error as Error).message }, 'an answer of the identity provider was refused')
    return new DomainError('identity.answer-refused')
  }
  log.warn({ err: error }, 'the identity provider does not answer')
  return new DomainError('identity.provider-busy')
}

export interface Departure {
  url: URL
  state: string
  nonce: string
  codeVerifier: string
}

/**
 * Where to send the browser, and what must come back with it. `again`: the provider must ask for the proof anew.
 * Throws `identity.provider-busy`.
 */
export async function departTo(
  kind: SignInKind,
  { origin, again }: { origin: string; again: boolean },
): Promise<Departure> {
  try {
    const provider = await providerOf(kind)
    const codeVerifier = randomPKCECodeVerifier()
    const state = randomState()
    const nonce = randomNonce()
    const url = buildAuthorizationUrl(provider, {
      redirect_uri: `${origin}${RETURN_PATH[kind]}`,
      scope: 'openid',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(again ? { prompt: 'login', max_age: '0' } : {}),
    })
    return { url, state, nonce, codeVerifier }
  } catch (error) {
    throw translate(error)
  }
}

export interface Arrival {
  issuer: string
  subject: string
  claims: Record<string, unknown>
  idToken: string
  authenticatedAt: Date
}

/**
 * Redeems what the browser brought back. State, nonce, code verifier, issuer, audience, times and the signature of the
 * ID token must all fit. Throws `identity.cancelled`, `identity.answer-refused` or `identity.provider-busy`.
 */
export async function arriveFrom(
  kind: SignInKind,
  url: URL,
  expected: { state: string; nonce: string; codeVerifier: string },
): Promise<Arrival> {
  try {
    const provider = await providerOf(kind)
    const tokens = await authorizationCodeGrant(provider, url, {
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      pkceCodeVerifier: expected.codeVerifier,
      idTokenExpected: true,
    })
    const stated = tokens.claims()
    if (!stated || !tokens.id_token) throw new DomainError('identity.answer-refused')
    // Some providers keep the ID token short and tell the rest when asked.
    const isShort = kind === 'citizen' && stated.LoaiTaiKhoan === undefined
    const more = isShort ? await fetchUserInfo(provider, tokens.access_token, stated.sub) : {}
    const authenticatedAt = typeof stated.auth_time === 'number' ? stated.auth_time : stated.iat
    return {
      issuer: stated.iss,
      subject: stated.sub,
      claims: { ...more, ...stated },
      idToken: tokens.id_token,
      authenticatedAt: new Date(authenticatedAt * 1000),
    }
  } catch (error) {
    throw translate(error)
  }
}

/** Where signing out goes on at the provider; undefined when the provider has no such place or is away. */
export async function endAtProvider(kind: SignInKind, idToken: string, backTo: string): Promise<string | undefined> {
  try {
    const provider = await providerOf(kind)
    if (!provider.serverMetadata().end_session_endpoint) return undefined
    return buildEndSessionUrl(provider, { id_token_hint: idToken, post_logout_redirect_uri: backTo }).href
  } catch {
    return undefined
  }
}
