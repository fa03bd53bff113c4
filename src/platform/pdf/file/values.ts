/** The values a PDF file is made of. @see ISO 32000-2, 7.3 */
export type PdfValue = null | boolean | number | PdfName | PdfText | PdfRef | PdfValue[] | PdfDict | PdfStream

export type PdfDict = Map<string, PdfValue>

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** A string, which in PDF is bytes. */
export class PdfText {
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
}

export class PdfRef {
  readonly number: number
  readonly generation: number
  constructor(number: number, generation = 0) {
    this.number = number
    this.generation = generation
  }
}

export class PdfStream {
  readonly dict: PdfDict
  readonly raw: Buffer
  constructor(dict: PdfDict, raw: Buffer) {
    this.dict = dict
    this.raw = raw
  }
}

/** A file that cannot be read strictly. `code` is stable. */
export class PdfUnreadable extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'PdfUnreadable'
    this.code = code
  }
}

export function dict(entries: Record<string, PdfValue>): PdfDict {
  return new Map(Object.entries(entries))
}

export function name(text: string): PdfName {
  return new PdfName(text)
}

/** A text string of a dictionary: UTF-16 with its mark, which every reader knows. */
export function textString(text: string): PdfText {
  return new PdfText(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]))
}

/** Reads a text string back. */
export function readText(value: PdfValue | undefined): string | undefined {
  if (!(value instanceof PdfText)) return undefined
  const { bytes } = value
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3)
  return bytes.toString('latin1')
}

export function isName(value: PdfValue | undefined, text: string): boolean {
  return value instanceof PdfName && value.name === text
}

/** The bytes of a value, the same for equal values: also how two values are compared. */
export function serialise(value: PdfValue): Buffer {
  if (value instanceof PdfStream) {
    return Buffer.concat([serialise(value.dict), Buffer.from('\nstream\n'), value.raw, Buffer.from('\nendstream')])
  }
  return Buffer.from(plain(value), 'latin1')
}

export function same(one: PdfValue | undefined, other: PdfValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return serialise(one).equals(serialise(other))
}

function plain(value: PdfValue): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(6).replace(/0+$/, '')
  if (value instanceof PdfName) return nameText(value.name)
  if (value instanceof PdfText) return `<${value.bytes.toString('hex')}>`
  if (value instanceof PdfRef) return `${value.number} ${value.generation} R`
  if (Array.isArray(value)) return `[${value.map(plain).join(' ')}]`
  if (value instanceof Map) return `<<${[...value].map(([key, item]) => `${nameText(key)} ${plain(item)}`).join(' ')}>>`
  throw new PdfUnreadable('stream-inside-value')
}

function nameText(text: string): string {
  const coded = (character: string) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`
  return `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, coded)}`
}
