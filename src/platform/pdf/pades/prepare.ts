import { createHash } from 'node:crypto'
import { toLocal } from '#kernel/local-date.ts'
import {
  dict,
  name,
  type PdfDict,
  PdfFile,
  PdfName,
  PdfRef,
  PdfStream,
  PdfText,
  type PdfValue,
  Revision,
  serialise,
  textString,
} from '../file/index.ts'
import type { Certificate } from './certificate.ts'
import { signedAttributes } from './cms.ts'

/** Room for the CMS in bytes: signer, issuers and a time stamp with its own certificates need about 7,000. */
const ROOM = 14_000
const RANGE_WIDTH = 44

/** Where a visible signature stands: points from the lower left corner of a page, pages from 1. */
export interface StampPlace {
  page: number
  left: number
  bottom: number
  width: number
  height: number
}

export interface Preparation {
  signer: Certificate
  /** Claimed in the document; the proven time is the time stamp's. */
  at: Date
  signerName: string
  reason?: string
  /** A one-page PDF as large as the place. */
  stamp?: { pdf: Buffer; place: StampPlace }
}

export interface Prepared {
  /** The document with an empty room for the signature, byte for byte as it will be signed. */
  pdf: Buffer
  /** DER of the attributes to be signed, and their SHA-256, which is what a gateway is given. */
  attributes: Buffer
  digest: Buffer
}

/**
 * First pass of a signature that another system makes, minutes later: the document with its room, and the digest to
 * send out. Deterministic: the same document, certificate and time give the same digest. Throws `PdfUnreadable`.
 */
export function prepareSignature(pdf: Buffer, preparation: Preparation): Prepared {
  const file = new PdfFile(pdf)
  const revision = new Revision(file)
  const value = revision.add({ raw: signatureDict(preparation) })
  addField(file, revision, { value, ...(preparation.stamp && { stamp: preparation.stamp }) })

  const { bytes, rawAt } = revision.build()
  const start = rawAt.get(value.number) ?? 0
  const room = bytes.indexOf('<000000', start)
  const after = room + 2 + ROOM * 2
  const range = `[0 ${room} ${after} ${bytes.length - after}`.padEnd(RANGE_WIDTH - 1)
  bytes.write(`${range}]`, bytes.indexOf('[', start), 'latin1')

  const document = createHash('sha256').update(bytes.subarray(0, room)).update(bytes.subarray(after)).digest()
  const attributes = signedAttributes(document, preparation.signer)
  return { pdf: bytes, attributes, digest: createHash('sha256').update(attributes).digest() }
}

/** Second pass: puts the CMS into its room. Throws RangeError when it does not fit. */
export function fillSignature(prepared: Buffer, cms: Buffer): Buffer {
  if (cms.length > ROOM) throw new RangeError(`a signature of ${cms.length} bytes does not fit`)
  const room = prepared.lastIndexOf(`<${'0'.repeat(ROOM * 2)}>`)
  if (room < 0) throw new RangeError('the document has no room for a signature')
  const filled = Buffer.from(prepared)
  filled.write(cms.toString('hex'), room + 1, 'latin1')
  return filled
}

function signatureDict({ at, signerName, reason }: Preparation): Buffer {
  const words: PdfDict = new Map()
  words.set('M', new PdfText(Buffer.from(pdfDate(at)))).set('Name', textString(signerName))
  if (reason) words.set('Reason', textString(reason))
  const rest = serialise(words).toString('latin1').slice(2)
  const head = '<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached'
  return Buffer.from(
    `${head} /ByteRange [${' '.repeat(RANGE_WIDTH - 2)}] /Contents <${'0'.repeat(ROOM * 2)}> ${rest}`,
    'latin1',
  )
}

/** `D:20261125091230+07'00'`. */
function pdfDate(at: Date): string {
  const seconds = String(at.getUTCSeconds()).padStart(2, '0')
  return `D:${toLocal(at).replace(/\D/g, '')}${seconds}+07'00'`
}

interface Field {
  value: PdfRef
  stamp?: { pdf: Buffer; place: StampPlace }
}

function addField(file: PdfFile, revision: Revision, { value, stamp }: Field): void {
  const pages = listPages(file)
  const page = pages[(stamp?.place.page ?? 1) - 1] ?? pages[0]
  if (!page) throw new RangeError('the document has no page')
  const root = file.trailer.get('Root')
  if (!(root instanceof PdfRef)) throw new RangeError('the document has no catalog')

  const form = file.dictAt(file.catalog.get('AcroForm')) ?? new Map()
  const fields = file.listAt(form.get('Fields'))
  const { left = 0, bottom = 0, width = 0, height = 0 } = stamp?.place ?? {}
  const widget = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: textString(`Signature${fields.length + 1}`),
    V: value,
    P: page,
    Rect: [left, bottom, left + width, bottom + height],
    F: 132, // printed, locked
  })
  if (stamp) widget.set('AP', dict({ N: appearance(revision, stamp.pdf) }))
  const field = revision.add(widget)

  const changedForm: PdfDict = new Map([...form, ['Fields', [...fields, field]], ['SigFlags', 3]])
  const formRef = file.catalog.get('AcroForm')
  if (formRef instanceof PdfRef) revision.set(formRef, changedForm)
  else revision.set(root, new Map([...file.catalog, ['AcroForm', changedForm]]))

  const pageDict = file.dictAt(page) ?? new Map()
  const annotations: PdfValue[] = [...file.listAt(pageDict.get('Annots')), field]
  const annotsRef = pageDict.get('Annots')
  if (annotsRef instanceof PdfRef) revision.set(annotsRef, annotations)
  else revision.set(page, new Map([...pageDict, ['Annots', annotations]]))
}

/** The first page of the stamp as a form that a widget can show, with its fonts. */
function appearance(revision: Revision, stamp: Buffer): PdfRef {
  const from = new PdfFile(stamp)
  const [first] = listPages(from)
  const page = from.dictAt(first) ?? new Map()
  const content = from.resolve(page.get('Contents') ?? null)
  if (!(content instanceof PdfStream)) throw new RangeError('the stamp has no single content')
  const form: PdfDict = new Map(content.dict)
  form.set('Type', new PdfName('XObject')).set('Subtype', new PdfName('Form'))
  form.set('BBox', from.resolve(page.get('MediaBox') ?? null)).set('Length', content.raw.length)
  form.set('Resources', revision.copy(from, from.resolve(page.get('Resources') ?? null)))
  return revision.add(new PdfStream(form, content.raw))
}

/** The references of all pages, in order. */
export function listPages(file: PdfFile): PdfRef[] {
  const found: PdfRef[] = []
  const seen = new Set<number>()
  const walk = (value: PdfValue | undefined) => {
    if (!(value instanceof PdfRef) || seen.has(value.number)) return
    seen.add(value.number)
    const node = file.dictAt(value)
    if (node?.has('Kids')) for (const kid of file.listAt(node.get('Kids'))) walk(kid)
    else if (node) found.push(value)
  }
  walk(file.catalog.get('Pages'))
  return found
}
