import { timingSafeEqual } from 'node:crypto'
import type { Authority } from '../ca/authority.ts'
import { type Answer, type Call, type Handler, json, type Router, seeOther } from '../web/router.ts'
import { signingPage } from './pages.ts'
import { Refused, type SigningGateway, shown } from './requests.ts'
import { signerIdentity } from './signers.ts'

const AUTHORIZATION = Buffer.from('Bearer sandbox-signing-token')

function problem({ status, code, message }: Refused): Answer {
  return json({ error: code, message }, status)
}

/** Asks for the token before anything else and turns a refusal into its answer. */
function guarded(handler: Handler): Handler {
  return async (call) => {
    const given = Buffer.from(call.headers.authorization ?? '')
    if (given.length !== AUTHORIZATION.length || !timingSafeEqual(given, AUTHORIZATION)) {
      return problem(new Refused(401, 'unauthorized', 'a bearer token is missing or wrong'))
    }
    try {
      return await handler(call)
    } catch (error) {
      if (error instanceof Refused) return problem(error)
      throw error
    }
  }
}

function certificates(authority: Authority): Handler {
  return async (call) => {
    const { userId } = await call.json()
    const identity = typeof userId === 'string' ? await signerIdentity(authority, userId) : undefined
    if (!identity) throw new Refused(404, 'unknown-user', 'nobody signs under this userId')
    const chain = [authority.level('intermediate').pem, authority.level('root').pem]
    return json({ userId, certificate: identity.pem, chain })
  }
}

function look(gateway: SigningGateway, { params, url }: Call): Answer {
  const request = params.id
    ? gateway.find(params.id)
    : gateway.findByTransaction(url.searchParams.get('transactionId') ?? '')
  if (!request) throw new Refused(404, 'unknown-request', 'no such request')
  return json(shown(request))
}

function apiRoutes(router: Router, gateway: SigningGateway, authority: Authority): void {
  router.on('POST', '/signing/v1/certificates', guarded(certificates(authority)))
  router.on(
    'POST',
    '/signing/v1/requests',
    guarded(async (call) => {
      const { request, isNew } = gateway.ask(await call.json())
      return json(
        isNew
          ? { requestId: request.requestId, transactionId: request.transactionId, state: 'pending' }
          : shown(request),
        isNew ? 202 : 200,
      )
    }),
  )
  router.on(
    'GET',
    '/signing/v1/requests',
    guarded((call) => look(gateway, call)),
  )
  router.on(
    'GET',
    '/signing/v1/requests/:id',
    guarded((call) => look(gateway, call)),
  )
}

export function signingRoutes(router: Router, gateway: SigningGateway, authority: Authority): void {
  apiRoutes(router, gateway, authority)
  router.on('GET', '/signing', () => signingPage(gateway))
  router.on('POST', '/signing/settings', async (call) => {
    gateway.auto = (await call.form()).get('auto') === 'on'
    return seeOther('/signing')
  })
  router.on('POST', '/signing/requests/:id/decision', async (call) => {
    const decision = (await call.form()).get('decision')
    if (decision !== 'approve' && decision !== 'refuse') return json({ error: 'invalid-request' }, 400)
    const request = await gateway.decide(call.params.id ?? '', decision)
    return request ? seeOther('/signing') : json({ error: 'unknown-request' }, 404)
  })
}
