import { type PdfDict, PdfName, PdfRef, PdfStream, PdfText, PdfUnreadable, type PdfValue } from './values.ts'

const DEEPEST = 64
const WHITE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)))
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads values strictly, one after the other, from a place in the bytes. Throws `PdfUnreadable`. */
export class PdfParser {
  readonly bytes: Buffer
  at: number
  private depth = 0

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes
    this.at = at
  }

  skipWhite(): void {
    for (;;) {
      const byte = this.bytes[this.at]
      if (byte === 0x25) this.skipLine()
      else if (byte !== undefined && WHITE.has(byte)) this.at += 1
      else return
    }
  }

  private skipLine(): void {
    while (this.at < this.bytes.length && this.bytes[this.at] !== 10 && this.bytes[this.at] !== 13) this.at += 1
  }

  /** The next run of regular characters: a keyword or a number. */
  word(): string {
    this.skipWhite()
    const start = this.at
    while (this.at < this.bytes.length && !this.endsWord(this.bytes[this.at] ?? 0)) this.at += 1
    return this.bytes.toString('latin1', start, this.at)
  }

  private endsWord(byte: number): boolean {
    return WHITE.has(byte) || DELIMITERS.has(byte)
  }

  expect(word: string): void {
    if (this.word() !== word) throw new PdfUnreadable(`expected-${word}`)
  }

  integer(): number {
    const word = this.word()
    if (!/^\d{1,10}$/.test(word)) throw new PdfUnreadable('expected-integer')
    return Number(word)
  }

  value(): PdfValue {
    this.depth += 1
    if (this.depth > DEEPEST) throw new PdfUnreadable('nested-too-deep')
    try {
      return this.read()
    } finally {
      this.depth -= 1
    }
  }

  private read(): PdfValue {
    this.skipWhite()
    const [here, next] = [this.bytes[this.at], this.bytes[this.at + 1]]
    if (here === 0x2f) return new PdfName(this.name())
    if (here === 0x28) return new PdfText(this.literal())
    if (here === 0x5b) return this.array()
    if (here === 0x3c) return next === 0x3c ? this.dict() : new PdfText(this.hex())
    return this.atom()
  }

  private atom(): PdfValue {
    const word = this.word()
    if (word === 'null') return null
    if (word === 'true' || word === 'false') return word === 'true'
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new PdfUnreadable('unknown-token')
    return /^\d{1,10}$/.test(word) ? (this.reference(Number(word)) ?? Number(word)) : Number(word)
  }

  private reference(number: number): PdfRef | undefined {
    const back = this.at
    const generation = this.word()
    if (/^\d{1,5}$/.test(generation) && this.word() === 'R') return new PdfRef(number, Number(generation))
    this.at = back
    return undefined
  }

  private name(): string {
    this.at += 1
    const start = this.at
    while (this.at < this.bytes.length && !this.endsWord(this.bytes[this.at] ?? 0)) this.at += 1
    const raw = this.bytes.toString('latin1', start, this.at)
    return raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }

  private array(): PdfValue[] {
    this.at += 1
    const items: PdfValue[] = []
    for (;;) {
      this.skipWhite()
      if (this.bytes[this.at] === 0x5d) break
      items.push(this.value())
    }
    this.at += 1
    return items
  }

  private dict(): PdfDict {
    this.at += 2
    const found: PdfDict = new Map()
    for (;;) {
      this.skipWhite()
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break
      if (this.bytes[this.at] !== 0x2f) throw new PdfUnreadable('key-is-no-name')
      const key = this.name()
      // Readers disagree on which of two equal keys counts; a file that plays with it is not read.
      if (found.has(key)) throw new PdfUnreadable('key-twice')
      found.set(key, this.value())
    }
    this.at += 2
    return found
  }

  private hex(): Buffer {
    const end = this.bytes.indexOf(0x3e, this.at)
    if (end < 0) throw new PdfUnreadable('string-without-end')
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/[\0\t\n\f\r ]/g, '')
    if (!/^[0-9a-fA-F]*$/.test(digits)) throw new PdfUnreadable('not-hexadecimal')
    this.at = end + 1
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex')
  }

  private literal(): Buffer {
    let open = 1
    let text = ''
    for (this.at += 1; this.at < this.bytes.length; this.at += 1) {
      const character = String.fromCharCode(this.bytes[this.at] ?? 0)
      if (character === '\\') {
        text += this.escape()
        continue
      }
      if (character === '(') open += 1
      if (character === ')') open -= 1
      if (open === 0) {
        this.at += 1
        return Buffer.from(text, 'latin1')
      }
      text += character
    }
    throw new PdfUnreadable('string-without-end')
  }

  private escape(): string {
    this.at += 1
    const rest = this.bytes.toString('latin1', this.at, this.at + 3)
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0]
    if (octal) {
      this.at += octal.length - 1
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    }
    if (rest.startsWith('\r\n')) this.at += 1
    const first = rest[0] ?? ''
    return first === '\r' || first === '\n' ? '' : (ESCAPES[first] ?? first)
  }

  /** An object as it stands in the file, `12 0 obj … endobj`. `lengthOf` looks up a stream's length when it is a reference. */
  object(lengthOf: (length: PdfValue | undefined) => number): { number: number; generation: number; value: PdfValue } {
    const [number, generation] = [this.integer(), this.integer()]
    this.expect('obj')
    const value = this.value()
    const back = this.at
    const after = this.word()
    if (after === 'endobj') return { number, generation, value }
    if (after !== 'stream' || !(value instanceof Map)) throw new PdfUnreadable('object-without-end')
    this.at = back
    return { number, generation, value: this.stream(value, lengthOf(value.get('Length'))) }
  }

  private stream(dict: PdfDict, length: number): PdfStream {
    this.expect('stream')
    if (this.bytes[this.at] === 13) this.at += 1
    if (this.bytes[this.at] !== 10) throw new PdfUnreadable('stream-without-line-end')
    this.at += 1
    const raw = this.bytes.subarray(this.at, this.at + length)
    if (raw.length !== length) throw new PdfUnreadable('stream-too-short')
    this.at += length
    this.expect('endstream')
    this.expect('endobj')
    return new PdfStream(dict, raw)
  }
}
