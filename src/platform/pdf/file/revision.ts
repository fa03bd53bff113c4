import { createHash } from 'node:crypto'
import type { PdfFile } from './file.ts'
import { type PdfDict, PdfName, PdfRef, PdfStream, PdfText, type PdfValue, serialise } from './values.ts'

/** Signatures put their room for later bytes into a raw object: what stands there is not ours to format. */
type Content = PdfValue | { raw: Buffer }

/**
 * An addition to a PDF file: new and changed objects after its last byte. What was there before stays byte for byte,
 * so that earlier signatures hold. @see ISO 32000-2, 7.5.6
 */
export class Revision {
  private readonly file: PdfFile
  private readonly objects = new Map<number, Content>()
  private next: number

  constructor(file: PdfFile) {
    this.file = file
    this.next = file.size
  }

  reserve(): PdfRef {
    this.next += 1
    return new PdfRef(this.next - 1)
  }

  set(ref: PdfRef, value: Content): void {
    this.objects.set(ref.number, value)
  }

  add(value: Content): PdfRef {
    const ref = this.reserve()
    this.set(ref, value)
    return ref
  }

  /** Copies an object of another file, and everything it refers to. Gives its reference here. */
  copy(from: PdfFile, value: PdfValue): PdfValue {
    return this.copied(from, value, new Map())
  }

  private copied(from: PdfFile, value: PdfValue, known: Map<number, PdfRef>): PdfValue {
    if (value instanceof PdfRef) return this.copiedRef(from, value, known)
    if (Array.isArray(value)) return value.map((item) => this.copied(from, item, known))
    if (value instanceof Map) return this.copiedDict(from, value, known)
    if (value instanceof PdfStream) {
      const length: PdfDict = new Map([...value.dict, ['Length', value.raw.length]])
      return new PdfStream(this.copiedDict(from, length, known), value.raw)
    }
    return value
  }

  private copiedRef(from: PdfFile, ref: PdfRef, known: Map<number, PdfRef>): PdfRef {
    const done = known.get(ref.number)
    if (done) return done
    const here = this.reserve()
    known.set(ref.number, here)
    this.set(here, this.copied(from, from.object(ref.number), known))
    return here
  }

  private copiedDict(from: PdfFile, dict: PdfDict, known: Map<number, PdfRef>): PdfDict {
    return new Map([...dict].map(([key, item]) => [key, this.copied(from, item, known)]))
  }

  /** The whole file with the addition, and the byte at which each raw object's content begins. */
  build(): { bytes: Buffer; rawAt: Map<number, number> } {
    const parts: Buffer[] = [this.file.bytes]
    let length = this.file.bytes.length
    const put = (part: Buffer) => {
      parts.push(part)
      length += part.length
    }
    if (this.file.bytes.at(-1) !== 10) put(Buffer.from('\n'))

    const offsets = new Map<number, number>()
    const rawAt = new Map<number, number>()
    for (const [number, content] of [...this.objects].sort(([a], [b]) => a - b)) {
      offsets.set(number, length)
      put(Buffer.from(`${number} 0 obj\n`))
      const raw = isRaw(content)
      if (raw) rawAt.set(number, length)
      put(raw ? content.raw : serialise(content))
      put(Buffer.from('\nendobj\n'))
    }
    put(this.crossReference(offsets, length))
    return { bytes: Buffer.concat(parts), rawAt }
  }

  private crossReference(offsets: Map<number, number>, start: number): Buffer {
    const trailer = this.trailer()
    const end = `\nstartxref\n${start}\n%%EOF\n`
    if (!this.file.endsInStream) {
      trailer.set('Size', this.next)
      const rows = ranges([...offsets.keys()]).map(({ first, count }) => {
        const entries = Array.from({ length: count }, (_, i) => String(offsets.get(first + i)).padStart(10, '0'))
        return `${first} ${count}\n${entries.map((offset) => `${offset} 00000 n \n`).join('')}`
      })
      return Buffer.from(`xref\n${rows.join('')}trailer\n${serialise(trailer).toString('latin1')}${end}`, 'latin1')
    }

    const own = this.next
    const all = new Map([...offsets, [own, start]])
    const sorted = ranges([...all.keys()])
    const raw = Buffer.concat(
      sorted.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => entry(all.get(first + i) ?? 0))),
    )
    trailer
      .set('Size', own + 1)
      .set('Type', new PdfName('XRef'))
      .set('W', [1, 5, 2])
    trailer
      .set(
        'Index',
        sorted.flatMap(({ first, count }) => [first, count]),
      )
      .set('Length', raw.length)
    return Buffer.concat([
      Buffer.from(`${own} 0 obj\n`),
      serialise(new PdfStream(trailer, raw)),
      Buffer.from(`\nendobj${end}`),
    ])
  }

  private trailer(): PdfDict {
    const old = this.file.trailer
    const trailer: PdfDict = new Map([['Prev', this.file.startXref]])
    for (const key of ['Root', 'Info']) {
      const value = old.get(key)
      if (value !== undefined) trailer.set(key, value)
    }
    const ids = this.file.listAt(old.get('ID'))
    const first = ids[0]
    if (first instanceof PdfText) {
      const mark = createHash('sha256').update(this.file.bytes).update(String(this.next)).digest().subarray(0, 16)
      trailer.set('ID', [first, new PdfText(mark)])
    }
    return trailer
  }
}

function isRaw(content: Content): content is { raw: Buffer } {
  return typeof content === 'object' && content !== null && 'raw' in content && !(content instanceof PdfStream)
}

function entry(offset: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeUInt8(1, 0)
  bytes.writeUIntBE(offset, 1, 5)
  return bytes
}

/** Runs of consecutive numbers. */
function ranges(numbers: number[]): { first: number; count: number }[] {
  const found: { first: number; count: number }[] = []
  for (const number of numbers.sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last.first + last.count === number) last.count += 1
    else found.push({ first: number, count: 1 })
  }
  return found
}
