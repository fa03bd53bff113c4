import { z } from 'zod'
import { type Answer, callOutside, Unreachable } from '#platform/gateway/index.ts'
import type { CarrierAccount, Failed } from '../../carrier.ts'
import { type Fields, readObject, readText } from '../reading.ts'
import { Tokens } from '../tokens.ts'

export const vnpostSettings = z.object({
  url: z.url(),
  customerCode: z.string(),
  /** `2` in the public samples. */
  flagConfig: z.number().int().default(2),
  /** Their code of a state → ours, where they differ. */
  states: z.record(z.string(), z.string()).default({}),
})
const vnpostSecrets = z.object({ clientId: z.string(), clientSecret: z.string() })

const OK = '100'
const UNAUTHORISED = 401
const DESTINATION = { name: 'vnpost', timeout: 15_000 }
const tokens = new Tokens()

class NoToken extends Error {}

async function newToken(url: string, account: CarrierAccount): Promise<string> {
  const secrets = vnpostSecrets.safeParse(account.secrets)
  if (!secrets.success) throw new NoToken('settings')
  const pair = `${secrets.data.clientId}:${secrets.data.clientSecret}`
  const answer = await callOutside(DESTINATION, {
    url: `${url}/token`,
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
    repeatable: true,
  })
  const { access_token, expires_in } = readObject(answer.body.toString()) ?? {}
  const token = readText(access_token)
  if (!token) throw new NoToken(`status ${answer.status}`)
  return tokens.keep(keyOf(url, account), token, Number(expires_in) || 0)
}

const keyOf = (url: string, { agencyId }: CarrierAccount) => `${agencyId} ${url}`

export type Said = { outcome: 'ok'; fields: Fields } | Failed

/** One operation under a token; one that ended is taken anew, once. `repeatable`: done twice it is done once. */
export async function callVnpost(
  account: CarrierAccount,
  operation: string,
  { body, repeatable }: { body: object; repeatable: boolean },
): Promise<Said> {
  const settings = vnpostSettings.safeParse(account.settings)
  if (!settings.success) return { outcome: 'refused', detail: 'settings' }
  const { url } = settings.data
  let token: string
  try {
    token = tokens.find(keyOf(url, account)) ?? (await newToken(url, account))
  } catch (error) {
    return withoutToken(error)
  }
  try {
    const answer = await post(`${url}/${operation}`, token, { body, repeatable })
    if (answer.status !== UNAUTHORISED) return saidIn(answer)
    tokens.forget(keyOf(url, account))
    return saidIn(await post(`${url}/${operation}`, await newToken(url, account), { body, repeatable }))
  } catch (error) {
    if (error instanceof Unreachable && !error.nothingDone) return { outcome: 'unknown' }
    return withoutToken(error)
  }
}

/** Nothing was asked for yet: it can be tried later, unless the credentials are wrong. */
function withoutToken(error: unknown): Failed {
  if (error instanceof NoToken) return { outcome: 'refused', detail: `no token: ${error.message}` }
  if (error instanceof Unreachable) return { outcome: 'not-reached' }
  throw error
}

function post(
  url: string,
  token: string,
  { body, repeatable }: { body: object; repeatable: boolean },
): Promise<Answer> {
  return callOutside(DESTINATION, {
    url,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    repeatable,
  })
}

function saidIn(answer: Answer): Said {
  const fields = readObject(answer.body.toString())
  if (answer.status >= 400) return { outcome: 'refused', detail: `status ${answer.status}` }
  if (fields?.Status === undefined) return { outcome: 'unknown' }
  return String(fields.Status) === OK
    ? { outcome: 'ok', fields }
    : { outcome: 'refused', detail: `${String(fields.Status)} ${String(fields.Message ?? '')}`.trim() }
}
