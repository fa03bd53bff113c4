import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Authority } from './ca/authority.ts'
import { caRoutes } from './ca/routes.ts'
import { CITIZEN_CLAIMS, citizenGroups } from './citizens/people.ts'
import { documentRoutes } from './document-system/routes.ts'
import { emcRoutes } from './emc/routes.ts'
import { Faults } from './faults/faults.ts'
import { faultRoutes } from './faults/routes.ts'
import { carry } from './faults/transport.ts'
import { homePage } from './home.ts'
import { lgspRoutes } from './lgsp/routes.ts'
import { Mailbox } from './mailbox/mailbox.ts'
import { mailboxRoutes } from './mailbox/routes.ts'
import { type MailServer, startMail } from './mailbox/smtp.ts'
import { NationalPortal } from './national-portal/portal.ts'
import { nationalRoutes } from './national-portal/routes.ts'
import { ocspRoutes } from './ocsp/routes.ts'
import { openIdProvider } from './oidc/provider.ts'
import { postRoutes } from './post/routes.ts'
import { registryRoutes } from './registries/routes.ts'
import type { Settings } from './settings.ts'
import { SigningGateway } from './signing/requests.ts'
import { signingRoutes } from './signing/routes.ts'
import { smsRoutes } from './sms/routes.ts'
import { officerGroups, STAFF_CLAIMS } from './staff/officers.ts'
import { tsaRoutes } from './tsa/routes.ts'
import { BadRequest, bytes, json, Router, send } from './web/router.ts'
import { style } from './web/style.ts'
import { zaloRoutes } from './zalo/routes.ts'

export interface Sandbox {
  origin: string
  smtpPort: number
  stop(): Promise<void>
}

function identityProviders(router: Router, settings: Settings, origin: string, faults: Faults): void {
  const { directory, portalOrigins } = settings
  const shared = { origin, directory, portalOrigins, faults }
  router.mount(
    '/citizens',
    openIdProvider({
      ...shared,
      name: 'citizens',
      title: 'Đăng nhập định danh điện tử · Citizen sign-in',
      client: { id: 'motcua', secret: 'sandbox-citizens-secret', returnPath: '/sign-in/return' },
      algorithm: 'RS256',
      claimNames: CITIZEN_CLAIMS,
      groups: citizenGroups(),
    }),
  )
  router.mount(
    '/staff',
    openIdProvider({
      ...shared,
      name: 'staff',
      title: 'Đăng nhập cán bộ · Staff sign-in',
      client: { id: 'motcua-staff', secret: 'sandbox-staff-secret', returnPath: '/desk/sign-in/return' },
      algorithm: 'ES256',
      claimNames: STAFF_CLAIMS,
      groups: officerGroups(),
    }),
  )
}

interface Outside {
  settings: Settings
  origin: string
  faults: Faults
  dispatch: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** The systems of the contract. */
function outsideSystems(router: Router, { settings, origin, faults, dispatch }: Outside): NationalPortal {
  const parts = { ...settings, origin, faults }
  const target = { url: settings.inboundUrl, token: settings.inboundToken }
  const portal = new NationalPortal({ ...parts, target })
  nationalRoutes(router, portal)
  for (const routes of [emcRoutes, registryRoutes, documentRoutes, postRoutes, smsRoutes, zaloRoutes]) {
    routes(router, parts)
  }
  lgspRoutes(router, { ...parts, dispatch })
  return portal
}

function dispatcher(router: Router, faults: Faults) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await carry(faults, (...exchange) => router.handle(...exchange), { request, response })
    } catch (error) {
      if (response.headersSent || response.destroyed) return
      const isTheirs = error instanceof BadRequest || error instanceof URIError
      if (!isTheirs) console.error(`sandbox: ${request.method} ${request.url}`, error)
      send(
        response,
        isTheirs ? json({ error: 'invalid-request', message: error.message }, 400) : json({ error: 'fault' }, 500),
      )
    }
  }
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => done(server.address() as AddressInfo))
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}

/** Starts everything and answers once it serves. The port is taken first: issuers and certificates name it. */
export async function startSandbox(settings: Settings): Promise<Sandbox> {
  const router = new Router()
  const faults = new Faults()
  const opened = Promise.withResolvers<void>()
  const dispatch = dispatcher(router, faults)
  const server = createServer((request, response) => void opened.promise.then(() => dispatch(request, response)))
  const { port } = await listen(server, settings.port, settings.host)
  const origin = settings.origin ?? `http://localhost:${port}`

  let mail: MailServer | undefined
  let gateway: SigningGateway | undefined
  let portal: NationalPortal | undefined
  const stop = async () => {
    gateway?.close()
    portal?.caller.close()
    await Promise.all([closeServer(server), mail?.close()])
  }
  try {
    const { directory } = settings
    const authority = await Authority.open(join(directory, 'ca'), origin)
    const mailbox = new Mailbox(join(directory, 'mailbox'))
    mail = await startMail(mailbox, faults, settings.smtpPort)
    gateway = new SigningGateway({ ...settings, authority, faults })
    router.on('GET', '/', homePage)
    router.on('GET', '/healthz', () => json({ status: 'ok' }))
    router.on('GET', '/style.css', () => bytes(style, 'text/css; charset=utf-8'))
    identityProviders(router, settings, origin, faults)
    signingRoutes(router, gateway, authority)
    caRoutes(router, authority)
    ocspRoutes(router, authority, faults)
    tsaRoutes(router, authority, faults)
    mailboxRoutes(router, mailbox)
    faultRoutes(router, faults)
    portal = outsideSystems(router, { settings, origin, faults, dispatch })
    opened.resolve()
    return { origin, smtpPort: mail.port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
