import { documentOf, type Posting, placeIn, weightOf } from './postings.ts'

/** Three sums a document, side by side, because they are read together. */
const SUMS = 3
const COVERED = 0
const IN_NAME = 1
const TOGETHER = 2

/** A search in a posting is worth it when there are this many times fewer documents to look for than it holds. */
const SPARSE = 12

/** What one term of the query counts. */
export interface TermWorth {
  worth: number
  /** What is left of it where the marks are others. */
  bare: number
  /** Bit of the form that was typed. */
  form: number
  /** Documents that none of the terms before had may still be found by this one. */
  opens: boolean
}

/**
 * Working space of the queries of one process, cleared by what a query touched: allocating it anew costs more than the
 * search. Queries do not overlap, because none of them waits.
 */
export class Tally {
  readonly size: number
  count = 0
  readonly touched: Uint32Array
  private readonly sums: Float32Array

  constructor(size: number) {
    this.size = size
    this.touched = new Uint32Array(size)
    this.sums = new Float32Array(size * SUMS)
  }

  covered(document: number): number {
    return this.sums[document * SUMS + COVERED] ?? 0
  }

  inName(document: number): number {
    return this.sums[document * SUMS + IN_NAME] ?? 0
  }

  together(document: number): number {
    return this.sums[document * SUMS + TOGETHER] ?? 0
  }

  addTerm(posting: Posting, term: TermWorth): void {
    if (term.opens) this.open(posting, term)
    else if (this.count * SPARSE < posting.entries.length) this.lookUp(posting, term)
    else this.add(posting, term)
  }

  private open({ entries, forms }: Posting, { worth, bare, form }: TermWorth): void {
    const { sums, touched } = this
    const [full, part] = [worth / 100, (worth * bare) / 100]
    let { count } = this
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] ?? 0
      const weight = weightOf(entry)
      const sum = documentOf(entry) * SUMS
      const before = sums[sum] ?? 0
      if (before === 0) touched[count++] = documentOf(entry)
      // Without marks in what was typed, their array need not be read.
      sums[sum] = before + weight * (form === 0 || ((forms[at] ?? 0) & form) === 0 ? part : full)
      if (weight === 100) sums[sum + IN_NAME] = (sums[sum + IN_NAME] ?? 0) + worth
    }
    this.count = count
  }

  private add({ entries, forms }: Posting, term: TermWorth): void {
    const { sums } = this
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] ?? 0
      const sum = documentOf(entry) * SUMS
      if ((sums[sum] ?? 0) > 0) this.raise(sum, weightOf(entry), (forms[at] ?? 0) & term.form, term)
    }
  }

  private lookUp({ entries, forms }: Posting, term: TermWorth): void {
    const { touched, count } = this
    for (let step = 0; step < count; step += 1) {
      const document = touched[step] ?? 0
      const at = placeIn(entries, document)
      if (at >= 0) this.raise(document * SUMS, weightOf(entries[at] ?? 0), (forms[at] ?? 0) & term.form, term)
    }
  }

  private raise(sum: number, weight: number, marked: number, { worth, bare }: TermWorth): void {
    const { sums } = this
    sums[sum] = (sums[sum] ?? 0) + ((marked === 0 ? worth * bare : worth) * weight) / 100
    if (weight === 100) sums[sum + IN_NAME] = (sums[sum + IN_NAME] ?? 0) + worth
  }

  /** Neighbours, for documents that are looked at already. */
  addPair({ entries }: Posting, worth: number): void {
    const { sums, touched, count } = this
    if (count * SPARSE < entries.length) {
      for (let step = 0; step < count; step += 1) {
        const document = touched[step] ?? 0
        if (placeIn(entries, document) >= 0) this.pair(document * SUMS, worth)
      }
      return
    }
    for (let at = 0; at < entries.length; at += 1) {
      const sum = documentOf(entries[at] ?? 0) * SUMS
      if ((sums[sum] ?? 0) > 0) this.pair(sum, worth)
    }
  }

  private pair(sum: number, worth: number): void {
    this.sums[sum + TOGETHER] = (this.sums[sum + TOGETHER] ?? 0) + worth
  }

  clear(): void {
    const { sums, touched, count } = this
    for (let step = 0; step < count; step += 1) {
      const sum = (touched[step] ?? 0) * SUMS
      sums[sum] = 0
      sums[sum + IN_NAME] = 0
      sums[sum + TOGETHER] = 0
    }
    this.count = 0
  }
}
