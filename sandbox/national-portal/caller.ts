import type { Fields } from '../web/fields.ts'
import { postOut } from '../web/outgoing.ts'
import type { PortalFiles } from './files.ts'
import { dossierBody, readFiling } from './filing.ts'
import type { Born, Holdings } from './holdings.ts'
import { type Step, VARIANTS, type Variant } from './variants.ts'

const PATIENCE = 60_000

/** Where the agency listens and the secret it gave us. */
export interface Target {
  url: string
  token: string
}

export interface CallerParts {
  holdings: Holdings
  files: PortalFiles
  origin: string
  target: Target
}

/** The national portal as the one who calls. */
export class Caller {
  readonly #parts: CallerParts
  readonly #stop = new AbortController()
  target: Target

  constructor(parts: CallerParts) {
    this.#parts = parts
    this.target = parts.target
  }

  close(): void {
    this.#stop.abort()
  }

  /** Someone files a dossier here, and the agency is told in the manner of the variant. */
  async file(asked: Fields, variant: Variant): Promise<Born> {
    const { holdings, files, origin } = this.#parts
    const body = dossierBody(holdings, files, { filing: readFiling(asked), origin })
    const born: Born = {
      ...{ MaHoSo: String(body.MaHoSo), createdAt: new Date().toISOString(), status: '1', body },
      ...{ deliveries: [], statuses: [] },
    }
    holdings.take({ kind: 'born', born })
    return this.push(born.MaHoSo, variant)
  }

  /** Tells the agency again about a dossier born here. */
  async push(code: string, variant: Variant): Promise<Born> {
    const { holdings, files, origin } = this.#parts
    const known = holdings.born.get(code)
    if (!known) throw new Error(`no dossier ${code} was born here`)
    const steps: Step[] = VARIANTS[variant].steps({ body: known.body, files, origin })
    const deliveries: Promise<Born['deliveries'][number]>[] = []
    for (const step of steps) {
      if (!step.together) await deliveries.at(-1)
      deliveries.push(this.#send(step, variant))
    }
    const made = await Promise.all(deliveries)
    const born = holdings.born.get(code) ?? known // statuses may have come back meanwhile
    const pushed = { ...born, deliveries: [...born.deliveries, ...made] }
    holdings.take({ kind: 'born', born: pushed })
    return pushed
  }

  /** Any of the inbound calls with any body. */
  ask(path: string, body: unknown): Promise<Born['deliveries'][number]> {
    return this.#send({ path, body: JSON.stringify(body) }, 'ask')
  }

  async #send(step: Step, variant: string): Promise<Born['deliveries'][number]> {
    const authorization = step.authorization === undefined ? `Bearer ${this.target.token}` : step.authorization
    const { status, body: answer } = await postOut(`${this.target.url}/${step.path}`, {
      headers: { 'content-type': 'application/json', charset: 'utf-8', ...(authorization ? { authorization } : {}) },
      body: step.body,
      signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(PATIENCE)]),
    })
    return { at: new Date().toISOString(), variant, path: step.path, status, answer: answer.slice(0, 4000) }
  }
}
