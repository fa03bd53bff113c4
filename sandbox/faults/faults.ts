export const TARGETS = ['citizens', 'staff', 'signing', 'ocsp', 'crl', 'tsa', 'smtp'] as const
export const KINDS = ['slow', 'error500', 'down', 'lost-answer', 'garbage', 'wrong-signature', 'refuse'] as const

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

const MEANINGLESS: Partial<Record<Target, Kind[]>> = { smtp: ['wrong-signature'], crl: ['refuse', 'wrong-signature'] }

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

  /** Adds a fault described from outside. Answers a sentence when it means nothing. */
  add(asked: Record<string, unknown>): Fault | string {
    const target = oneOf(TARGETS, asked.target)
    const kind = oneOf(KINDS, asked.kind)
    if (!target) return `target is one of ${TARGETS.join(', ')}`
    if (!kind) return `kind is one of ${KINDS.join(', ')}`
    if (MEANINGLESS[target]?.includes(kind)) return `${kind} means nothing for ${target}`

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
