import { fold } from '#kernel/vietnamese.ts'
import type { Audience, OnlineLevel, ProcedureKind } from '../record.ts'
import { priorOf, variantsIn } from './commonness.ts'
import { provinceOf } from './places.ts'
import { type Postings, PostingsBuilder } from './postings.ts'
import { buildSpeller, type Speller } from './spelling.ts'
import { keysOf, markedKey, type Syllable, syllablesOf } from './syllables.ts'

/** What the search knows of one procedure. */
export interface SearchDocument {
  code: string
  name: string
  field: string
  publisher: string
  kind: ProcedureKind
  level: OnlineLevel
  audiences: Audience[]
  results: string[]
  keywords: string[]
}

/**
 * The national catalogue as numbers: 5,670 names make about 10 MB, 100,000 about 90 MB. It is read-only, belongs to
 * one version of the catalogue, and is made again when the catalogue moves; every process has its own.
 */
export interface SearchIndex {
  version: number
  codes: string[]
  numberOf: ReadonlyMap<string, number>
  /** Syllables without marks; the forms are the marks they are written with. */
  terms: Postings
  /** The bit of each syllable with its marks, in the forms of its term. */
  forms: ReadonlyMap<string, number>
  /** Neighbours within a name: most Vietnamese words are two syllables. */
  pairs: Postings
  /** Every syllable without marks, in the order of the alphabet. */
  vocabulary: string[]
  nameWeight: Float32Array
  priors: Float32Array
  highestPrior: number
  variants: Uint32Array
  audiences: Uint8Array
  levels: Uint8Array
  fields: Uint16Array
  fieldNames: string[]
  publishers: Uint16Array
  publisherNames: string[]
  /** Province of each publisher, from 1; 0 for ministries. */
  publisherProvinces: Uint8Array
  /** Numbers in the order of browsing: by name. */
  byName: Uint32Array
  speller: Speller
}

export const AUDIENCE_BITS: Record<Audience, number> = {
  citizen: 1,
  business: 2,
  organisation: 4,
  foreigner: 8,
  overseas: 16,
  official: 32,
}
export const LEVELS: OnlineLevel[] = ['full', 'partial', 'information']

/** What a term counts in the name, in everyday words and results, in the field, in the publisher; of 100. */
const WEIGHT = { name: 100, keyword: 92, result: 70, field: 45, publisher: 25 }

/** Rarity of a term: what a match of it says. */
export function rarity(index: SearchIndex, key: string): number {
  const found = index.terms.count(key)
  return Math.log(1 + (index.codes.length - found + 0.5) / (found + 0.5))
}

class Names {
  readonly list: string[] = []
  private readonly numbers = new Map<string, number>()

  number(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.list.length)
    return this.list.push(name) - 1
  }
}

const LAST_FORM = 15

/** Gives each marked form of a term a bit; from the sixteenth on they share the last one. */
class Forms {
  readonly bits = new Map<string, number>()
  private readonly counts = new Map<string, number>()

  bit(key: string, said: string): number {
    const form = markedKey(said)
    const known = this.bits.get(form)
    if (known !== undefined) return known
    const count = this.counts.get(key) ?? 0
    this.counts.set(key, count + 1)
    const bit = 1 << Math.min(count, LAST_FORM)
    this.bits.set(form, bit)
    return bit
  }
}

/** Builds in slices of 500 documents, so that other requests are answered in between. */
export async function buildSearchIndex(documents: SearchDocument[], version: number): Promise<SearchIndex> {
  const builder = new Builder(documents.length)
  for (let at = 0; at < documents.length; at += 500) {
    for (const one of documents.slice(at, at + 500)) builder.add(one)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return builder.done(documents, version)
}

class Builder {
  private readonly terms = new PostingsBuilder({ withForms: true })
  private readonly pairs = new PostingsBuilder({ withForms: false })
  private readonly forms = new Forms()
  private readonly frequency = new Map<string, number>()
  private readonly fieldNames = new Names()
  private readonly publisherNames = new Names()
  private readonly texts = new Map<string, Syllable[]>()
  private documents = 0
  private readonly columns: Omit<
    SearchIndex,
    | 'version'
    | 'codes'
    | 'numberOf'
    | 'terms'
    | 'forms'
    | 'pairs'
    | 'vocabulary'
    | 'highestPrior'
    | 'fieldNames'
    | 'publisherNames'
    | 'publisherProvinces'
    | 'byName'
    | 'speller'
  >

  constructor(size: number) {
    this.columns = {
      nameWeight: new Float32Array(size),
      priors: new Float32Array(size),
      variants: new Uint32Array(size),
      audiences: new Uint8Array(size),
      levels: new Uint8Array(size),
      fields: new Uint16Array(size),
      publishers: new Uint16Array(size),
    }
  }

  add(one: SearchDocument): void {
    const at = this.documents
    this.documents += 1
    const name = syllablesOf(one.name)
    const keys = name.map(({ key }) => key)
    for (const [step, { key, said }] of name.entries()) {
      this.terms.add(key, at, { weight: WEIGHT.name, form: this.forms.bit(key, said) })
      this.frequency.set(key, (this.frequency.get(key) ?? 0) + 1)
      const next = keys[step + 1]
      if (next) this.pairs.add(`${key} ${next}`, at, { weight: WEIGHT.name })
    }
    this.addText(one.keywords, at, WEIGHT.keyword)
    this.addText(one.results, at, WEIGHT.result)
    this.addText([one.field], at, WEIGHT.field)
    this.addText([one.publisher], at, WEIGHT.publisher)
    this.columns.priors[at] = priorOf(one)
    this.columns.variants[at] = variantsIn(keys)
    this.columns.audiences[at] = one.audiences.reduce((mask, audience) => mask | AUDIENCE_BITS[audience], 0)
    this.columns.levels[at] = LEVELS.indexOf(one.level)
    this.columns.fields[at] = this.fieldNames.number(one.field)
    this.columns.publishers[at] = this.publisherNames.number(one.publisher)
  }

  /** Fields and publishers repeat: some hundred texts for the whole catalogue. */
  private syllablesIn(text: string): Syllable[] {
    const known = this.texts.get(text)
    if (known) return known
    const found = syllablesOf(text)
    if (this.texts.size < 2_000) this.texts.set(text, found)
    return found
  }

  private addText(texts: string[], at: number, weight: number): void {
    for (const text of texts) {
      const syllables = this.syllablesIn(text)
      for (const [step, { key, said }] of syllables.entries()) {
        this.terms.add(key, at, { weight, form: this.forms.bit(key, said) })
        const next = syllables[step + 1]
        if (next && weight >= WEIGHT.result) this.pairs.add(`${key} ${next.key}`, at, { weight })
      }
    }
  }

  done(documents: SearchDocument[], version: number): SearchIndex {
    const codes = documents.map(({ code }) => code)
    const index: SearchIndex = {
      ...this.columns,
      version,
      codes,
      numberOf: new Map(codes.map((code, at) => [code, at])),
      terms: this.terms.done(),
      forms: this.forms.bits,
      pairs: this.pairs.done(),
      fieldNames: this.fieldNames.list,
      publisherNames: this.publisherNames.list,
      publisherProvinces: Uint8Array.from(this.publisherNames.list, provinceOf),
      byName: byName(documents),
      highestPrior: this.columns.priors.reduce((highest, prior) => Math.max(highest, prior), 1),
      vocabulary: [...this.frequency.keys()].filter((key) => !/\d/.test(key)).sort(),
      speller: buildSpeller(this.frequency),
    }
    for (const [at, { name }] of documents.entries()) {
      for (const key of new Set(keysOf(name))) index.nameWeight[at] = (index.nameWeight[at] ?? 0) + rarity(index, key)
    }
    return index
  }
}

function byName(documents: SearchDocument[]): Uint32Array {
  const keys = documents.map(({ name }) => fold(name))
  const order = Uint32Array.from(documents.keys())
  return order.sort((one, other) =>
    (keys[one] ?? '') < (keys[other] ?? '') ? -1 : keys[one] === keys[other] ? one - other : 1,
  )
}
