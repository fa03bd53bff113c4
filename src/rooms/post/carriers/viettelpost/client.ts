import { z } from 'zod'
import { type Answer, callOutside, Unreachable } from '#platform/gateway/index.ts'
import type { CarrierAccount, Failed } from '../../carrier.ts'
import { type Fields, readObject, readText } from '../reading.ts'
import { Tokens } from '../tokens.ts'

export const viettelpostSettings = z.object({
  url: z.url(),
  groupAddressId: z.number().int(),
  cusId: z.number().int(),
  /** `VCN` and the like: the service the agency has a contract for. */
  service: z.string(),
  /** Who pays the postage. */
  payment: z.number().int().default(1),
  /** Their number of a state → ours; the contract publishes no list. */
  states: z.record(z.string(), z.string()).default({}),
})
export const viettelpostSecrets = z.object({
  username: z.string(),
  password: z.string(),
  /** What they send with each message, so that it is known to be theirs. */
  webhookToken: z.string().min(1),
})

const OK = 200
const UNAUTHORISED = 401
const DESTINATION = { name: 'viettelpost', timeout: 15_000 }
/** The contract does not say how long one lasts; one that ended is taken anew. */
const TOKEN_SECONDS = 1800
const tokens = new Tokens()

class NoToken extends Error {}

const keyOf = (url: string, { agencyId }: CarrierAccount) => `${agencyId} ${url}`

async function newToken(url: string, account: CarrierAccount): Promise<string> {
  const secrets = viettelpostSecrets.safeParse(account.secrets)
  if (!secrets.success) throw new NoToken('settings')
  const { username: USERNAME, password: PASSWORD } = secrets.data
  const answer = await post(`${url}/login`, {}, { body: { USERNAME, PASSWORD }, repeatable: true })
  const { data } = readObject(answer.body.toString()) ?? {}
  const token = readText((data as Fields | null | undefined)?.token)
  if (!token) throw new NoToken(`status ${answer.status}`)
  return tokens.keep(keyOf(url, account), token, TOKEN_SECONDS)
}

export type Said = { outcome: 'ok'; data: Fields } | Failed

/** One operation under a token; one that ended is taken anew, once. `repeatable`: done twice it is done once. */
export async function callViettelpost(
  account: CarrierAccount,
  operation: string,
  call: { body: object; repeatable: boolean },
): Promise<Said> {
  const settings = viettelpostSettings.safeParse(account.settings)
  if (!settings.success) return { outcome: 'refused', detail: 'settings' }
  const { url } = settings.data
  let token: string
  try {
    token = tokens.find(keyOf(url, account)) ?? (await newToken(url, account))
  } catch (error) {
    return withoutToken(error)
  }
  try {
    const answer = await post(`${url}/${operation}`, { token }, call)
    if (readObject(answer.body.toString())?.status !== UNAUTHORISED) return saidIn(answer)
    tokens.forget(keyOf(url, account))
    return saidIn(await post(`${url}/${operation}`, { token: await newToken(url, account) }, call))
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
  headers: Record<string, string>,
  { body, repeatable }: { body: object; repeatable: boolean },
): Promise<Answer> {
  return callOutside(DESTINATION, {
    url,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    repeatable,
  })
}

function saidIn(answer: Answer): Said {
  const fields = readObject(answer.body.toString())
  if (answer.status >= 400) return { outcome: 'refused', detail: `status ${answer.status}` }
  if (fields?.status === undefined) return { outcome: 'unknown' }
  return fields.status === OK && fields.error === false
    ? { outcome: 'ok', data: (fields.data ?? {}) as Fields }
    : { outcome: 'refused', detail: `${String(fields.status)} ${String(fields.message ?? '')}`.trim() }
}
