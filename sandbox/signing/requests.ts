import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Authority } from '../ca/authority.ts'
import type { Faults } from '../faults/faults.ts'
import { JsonFile } from '../web/state.ts'
import { callBack } from './callback.ts'
import { signDigest } from './signature.ts'
import { isSigner, signerIdentity } from './signers.ts'

export type State = 'pending' | 'signed' | 'refused' | 'expired'

export interface Asked {
  userId: string
  digest: string
  description: string
  transactionId: string
  callbackUrl?: string
}

export interface SigningRequest extends Asked {
  requestId: string
  state: State
  signature?: string
  createdAt: string
  decidedAt?: string
}

export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export interface GatewayParts {
  authority: Authority
  faults: Faults
  directory: string
  signDelay: number | 'manual'
  signExpiry: number
}

const KEPT = 500

function text(asked: Record<string, unknown>, name: string, longest: number): string {
  const value = asked[name]
  if (typeof value !== 'string' || value === '' || value.length > longest) {
    throw new Refused(400, 'invalid-request', `${name} is a text of 1 to ${longest} characters`)
  }
  return value
}

function readAsked(asked: Record<string, unknown>): Asked {
  if (asked.digestAlgorithm !== 'SHA-256') throw new Refused(400, 'invalid-request', 'digestAlgorithm is SHA-256')
  const digest = text(asked, 'digest', 100)
  const raw = Buffer.from(digest, 'base64')
  if (raw.length !== 32 || raw.toString('base64') !== digest) {
    throw new Refused(400, 'invalid-request', 'digest is the base64 of 32 bytes')
  }
  const userId = text(asked, 'userId', 100)
  if (!isSigner(userId)) throw new Refused(404, 'unknown-user', `nobody signs as ${userId}`)
  const read: Asked = {
    userId,
    digest,
    description: text(asked, 'description', 1000),
    transactionId: text(asked, 'transactionId', 200),
  }
  if (asked.callbackUrl === undefined) return read

  const callbackUrl = text(asked, 'callbackUrl', 2000)
  if (!['http:', 'https:'].includes(URL.parse(callbackUrl)?.protocol ?? '')) {
    throw new Refused(400, 'invalid-request', 'callbackUrl is an http or https address')
  }
  return { ...read, callbackUrl }
}

/** What the signer's telephone would show and decide: requests wait here until approved, refused or too old. */
export class SigningGateway {
  readonly #parts: GatewayParts
  readonly #file: JsonFile<SigningRequest[]>
  readonly #stop = new AbortController()
  readonly #timers = new Set<NodeJS.Timeout>()
  #auto: boolean

  constructor(parts: GatewayParts) {
    this.#parts = parts
    this.#file = new JsonFile(join(parts.directory, 'signing', 'requests.json'), [])
    this.#auto = parts.signDelay !== 'manual'
    for (const request of this.#file.value) if (request.state === 'pending') this.#schedule(request)
  }

  get auto(): boolean {
    return this.#auto
  }

  /** Turning it on approves whatever is waiting. */
  set auto(on: boolean) {
    this.#auto = on
    if (on) for (const request of this.#file.value) if (request.state === 'pending') this.#approve(request)
  }

  /** Newest first. */
  list(): SigningRequest[] {
    return this.#file.value.toReversed()
  }

  find(requestId: string): SigningRequest | undefined {
    return this.#file.value.find((request) => request.requestId === requestId)
  }

  findByTransaction(transactionId: string): SigningRequest | undefined {
    return this.#file.value.find((request) => request.transactionId === transactionId)
  }

  /** Takes a request in once; the same transaction again is the same request. Throws `Refused`. */
  ask(body: Record<string, unknown>): { request: SigningRequest; isNew: boolean } {
    const asked = readAsked(body)
    const known = this.findByTransaction(asked.transactionId)
    if (known) {
      if (known.digest === asked.digest && known.userId === asked.userId) return { request: known, isNew: false }
      throw new Refused(409, 'transaction-mismatch', 'this transactionId was used for something else')
    }
    const request: SigningRequest = {
      requestId: randomUUID(),
      state: 'pending',
      createdAt: new Date().toISOString(),
      ...asked,
    }
    this.#file.value.push(request)
    this.#file.value.splice(0, this.#file.value.length - KEPT)
    this.#file.save()
    this.#schedule(request)
    return { request, isNew: true }
  }

  /** Decides a request that is still pending; a second decision changes nothing. */
  async decide(requestId: string, decision: 'approve' | 'refuse'): Promise<SigningRequest | undefined> {
    const request = this.find(requestId)
    if (request?.state !== 'pending') return request
    const fault = this.#parts.faults.take('signing', ['refuse', 'wrong-signature'], '/signing/v1/requests')
    if (decision === 'refuse' || fault?.kind === 'refuse') return this.#settle(request, 'refused')

    const signer = await signerIdentity(this.#parts.authority, request.userId)
    if (!signer) return this.#settle(request, 'refused')
    const digest = Buffer.from(request.digest, 'base64')
    const signed = fault ? createHash('sha256').update(digest).digest() : digest
    return this.#settle(request, 'signed', signDigest(signer.keys.secret, signed).toString('base64'))
  }

  close(): void {
    this.#stop.abort()
    for (const timer of this.#timers) clearTimeout(timer)
  }

  #settle(request: SigningRequest, state: State, signature?: string): SigningRequest {
    if (request.state !== 'pending') return request // decided by somebody else while the key was being made
    Object.assign(request, { state, decidedAt: new Date().toISOString(), ...(signature ? { signature } : {}) })
    this.#file.save()
    if (request.callbackUrl) void callBack(request.callbackUrl, shown(request), this.#stop.signal)
    return request
  }

  #schedule(request: SigningRequest): void {
    const { signDelay, signExpiry } = this.#parts
    const age = Date.now() - Date.parse(request.createdAt)
    this.#later(signExpiry - age, () => this.#settle(request, 'expired'))
    if (this.auto) this.#later(signDelay === 'manual' ? 0 : signDelay, () => this.#approve(request))
  }

  #approve(request: SigningRequest): void {
    if (!this.auto) return
    this.decide(request.requestId, 'approve').catch((error) => console.error('signing failed', error))
  }

  #later(ms: number, act: () => void): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer)
        act()
      },
      Math.max(0, ms),
    )
    this.#timers.add(timer)
  }
}

/** A request as the API shows it. */
export function shown({ requestId, transactionId, userId, state, signature, createdAt, decidedAt }: SigningRequest) {
  return { requestId, transactionId, userId, state, signature, createdAt, decidedAt }
}
