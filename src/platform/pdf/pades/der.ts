/** Writes and reads the few DER shapes that signing needs. @see ITU-T X.690 */
export function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

export const sequence = (...items: Uint8Array[]) => der(0x30, ...items)
export const octets = (bytes: Uint8Array) => der(0x04, bytes)
export const nothing = () => der(0x05)
export const context = (number: number, ...items: Uint8Array[]) => der(0xa0 + number, ...items)

/** SET OF: DER wants the members in the order of their bytes. */
export function setOf(...items: Uint8Array[]): Buffer {
  return der(0x31, ...items.map((item) => Buffer.from(item)).sort((one, other) => Buffer.compare(one, other)))
}

export function integer(value: number | Uint8Array): Buffer {
  const bytes = typeof value === 'number' ? Buffer.from([value]) : Buffer.from(value)
  return der(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes)
}

export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(arc: number): number[] {
  const bytes = [arc & 0x7f]
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift((left & 0x7f) | 0x80)
  return bytes
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes])
}

export interface Element {
  tag: number
  /** Tag, length and content. */
  whole: Buffer
  content: Buffer
}

/** The element at the front of the bytes. Throws RangeError when it is not DER. */
export function readElement(bytes: Buffer): Element {
  const tag = bytes.readUInt8(0)
  const short = bytes.readUInt8(1)
  const more = short > 0x80 ? short - 0x80 : 0
  if (short === 0x80 || more > 4 || (tag & 0x1f) === 0x1f) throw new RangeError('not DER')
  const length = more ? bytes.readUIntBE(2, more) : short
  const start = 2 + more
  if (start + length > bytes.length) throw new RangeError('not DER')
  return { tag, whole: bytes.subarray(0, start + length), content: bytes.subarray(start, start + length) }
}

export function readAll(content: Buffer): Element[] {
  const found: Element[] = []
  for (let rest = content; rest.length > 0; ) {
    const element = readElement(rest)
    found.push(element)
    rest = rest.subarray(element.whole.length)
  }
  return found
}
