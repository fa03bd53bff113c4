import { createHash } from 'node:crypto'

export type LogActor = { kind: 'citizen' | 'officer'; id: string } | { kind: 'system' }

/** Plain JSON: ids, codes, times, counts. Personal data is referred to, never written here: the log cannot forget. */
export type LogFacts = { readonly [name: string]: LogFact }
export type LogFact = string | number | boolean | null | readonly LogFact[] | LogFacts

export interface LogEntry {
  agencyId: number
  dossierId: string
  /** 1, 2, 3 … without a gap in each dossier. */
  seq: number
  at: Date
  actor: LogActor
  /** `dossier.received`, `dossier.step`, … */
  type: string
  facts: LogFacts
  /** What an officer or the person wrote. Outside the hash, so that it can be erased; `facts.wordsHash` holds its hash. */
  words?: string | undefined
  prevHash: string
  hash: string
}

/** What stands before the first entry. */
export const GENESIS = '0'.repeat(64)

/** The same text for the same facts, whatever order they were written in. Undefined members are left out, as JSON does. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** SHA-256 over everything the entry says and the hash of the one before. R-234 @see Law 148/2025, Art. 8(6) */
export function hashOf(entry: Omit<LogEntry, 'hash'>): string {
  const { at, words: _outside, ...rest } = entry
  return sha256(canonicalJson({ ...rest, at: at.toISOString() }))
}

export interface BrokenEntry {
  agencyId: number
  dossierId: string
  seq: number
  problem: 'changed' | 'missing' | 'out-of-place' | 'head-differs'
}

/** The head of a chain as it stood after the entries already looked at. */
export interface ChainHead {
  seq: number
  hash: string
}

/** Undefined when the entry follows the head and says what it said when it was written. */
export function problemOf(entry: LogEntry, head: ChainHead): BrokenEntry['problem'] | undefined {
  if (entry.seq > head.seq + 1) return 'missing'
  if (entry.seq !== head.seq + 1 || entry.prevHash !== head.hash) return 'out-of-place'
  const { hash, words, ...said } = entry
  if (words !== undefined && sha256(words) !== entry.facts.wordsHash) return 'changed'
  return hashOf(said) === hash ? undefined : 'changed'
}
