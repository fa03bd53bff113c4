/** Identity, signing and mail; then the systems of the contract, which all bear the same troubles of the road. */
const FIRST = ['citizens', 'staff', 'signing', 'ocsp', 'crl', 'tsa', 'smtp'] as const
const CONTRACT = [
  'national',
  'lgsp',
  'emc',
  'population',
  'business',
  'civil-status',
  'interlinked',
  'criminal-record',
  'land',
  'social-assistance',
  'driving-licence',
  'documents',
  'post',
  'sms',
  'zalo',
] as const
export const TARGETS = [...FIRST, ...CONTRACT] as const

const ON_EVERY_ROAD = ['slow', 'error500', 'down', 'lost-answer', 'garbage'] as const
const ON_LONG_ROADS = ['timeout', 'drip', 'maintenance', 'wrong-answer', 'duplicate', 'late', 'clock-off'] as const
const IN_THE_SERVICE = ['wrong-signature', 'refuse', 'refuse-field', 'exists', 'session-expired'] as const
export const KINDS = [...ON_EVERY_ROAD, ...ON_LONG_ROADS, ...IN_THE_SERVICE] as const

export type Target = (typeof TARGETS)[number]
export type Kind = (typeof KINDS)[number]

export interface Fault {
  id: number
  target: Target
  kind: Kind
  /** Uses left; absent: until deleted. */
  times?: number
  ms: number
  /** Only requests whose path contains this. */
  path?: string
}

/** What each service itself can be told to do. */
const SERVICE_KINDS: Partial<Record<Target, readonly Kind[]>> = {
  citizens: ['wrong-signature', 'refuse'],
  staff: ['wrong-signature', 'refuse'],
  signing: ['wrong-signature', 'refuse'],
  ocsp: ['wrong-signature', 'refuse'],
  tsa: ['wrong-signature', 'refuse'],
  smtp: ['refuse'],
  national: ['refuse', 'refuse-field', 'exists', 'session-expired', 'wrong-signature'],
  lgsp: ['refuse', 'session-expired'],
  emc: ['refuse', 'refuse-field'],
  interlinked: ['refuse', 'session-expired'],
  'criminal-record': ['refuse', 'refuse-field'],
  'civil-status': ['refuse', 'refuse-field'],
  land: ['refuse', 'session-expired'],
  population: ['refuse'],
  business: ['refuse'],
  'social-assistance': ['refuse'],
  'driving-licence': ['refuse'],
  documents: ['refuse', 'exists', 'session-expired'],
  post: ['refuse', 'session-expired'],
  sms: ['refuse'],
  zalo: ['refuse', 'session-expired'],
}

function isMeaningful(target: Target, kind: Kind): boolean {
  const road: readonly Kind[] = oneOf(CONTRACT, target) ? [...ON_EVERY_ROAD, ...ON_LONG_ROADS] : ON_EVERY_ROAD
  return road.includes(kind) || (SERVICE_KINDS[target]?.includes(kind) ?? false)
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((candidate) => candidate === value)
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined
}

/** The misbehaviours a person or a test has asked for. Kept in memory: a restart heals everything. */
export class Faults {
  #list: Fault[] = []
  #last = 0
  readonly #waiting = new Map<Target, (() => void)[]>()

  /** Adds a fault described from outside. Answers a sentence when it means nothing. */
  add(asked: Record<string, unknown>): Fault | string {
    const target = oneOf(TARGETS, asked.target)
    const kind = oneOf(KINDS, asked.kind)
    if (!target) return `target is one of ${TARGETS.join(', ')}`
    if (!kind) return `kind is one of ${KINDS.join(', ')}`
    if (!isMeaningful(target, kind)) return `${kind} means nothing for ${target}`

    const times = wholeNumber(asked.times)
    const fault: Fault = { id: ++this.#last, target, kind, ms: wholeNumber(asked.ms) ?? 5000 }
    if (times !== undefined && times > 0) fault.times = times
    if (typeof asked.path === 'string' && asked.path !== '') fault.path = asked.path
    this.#list.push(fault)
    return fault
  }

  list(): Fault[] {
    return this.#list.map((fault) => ({ ...fault }))
  }

  clear(): void {
    this.#list = []
  }

  /** Settles when the next request of the target has been dealt with. */
  overtaken(target: Target): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.set(target, [...(this.#waiting.get(target) ?? []), resolve])
    return promise
  }

  /** A request of the target has been dealt with: what was held back for it may go on. */
  passed(target: Target): void {
    for (const go of this.#waiting.get(target) ?? []) go()
    this.#waiting.delete(target)
  }

  /** Uses up the first fault that fits, or answers `undefined`. */
  take(target: Target, kinds: readonly Kind[], path = ''): Fault | undefined {
    const fault = this.#list.find(
      (candidate) =>
        candidate.target === target && kinds.includes(candidate.kind) && path.includes(candidate.path ?? ''),
    )
    if (!fault) return undefined
    if (fault.times !== undefined) {
      fault.times -= 1
      if (fault.times === 0) this.#list = this.#list.filter((candidate) => candidate !== fault)
    }
    return fault
  }
}
