import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, FastifyPluginAsync, LightMyRequestResponse } from 'fastify'
import { Fragment, h } from 'preact'
import { localDate } from '#kernel/local-date.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import { childEnvironment, config, projectPath } from '#platform/config/index.ts'
import { read, transaction } from '#platform/db/index.ts'
import { createServer, loadAssets } from '#platform/http/index.ts'
import { DEMO, findHost } from '#rooms/agencies/index.ts'
import type { StatedPerson } from './claims.ts'
import { audit, authorise, demonstrationOfficerId, findViewer, getOfficer, identityRoutes } from './index.ts'
import { recordStatement } from './store/persons.ts'

export interface RunningSandbox {
  origin: string
  stop(): Promise<void>
}

/** The outside world as a process of its own on a free port; the configuration of this process points at it. */
export async function startSandboxProcess(): Promise<RunningSandbox> {
  const directory = await mkdtemp(join(tmpdir(), 'motcua-sandbox-'))
  const env = childEnvironment({ SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0', SANDBOX_DIR: directory, HOST: '127.0.0.1' })
  const child = spawn(process.execPath, [projectPath('sandbox/main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const origin = await new Promise<string>((resolve, reject) => {
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      const ready = /sandbox ready (\S+)/.exec(output)
      if (ready?.[1]) resolve(ready[1])
    })
    child.once('exit', (code) => reject(new Error(`the sandbox ended with ${code}: ${output}`)))
  })
  config.CITIZENS_ISSUER = `${origin}/citizens`
  config.STAFF_ISSUER = `${origin}/staff`
  return {
    origin,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
      await rm(directory, { recursive: true, force: true })
    },
  }
}

/** The sandbox misbehaves on the next `times` requests. See sandbox/README.md for the kinds. */
export async function breakSandbox(
  { origin }: RunningSandbox,
  fault: { target: string; kind: string; path?: string; times?: number },
): Promise<void> {
  const body = JSON.stringify(fault)
  await fetch(`${origin}/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
}

export async function mendSandbox({ origin }: RunningSandbox): Promise<void> {
  await fetch(`${origin}/faults`, { method: 'DELETE' })
}

/** The portal with the real gate of this room, its pages, and further routes to try. */
export async function createPortal(routes: readonly FastifyPluginAsync[] = []): Promise<FastifyInstance> {
  return createServer({
    findHost,
    findViewer,
    authorise,
    audit,
    checkReady: async () => undefined,
    assets: await loadAssets(),
    pages: { menu: () => [], lastSync: () => undefined },
    errorPages: (failure) => h(Fragment, {}, `${failure.status} ${failure.code}`),
    routes: [identityRoutes, ...routes],
  })
}

/** A demonstration officer as a viewer, by staff subject: `anOfficer('tran-van-thu')`. Needs the test database. */
export async function anOfficer(subject: string): Promise<Officer> {
  const officerId = demonstrationOfficerId(subject)
  const agencyId = officerId.startsWith('00000199') ? DEMO.agencies.province : DEMO.agencies.ministry
  const { name, appointments } = await read(agencyId, (tx) => getOfficer(tx, officerId))
  return { kind: 'officer', agencyId, officerId, name, appointments }
}

/** A citizen who has signed in once, as a viewer. Needs the test database. */
export async function aCitizen(change: Partial<StatedPerson> = {}, agencyId = 1): Promise<Citizen> {
  const subject = change.subject ?? `citizen-${randomInt(1e9)}`
  const person: StatedPerson = {
    kind: 'person',
    subject,
    techId: undefined,
    idNumber: `000${String(randomInt(1e9)).padStart(9, '0')}`,
    name: 'Nguyễn Thị An',
    bornOn: localDate('1992-03-14'),
    bornYear: 1992,
    gender: 'female',
    nationality: 'Việt Nam',
    ethnicity: 'Kinh',
    residence: 'Tổ 3, phường Mẫu Trung, tỉnh Mẫu',
    currentResidence: undefined,
    email: `${subject}@nguoidan.example`,
    phone: '0000 000 001',
    taxCode: undefined,
    organisationCode: undefined,
    representative: undefined,
    assurance: 'level-2',
    ...change,
  }
  const claims = { loAs: person.assurance === 'level-2' ? '02' : '01' }
  const statement = { issuer: 'https://identity.example', person, claims }
  const personId = await transaction(agencyId, (tx) => recordStatement(tx, agencyId, statement))
  return { kind: 'citizen', agencyId, personId, name: person.name, assurance: person.assurance }
}

class Cookies {
  readonly #jar = new Map<string, string>()

  take(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.#jar.delete(name)
      else this.#jar.set(name, value)
    }
  }

  get header(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get(name: string): string | undefined {
    return this.#jar.get(name)
  }

  set(name: string, value: string): void {
    this.#jar.set(name, value)
  }
}

/** One browser at an address of its own: its cookies here and at the providers, and the form token of the last page it saw. */
export class Browser {
  readonly cookies = new Cookies()
  readonly #outside = new Cookies()
  readonly #app: FastifyInstance
  readonly #host: string
  readonly #remoteAddress = `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
  #token = ''

  constructor(app: FastifyInstance, host = 'dichvucong.tinhmau.localhost') {
    this.#app = app
    this.#host = host
  }

  get #headers() {
    return { host: this.#host, cookie: this.cookies.header }
  }

  async #seen(answer: Promise<LightMyRequestResponse>): Promise<LightMyRequestResponse> {
    const got = await answer
    this.cookies.take([got.headers['set-cookie'] ?? []].flat())
    this.#token = /name="_form" value="([^"]+)"/.exec(got.body)?.[1] ?? this.#token
    return got
  }

  get(url: string): Promise<LightMyRequestResponse> {
    return this.#seen(
      this.#app.inject({ method: 'GET', url, headers: this.#headers, remoteAddress: this.#remoteAddress }),
    )
  }

  post(url: string, fields: Record<string, string> = {}, headers = {}): Promise<LightMyRequestResponse> {
    const payload = new URLSearchParams({ _form: this.#token, ...fields }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.#seen(
      this.#app.inject({
        method: 'POST',
        url,
        payload,
        headers: { ...this.#headers, ...type, ...headers },
        remoteAddress: this.#remoteAddress,
      }),
    )
  }

  /** At the provider: follows its pages, chooses the person, and stops on the way back. Answers that way. */
  async chooseAt(provider: string, account: string): Promise<string> {
    let url = provider
    let init: RequestInit = {}
    for (let step = 0; step < 10; step += 1) {
      const answer = await fetch(url, {
        ...init,
        redirect: 'manual',
        headers: { ...init.headers, cookie: this.#outside.header },
      })
      this.#outside.take(answer.headers.getSetCookie())
      const location = answer.headers.get('location')
      if (location) {
        url = new URL(location, url).href
        init = {}
        if (new URL(url).hostname === this.#host) return url.slice(new URL(url).origin.length)
      } else {
        const body = await answer.text()
        if (answer.status >= 400) throw new Error(`the provider answers ${answer.status}: ${body.slice(0, 300)}`)
        const type = { 'content-type': 'application/x-www-form-urlencoded' }
        init = { method: 'POST', body: new URLSearchParams({ account }).toString(), headers: type }
      }
    }
    throw new Error('the provider never sent the browser back')
  }

  /** From “sign in” to the answer of the return page. */
  async signIn(account: string, start = '/sign-in/start'): Promise<LightMyRequestResponse> {
    const departure = await this.get(start)
    return this.get(await this.chooseAt(String(departure.headers.location), account))
  }

  /** An officer of the demonstration, through the second factor. */
  async signInAsOfficer(account: string, returnTo = '/desk'): Promise<LightMyRequestResponse> {
    const start = `/desk/sign-in/start?return=${encodeURIComponent(returnTo)}`
    const factor = String((await this.signIn(account, start)).headers.location)
    const page = await this.get(factor)
    const code = /name="code"[^>]*value="(\d{6})"/.exec(page.body)?.[1] ?? ''
    return this.post(factor, { code })
  }
}
