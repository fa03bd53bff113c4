/** Documents that have a term, in order, and in which forms it is written there. */
export interface Posting {
  /** A document and how much the term counts there, of 100: one number each, because they are read together. */
  entries: Uint32Array
  /** A bit for each form; empty where the index keeps no forms. */
  forms: Uint16Array
}

interface Packed extends Posting {
  numbers: Map<string, number>
  starts: Uint32Array
}

const WEIGHT_AT = 24
const DOCUMENT = (1 << WEIGHT_AT) - 1

export function documentOf(entry: number): number {
  return entry & DOCUMENT
}

export function weightOf(entry: number): number {
  return entry >>> WEIGHT_AT
}

/** Postings of all terms, packed end to end: a term costs its letters and eight bytes. */
export class Postings {
  private readonly packed: Packed

  constructor(packed: Packed) {
    this.packed = packed
  }

  has(term: string): boolean {
    return this.packed.numbers.has(term)
  }

  /** How many documents have the term. */
  count(term: string): number {
    const { numbers, starts } = this.packed
    const number = numbers.get(term)
    return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0)
  }

  get(term: string): Posting | undefined {
    const { numbers, starts, entries, forms } = this.packed
    const number = numbers.get(term)
    if (number === undefined) return undefined
    const [from, to] = [starts[number], starts[number + 1]]
    return { entries: entries.subarray(from, to), forms: forms.subarray(from, to) }
  }
}

/** Where a document stands in a posting; -1 when it is not there. */
export function placeIn(entries: Uint32Array, document: number): number {
  let low = 0
  let high = entries.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const there = documentOf(entries[middle] ?? 0)
    if (there === document) return middle
    if (there < document) low = middle + 1
    else high = middle - 1
  }
  return -1
}

const FIRST = 1 << 14

/** Collects postings document by document. */
export class PostingsBuilder {
  private readonly numbers = new Map<string, number>()
  private readonly last: number[] = []
  private size = 0
  private terms = new Uint32Array(FIRST)
  private entries = new Uint32Array(FIRST)
  private forms: Uint16Array

  constructor({ withForms }: { withForms: boolean }) {
    this.forms = new Uint16Array(withForms ? FIRST : 0)
  }

  /** Within one document the greatest weight of a term stands, and all its forms. */
  add(term: string, document: number, { weight, form = 0 }: { weight: number; form?: number }): void {
    let number = this.numbers.get(term)
    if (number === undefined) {
      number = this.numbers.size
      this.numbers.set(term, number)
    }
    const last = this.last[number]
    const before = last === undefined ? undefined : this.entries[last]
    if (last !== undefined && before !== undefined && documentOf(before) === document) {
      if (weightOf(before) < weight) this.entries[last] = document | (weight << WEIGHT_AT)
      if (form) this.forms[last] = (this.forms[last] ?? 0) | form
      return
    }
    if (this.size === this.terms.length) this.grow()
    this.terms[this.size] = number
    this.entries[this.size] = document | (weight << WEIGHT_AT)
    if (form) this.forms[this.size] = form
    this.last[number] = this.size
    this.size += 1
  }

  private grow(): void {
    const longer = <T extends Uint32Array | Uint16Array>(old: T, made: T): T => {
      made.set(old)
      return made
    }
    this.terms = longer(this.terms, new Uint32Array(this.terms.length * 2))
    this.entries = longer(this.entries, new Uint32Array(this.entries.length * 2))
    this.forms = longer(this.forms, new Uint16Array(this.forms.length * 2))
  }

  /** Counting sort by term: documents of a term stay in order. */
  done(): Postings {
    const starts = new Uint32Array(this.numbers.size + 1)
    for (let at = 0; at < this.size; at += 1) {
      const after = (this.terms[at] ?? 0) + 1
      starts[after] = (starts[after] ?? 0) + 1
    }
    for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
    const next = starts.slice()
    const entries = new Uint32Array(this.size)
    const forms = new Uint16Array(this.forms.length > 0 ? this.size : 0)
    for (let at = 0; at < this.size; at += 1) {
      const term = this.terms[at] ?? 0
      const place = next[term] ?? 0
      entries[place] = this.entries[at] ?? 0
      if (forms.length > 0) forms[place] = this.forms[at] ?? 0
      next[term] = place + 1
    }
    return new Postings({ numbers: this.numbers, starts, entries, forms })
  }
}
