import { decode } from './filters.ts'
import { PdfParser } from './parser.ts'
import { type PdfDict, PdfRef, PdfStream, PdfUnreadable, type PdfValue } from './values.ts'

const MOST_OBJECTS = 200_000
const MOST_REVISIONS = 64

/** Where an object stands: at a byte, or as the n-th of an object stream. */
export type Place = { kind: 'at'; offset: number; generation: number } | { kind: 'in'; stream: number; index: number }

/**
 * A PDF file read as a viewer reads it: from the end, along the cross-reference tables, and never by searching the
 * bytes for what looks like an object. It reads strictly and within limits, because strangers upload to us; a file
 * that needs repair is refused (`PdfUnreadable`), for two viewers would repair it differently.
 * @see ISO 32000-2, 7.5
 */
export class PdfFile {
  readonly bytes: Buffer
  readonly places = new Map<number, Place | undefined>()
  readonly trailer: PdfDict
  /** Where the newest cross-reference section begins, and whether it is a stream. */
  readonly startXref: number
  readonly endsInStream: boolean
  private readonly cache = new Map<number, PdfValue>()
  private readonly opening = new Set<number>()
  private unpacked = new Map<number, PdfValue[]>()

  constructor(bytes: Buffer) {
    this.bytes = bytes
    if (!bytes.subarray(0, 1024).includes('%PDF-')) throw new PdfUnreadable('not-a-pdf')
    this.startXref = this.findStart()
    const first = this.readSections(this.startXref)
    this.trailer = first.trailer
    this.endsInStream = first.isStream
    if (this.trailer.has('Encrypt')) throw new PdfUnreadable('encrypted')
  }

  get catalog(): PdfDict {
    const catalog = this.resolve(this.trailer.get('Root'))
    if (!(catalog instanceof Map)) throw new PdfUnreadable('no-catalog')
    return catalog
  }

  /** The number the next new object may have. */
  get size(): number {
    const size = this.trailer.get('Size')
    return Math.max(typeof size === 'number' ? size : 0, ...[...this.places.keys()].map((number) => number + 1))
  }

  /** Follows references until there is a value; what does not exist is null. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found = value ?? null
    for (let steps = 0; found instanceof PdfRef; steps += 1) {
      if (steps > 16) throw new PdfUnreadable('reference-circle')
      found = this.object(found.number)
    }
    return found
  }

  dictAt(value: PdfValue | undefined): PdfDict | undefined {
    const found = this.resolve(value)
    if (found instanceof PdfStream) return found.dict
    return found instanceof Map ? found : undefined
  }

  listAt(value: PdfValue | undefined): PdfValue[] {
    const found = this.resolve(value)
    return Array.isArray(found) ? found : []
  }

  object(number: number): PdfValue {
    const known = this.cache.get(number)
    if (known !== undefined) return known
    const place = this.places.get(number)
    if (!place) return null
    if (this.opening.has(number)) throw new PdfUnreadable('reference-circle')
    this.opening.add(number)
    const value = place.kind === 'at' ? this.readAt(place.offset, number) : this.readIn(place)
    this.opening.delete(number)
    this.cache.set(number, value)
    return value
  }

  private readAt(offset: number, number?: number): PdfValue {
    const parser = new PdfParser(this.bytes, offset)
    const found = parser.object((length) => {
      const value = this.resolve(length)
      if (typeof value !== 'number' || value < 0) throw new PdfUnreadable('stream-without-length')
      return value
    })
    if (number !== undefined && found.number !== number) throw new PdfUnreadable('object-of-another-number')
    return found.value
  }

  private readIn(place: { stream: number; index: number }): PdfValue {
    const values = this.unpacked.get(place.stream) ?? this.unpack(place.stream)
    this.unpacked.set(place.stream, values)
    const value = values[place.index]
    if (value === undefined) throw new PdfUnreadable('object-not-in-its-stream')
    return value
  }

  private unpack(number: number): PdfValue[] {
    const stream = this.object(number)
    if (!(stream instanceof PdfStream)) throw new PdfUnreadable('object-not-in-its-stream')
    const [count, first] = [stream.dict.get('N'), stream.dict.get('First')]
    if (typeof count !== 'number' || typeof first !== 'number' || count > MOST_OBJECTS) {
      throw new PdfUnreadable('broken-object-stream')
    }
    const bytes = decode(stream)
    const heads = new PdfParser(bytes)
    return Array.from({ length: count }, () => {
      heads.integer()
      return new PdfParser(bytes, first + heads.integer()).value()
    })
  }

  private findStart(): number {
    const tail = this.bytes.lastIndexOf('startxref')
    if (tail < 0 || this.bytes.length - tail > 1024) throw new PdfUnreadable('no-end')
    const parser = new PdfParser(this.bytes, tail)
    parser.expect('startxref')
    return parser.integer()
  }

  private readSections(start: number): { trailer: PdfDict; isStream: boolean } {
    const visited = new Set<number>()
    let newest: { trailer: PdfDict; isStream: boolean } | undefined
    const waiting = [start]
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (visited.has(at) || visited.size >= MOST_REVISIONS) throw new PdfUnreadable('broken-cross-reference')
      visited.add(at)
      const section = this.readSection(at)
      newest ??= section
      for (const key of ['XRefStm', 'Prev']) {
        const next = section.trailer.get(key)
        if (typeof next === 'number') waiting.push(next)
      }
    }
    if (!newest) throw new PdfUnreadable('broken-cross-reference')
    return newest
  }

  private readSection(at: number): { trailer: PdfDict; isStream: boolean } {
    const parser = new PdfParser(this.bytes, at)
    if (parser.word() === 'xref') return { trailer: this.readTable(parser), isStream: false }
    const stream = this.readAt(at)
    if (!(stream instanceof PdfStream)) throw new PdfUnreadable('broken-cross-reference')
    this.readXrefStream(stream)
    return { trailer: stream.dict, isStream: true }
  }

  private readTable(parser: PdfParser): PdfDict {
    for (;;) {
      const back = parser.at
      if (parser.word() === 'trailer') break
      parser.at = back
      const [first, count] = [parser.integer(), parser.integer()]
      if (count > MOST_OBJECTS) throw new PdfUnreadable('too-many-objects')
      for (let i = 0; i < count; i += 1) {
        const [offset, generation, use] = [parser.integer(), parser.integer(), parser.word()]
        if (use !== 'n' && use !== 'f') throw new PdfUnreadable('broken-cross-reference')
        this.remember(first + i, use === 'n' ? { kind: 'at', offset, generation } : undefined)
      }
    }
    const trailer = parser.value()
    if (!(trailer instanceof Map)) throw new PdfUnreadable('no-trailer')
    return trailer
  }

  private readXrefStream({ dict, raw }: PdfStream): void {
    const widths = dict.get('W')
    const numbers = (value: PdfValue | undefined) =>
      Array.isArray(value) ? value.filter((item) => typeof item === 'number' && item >= 0).map(Number) : []
    const [a, b, c] = numbers(widths) as [number?, number?, number?]
    if (a === undefined || b === undefined || c === undefined || a + b + c < 1 || Math.max(a, b, c) > 6) {
      throw new PdfUnreadable('broken-cross-reference')
    }
    const bytes = decode(new PdfStream(dict, raw))
    const ranges = numbers(dict.get('Index') ?? [0, dict.get('Size') ?? 0])
    let at = 0
    const field = (width: number, missing: number) => {
      if (width === 0) return missing
      at += width
      return at <= bytes.length ? bytes.readUIntBE(at - width, width) : missing
    }
    for (let i = 0; i + 1 < ranges.length; i += 2) {
      const [first = 0, count = 0] = [ranges[i], ranges[i + 1]]
      if (count > MOST_OBJECTS) throw new PdfUnreadable('too-many-objects')
      for (let n = 0; n < count && at < bytes.length; n += 1) {
        const [kind, one, two] = [field(a, 1), field(b, 0), field(c, 0)]
        if (kind === 1) this.remember(first + n, { kind: 'at', offset: one, generation: two })
        else if (kind === 2) this.remember(first + n, { kind: 'in', stream: one, index: two })
        else this.remember(first + n, undefined)
      }
    }
  }

  /** The newest section is read first and wins. */
  private remember(number: number, place: Place | undefined): void {
    if (!this.places.has(number)) this.places.set(number, place)
    if (this.places.size > MOST_OBJECTS) throw new PdfUnreadable('too-many-objects')
  }
}
