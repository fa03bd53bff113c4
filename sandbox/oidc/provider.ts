import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { type Context, Provider } from 'oidc-provider'
import type { Faults } from '../faults/faults.ts'
import { type Answer, type RawHandler, readBody, send } from '../web/router.ts'
import { memoryAdapter } from './adapter.ts'
import { type Algorithm, providerKeys, signedByStranger } from './keys.ts'
import { type Account, type Group, peoplePage, problemPage, signedOutPage, signOutPage } from './pages.ts'
import { isPostLogoutUri, isReturnUri } from './redirects.ts'

export interface ProviderParts {
  name: 'citizens' | 'staff'
  title: string
  origin: string
  directory: string
  portalOrigins: string[]
  faults: Faults
  client: { id: string; secret: string; returnPath: string }
  algorithm: Algorithm
  claimNames: string[]
  groups: Group[]
}

const SCOPES = ['openid', 'profile', 'email', 'phone']
const HOUR = 3600

function show(context: Context, answer: Answer): void {
  context.status = answer.status
  for (const [name, value] of Object.entries(answer.headers)) context.set(name, value)
  context.body = answer.body
}

function configuration(parts: ProviderParts, accounts: Map<string, Account>): Record<string, unknown> {
  const { name, client, algorithm } = parts
  const keys = providerKeys(join(parts.directory, name, 'keys.json'), algorithm)
  return {
    adapter: memoryAdapter(),
    jwks: { keys: [keys.jwk] },
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`https://portal.localhost${client.returnPath}`], // the true rule is in redirects.ts
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: algorithm,
        require_auth_time: true,
      },
    ],
    scopes: SCOPES,
    acrValues: ['01', '02'],
    claims: { openid: ['sub', 'acr', ...parts.claimNames], acr: null, auth_time: null },
    conformIdTokenClaims: false, // the national portal gives every claim in the ID token too
    pkce: { required: () => true },
    responseTypes: ['code'],
    cookies: {
      keys: [keys.cookieKey],
      names: { session: `sandbox_${name}`, interaction: `sandbox_${name}_asking`, resume: `sandbox_${name}_resume` },
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: 8 * HOUR,
      Grant: 8 * HOUR,
    },
    features: {
      devInteractions: { enabled: false },
      introspection: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context: Context, form: string) => show(context, signOutPage(form)),
        postLogoutSuccessSource: (context: Context) => show(context, signedOutPage()),
      },
    },
    interactions: { url: (_context: Context, { uid }: { uid: string }) => `/${name}/people/${uid}` },
    renderError(context: Context, { error, error_description: description }: Record<string, string>) {
      const { status } = context
      show(context, { ...problemPage(error ?? 'error', description), status })
    },
    findAccount(_context: Context, sub: string) {
      const account = accounts.get(sub)
      return account && { accountId: sub, claims: () => ({ sub, acr: account.acr, ...account.claims }) }
    },
  }
}

/** Consent is not asked: whoever signs in has granted everything. */
function grantEverything(provider: Provider) {
  return async ({ oidc: { client, session } }: Context) => {
    if (!client || !session?.accountId) return undefined
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope(SCOPES.join(' '))
    await grant.save()
    return grant
  }
}

async function choosePerson(
  parts: ProviderParts,
  provider: Provider,
  accounts: Map<string, Account>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt } = await provider.interactionDetails(request, response)
  if (prompt.name !== 'login') return provider.interactionFinished(request, response, { consent: {} })

  const refused = parts.faults.take(parts.name, ['refuse'], request.url)
  if (request.method !== 'POST' && !refused) return send(response, peoplePage(parts.title, parts.groups))

  const chosen = refused ? '' : (new URLSearchParams((await readBody(request)).toString()).get('account') ?? '')
  const account = accounts.get(chosen)
  const result = account
    ? { login: { accountId: account.sub, remember: true, ...(account.acr ? { acr: account.acr } : {}) } }
    : { error: 'access_denied', error_description: 'the person did not sign in' }
  await provider.interactionFinished(request, response, result)
}

/** An OpenID provider living below `/{name}`, whose sign-in page is a list of people. */
export function openIdProvider(parts: ProviderParts): RawHandler {
  const { name, faults, portalOrigins, client } = parts
  const accounts = new Map(parts.groups.flatMap((group) => group.accounts).map((account) => [account.sub, account]))
  const settings = configuration(parts, accounts)
  const provider: Provider = new Provider(`${parts.origin}/${name}`, {
    ...settings,
    loadExistingGrant: (context: Context) => grantEverything(provider)(context),
  })
  provider.Client.prototype.redirectUriAllowed = (uri) => isReturnUri(uri, portalOrigins, client.returnPath)
  provider.Client.prototype.postLogoutRedirectUriAllowed = (uri) => isPostLogoutUri(uri, portalOrigins)

  provider.use(async (context, next) => {
    await next()
    const body = context.body as { id_token?: string } | undefined
    if (context.oidc?.route === 'token' && body?.id_token && faults.take(name, ['wrong-signature'], '/token')) {
      context.body = { ...body, id_token: signedByStranger(body.id_token) }
    }
  })

  const callback = provider.callback()
  return async (request, response) => {
    const path = request.url ?? '/'
    if (path.startsWith(`/${name}/people/`)) {
      try {
        return await choosePerson(parts, provider, accounts, request, response)
      } catch (error) {
        return send(response, problemPage((error as Error).name, (error as Error).message))
      }
    }
    Object.assign(request, { originalUrl: path, url: path.slice(name.length + 1) || '/' })
    await callback(request, response)
  }
}
