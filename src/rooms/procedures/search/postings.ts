/** Documents that have a term, and how much it counts there, of 100. */
export interface Posting {
  documents: Uint32Array
  weights: Uint8Array
}

/** Postings of all terms, packed end to end: a term costs its letters and eight bytes. */
export class Postings {
  private readonly numbers: ReadonlyMap<string, number>
  private readonly starts: Uint32Array
  private readonly documents: Uint32Array
  private readonly weights: Uint8Array

  constructor(packed: {
    numbers: Map<string, number>
    starts: Uint32Array
    documents: Uint32Array
    weights: Uint8Array
  }) {
    this.numbers = packed.numbers
    this.starts = packed.starts
    this.documents = packed.documents
    this.weights = packed.weights
  }

  has(term: string): boolean {
    return this.numbers.has(term)
  }

  /** How many documents have the term. */
  count(term: string): number {
    const number = this.numbers.get(term)
    return number === undefined ? 0 : (this.starts[number + 1] ?? 0) - (this.starts[number] ?? 0)
  }

  get(term: string): Posting | undefined {
    const number = this.numbers.get(term)
    if (number === undefined) return undefined
    const [from, to] = [this.starts[number], this.starts[number + 1]]
    return { documents: this.documents.subarray(from, to), weights: this.weights.subarray(from, to) }
  }
}

/** Collects postings document by document. */
export class PostingsBuilder {
  private readonly numbers = new Map<string, number>()
  private readonly last: number[] = []
  private size = 0
  private terms = new Uint32Array(1 << 14)
  private documents = new Uint32Array(1 << 14)
  private weights = new Uint8Array(1 << 14)

  /** Within one document the greatest weight of a term stands. */
  add(term: string, document: number, weight: number): void {
    let number = this.numbers.get(term)
    if (number === undefined) {
      number = this.numbers.size
      this.numbers.set(term, number)
    }
    const last = this.last[number]
    if (last !== undefined && this.documents[last] === document) {
      if ((this.weights[last] ?? 0) < weight) this.weights[last] = weight
      return
    }
    if (this.size === this.terms.length) this.grow()
    this.terms[this.size] = number
    this.documents[this.size] = document
    this.weights[this.size] = weight
    this.last[number] = this.size
    this.size += 1
  }

  private grow(): void {
    const [terms, documents, weights] = [this.terms, this.documents, this.weights]
    this.terms = new Uint32Array(terms.length * 2)
    this.documents = new Uint32Array(terms.length * 2)
    this.weights = new Uint8Array(terms.length * 2)
    this.terms.set(terms)
    this.documents.set(documents)
    this.weights.set(weights)
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
    const documents = new Uint32Array(this.size)
    const weights = new Uint8Array(this.size)
    for (let at = 0; at < this.size; at += 1) {
      const term = this.terms[at] ?? 0
      const place = next[term] ?? 0
      documents[place] = this.documents[at] ?? 0
      weights[place] = this.weights[at] ?? 0
      next[term] = place + 1
    }
    return new Postings({ numbers: this.numbers, starts, documents, weights })
  }
}
