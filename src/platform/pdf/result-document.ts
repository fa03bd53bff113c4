import type { StampPlace } from './pades/index.ts'
import { qrImage } from './qr.ts'
import { type Printed, type RenderOptions, renderWithPlaces } from './render.ts'
import { headWords, type SlipHead } from './slip.ts'

export interface ResultTable {
  caption?: string | undefined
  /** Column heads; empty for a list of label and value. */
  head: string[]
  rows: string[][]
}

/** A result of a procedure as it is printed. */
export interface ResultDocument {
  head: SlipHead
  title: string
  /** What the title is about: `Về việc …`. */
  subject?: string | undefined
  paragraphs: string[]
  tables: ResultTable[]
  signer: { position: string; name: string }
  /** `Nơi nhận`. */
  recipients: string[]
  dossierCode: string
  /** The address of the public verification page, with and without the token. */
  verifyUrl: string
  verifyAt: string
}

/**
 * Prints a result, A4, in the layout of administrative papers. `places` holds one box named `signature`, kept free
 * for the visible signature.
 * @see Decree 30/2020/NĐ-CP, Art. 8–9, 13 and Appendix I
 */
export async function renderResult(document: ResultDocument, options: RenderOptions = {}): Promise<Printed> {
  const { verifyUrl, ...shown } = document
  const qr = await qrImage(verifyUrl, `Mã QR để kiểm tra văn bản này: ${verifyUrl}`)
  const tables = document.tables.map((table) => ({ caption: null, ...table }))
  return renderWithPlaces(
    'results/document',
    { subject: null, ...shown, tables, head: headWords(document.head), qr },
    options,
  )
}

const A4_HEIGHT = 841.89

/** The box kept free for the signature, as signing wants it: from the lower left corner. */
export function signaturePlace({ places }: Printed): StampPlace | undefined {
  const box = places.find(({ name }) => name === 'signature')
  if (!box) return undefined
  const { page, x: left, y, width, height } = box
  return { page, left, bottom: A4_HEIGHT - y - height, width, height }
}
