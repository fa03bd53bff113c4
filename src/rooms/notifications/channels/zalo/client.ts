import { z } from 'zod'
import { callOutside, Unreachable } from '#platform/gateway/index.ts'
import type { ChannelAccount, Sending, Told } from '../../channel.ts'
import { afterFailure, readObject } from '../answer.ts'
import { shortFactNames } from '../short.ts'
import { fillTemplate } from '../template.ts'

export const zaloSettings = z.object({
  /** `https://business.openapi.zalo.me` */
  url: z.url(),
  /** `https://oauth.zaloapp.com` */
  tokenUrl: z.url(),
  appId: z.string(),
  /** Approved templates; `params` says by name what stands in them. */
  templates: z.record(z.string(), z.object({ id: z.string(), params: z.record(z.string(), z.enum(shortFactNames)) })),
})
export const zaloSecrets = z.object({ secretKey: z.string() })

const DESTINATION = { name: 'zalo', timeout: 10_000 }
/** The provider's limit for what stands in a template, all places together. */
const LONGEST = 400

const TOKEN_ENDED = -124
const NO_NUMBER = -108
/** No account, an account that takes no notices, an account that refused them. */
const NO_ACCOUNT: ReadonlySet<number> = new Set([-118, -119, -114])

/** Sends with this access token; `token-ended` when it opens nothing any more, and nothing was sent. @see contract 3.8 */
export async function sendByZalo(
  told: Told,
  number: string,
  { account, accessToken }: { account: ChannelAccount; accessToken: string },
): Promise<Sending | 'token-ended'> {
  const settings = zaloSettings.safeParse(account.settings)
  if (!settings.success) return { outcome: 'refused', reason: 'settings' }
  const filled = fillTemplate(settings.data.templates, told)
  if (!filled || Object.values(filled.values).join('').length > LONGEST) {
    return { outcome: 'refused', reason: 'no-template' }
  }
  const body = { phone: number, template_id: filled.id, template_data: filled.values, tracking_id: told.id }
  try {
    const answer = await callOutside(DESTINATION, {
      url: `${settings.data.url}/message/template`,
      method: 'POST',
      headers: { 'content-type': 'application/json', access_token: accessToken },
      body: JSON.stringify(body),
      // The tracking number comes back with reports; the contract does not say that it makes two sendings one.
      repeatable: false,
    })
    return sendingIn(answer.body.toString())
  } catch (error) {
    if (error instanceof Unreachable) return afterFailure(error)
    throw error
  }
}

function sendingIn(text: string): Sending | 'token-ended' {
  const answer = readObject(text)
  const error = Number(answer?.error ?? Number.NaN)
  if (Number.isNaN(error)) return { outcome: 'unknown', detail: 'unreadable answer' }
  const { msg_id } = (answer?.data ?? {}) as { msg_id?: unknown }
  if (error === 0) return { outcome: 'sent', theirId: typeof msg_id === 'string' ? msg_id : undefined }
  if (error === TOKEN_ENDED) return 'token-ended'
  const detail = `${error} ${String(answer?.message ?? '')}`.trim()
  if (error === NO_NUMBER) return { outcome: 'refused', reason: 'address', detail }
  return { outcome: 'refused', reason: NO_ACCOUNT.has(error) ? 'no-account' : 'by-operator', detail }
}

export type Refreshed =
  | { outcome: 'tokens'; access: string; refresh: string; seconds: number }
  /** The refresh token was used before, or never was one. */
  | { outcome: 'token-used' }
  | { outcome: 'not-accepted'; detail: string }
  /** Certainly nothing happened: the token is still good. */
  | { outcome: 'not-reached' }
  /** The token may be used up, and what it would have brought is lost. */
  | { outcome: 'lost' }

const TOKEN_USED = -14014

/** Spends the refresh token for a new pair. One call, never repeated by itself. @see contract 3.8 */
export async function refreshTokens(refreshToken: string, account: ChannelAccount): Promise<Refreshed> {
  const settings = zaloSettings.safeParse(account.settings)
  const secrets = zaloSecrets.safeParse(account.secrets)
  if (!settings.success || !secrets.success) return { outcome: 'not-accepted', detail: 'settings' }
  const { tokenUrl, appId } = settings.data
  const form = new URLSearchParams({ app_id: appId, grant_type: 'refresh_token', refresh_token: refreshToken })
  try {
    const answer = await callOutside(
      { ...DESTINATION, name: 'zalo-tokens' },
      {
        url: `${tokenUrl}/v4/oa/access_token`,
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', secret_key: secrets.data.secretKey },
        body: form.toString(),
        repeatable: false,
      },
    )
    return tokensIn(answer.body.toString())
  } catch (error) {
    if (error instanceof Unreachable) return { outcome: error.nothingDone ? 'not-reached' : 'lost' }
    throw error
  }
}

function tokensIn(text: string): Refreshed {
  const { access_token: access, refresh_token: refresh, expires_in, error, message } = readObject(text) ?? {}
  if (typeof access === 'string' && typeof refresh === 'string') {
    return { outcome: 'tokens', access, refresh, seconds: Math.max(Number(expires_in) || 0, 0) }
  }
  if (error === undefined) return { outcome: 'lost' }
  return Number(error) === TOKEN_USED
    ? { outcome: 'token-used' }
    : { outcome: 'not-accepted', detail: `${String(error)} ${String(message ?? '')}`.trim() }
}
