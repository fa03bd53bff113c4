import { isName, type PdfDict, type PdfFile, PdfRef, PdfText, type PdfValue, readText } from '../file/index.ts'

const MOST = 32

/** A signature as the document's form holds it. */
export interface SignatureField {
  name: string
  dict: PdfDict
  /** Start and length, twice. */
  byteRange: number[]
  contents: Buffer
  claimedAt: string | undefined
}

/** The signatures of a document in the order of their bytes. */
export function listSignatures(file: PdfFile): SignatureField[] {
  const form = file.dictAt(file.catalog.get('AcroForm'))
  const found: SignatureField[] = []
  const seen = new Set<number>()
  const walk = (value: PdfValue, inherited: { name: string; isSignature: boolean }, depth: number) => {
    if (depth > 8 || found.length >= MOST) return
    if (value instanceof PdfRef) {
      if (seen.has(value.number)) return
      seen.add(value.number)
    }
    const field = file.dictAt(value)
    if (!field) return
    const isSignature = field.has('FT') ? isName(file.resolve(field.get('FT')), 'Sig') : inherited.isSignature
    const own = readText(file.resolve(field.get('T')))
    const name = [inherited.name, own].filter(Boolean).join('.')
    const signature = file.dictAt(field.get('V'))
    if (isSignature && signature) found.push(readSignature(file, name, signature))
    for (const kid of file.listAt(field.get('Kids'))) walk(kid, { name, isSignature }, depth + 1)
  }
  for (const field of file.listAt(form?.get('Fields'))) walk(field, { name: '', isSignature: false }, 0)
  return found.sort((one, other) => endOf(one) - endOf(other))
}

function readSignature(file: PdfFile, name: string, dict: PdfDict): SignatureField {
  const contents = file.resolve(dict.get('Contents'))
  const range = file.listAt(dict.get('ByteRange')).filter((item) => typeof item === 'number')
  return {
    name,
    dict,
    byteRange: range,
    contents: contents instanceof PdfText ? contents.bytes : Buffer.alloc(0),
    claimedAt: readText(file.resolve(dict.get('M'))),
  }
}

export function endOf({ byteRange }: SignatureField): number {
  return (byteRange[2] ?? 0) + (byteRange[3] ?? 0)
}

/** Two ranges from the first byte on, with nothing between them but this signature's own bytes. */
export function coversAllButItself(bytes: Buffer, { byteRange, contents }: SignatureField): boolean {
  const [start, first = 0, second = 0, rest = -1] = byteRange
  if (byteRange.length !== 4 || !byteRange.every((n) => Number.isSafeInteger(n) && n >= 0)) return false
  if (start !== 0 || second <= first || second + rest > bytes.length || rest <= 0) return false
  if (bytes[first] !== 0x3c || bytes[second - 1] !== 0x3e) return false
  const gap = bytes.toString('latin1', first + 1, second - 1)
  return /^[0-9a-fA-F]*$/.test(gap) && Buffer.from(gap, 'hex').equals(contents)
}
