import { config } from '#platform/config/index.ts'
import type { DatabaseAddress } from '#platform/db/connection.ts'
import { read } from '#platform/db/index.ts'
import { asOwner } from '#platform/db/testing.ts'
import type { RunningSandbox } from '#rooms/identity/testing.ts'
import { pollRequest } from './commands/poll.ts'
import { sendRequest } from './commands/send.ts'
import { useSigningServices } from './commands/services.ts'
import type { SigningRequest } from './signing-request.ts'
import { findRequest } from './store.ts'

/** Signing goes to this sandbox from now on. */
export function signAt({ origin }: RunningSandbox): void {
  config.SIGNING_URL = `${origin}/signing/v1`
  config.SIGNING_TOKEN = 'sandbox-signing-token'
  config.TSA_URL = `${origin}/tsa`
  config.SIGNATURE_ROOTS = `${origin}/ca/root.pem`
  useSigningServices()
}

/** Works the jobs of one request, as the queue would, until it is decided or has been worked so many times. */
export async function workRequest(agencyId: number, requestId: string, times = 40): Promise<SigningRequest> {
  await sendRequest({ agencyId, requestId })
  for (let n = 0; n < times; n += 1) {
    const request = await getRequest(agencyId, requestId)
    if (request.state !== 'waiting') return request
    await (request.providerRequestId ? pollRequest({ agencyId, requestId }) : sendRequest({ agencyId, requestId }))
    await new Promise((later) => setTimeout(later, 100))
  }
  return getRequest(agencyId, requestId)
}

export async function getRequest(agencyId: number, requestId: string): Promise<SigningRequest> {
  const request = await read(agencyId, (tx) => findRequest(tx, requestId))
  if (!request) throw new Error(`no signing request ${requestId}`)
  return request
}

/** What was announced about a thing, oldest first. */
export async function announced(
  address: DatabaseAddress,
  { key, value }: { key: 'requestId' | 'resultId'; value: string },
): Promise<{ type: string }[]> {
  const { rows } = await asOwner(
    address,
    `select payload from graphile_worker._private_jobs where payload->>'type' is not null and payload->>'${key}' = '${value}' order by id`,
  )
  return rows.map(({ payload }) => payload)
}
