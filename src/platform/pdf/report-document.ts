import type { StampPlace } from './pades/index.ts'
import { type Printed, type RenderOptions, renderWithPlaces } from './render.ts'
import { headWords, type SlipHead } from './slip.ts'

export interface PrintedTable {
  caption: string
  /** Relative widths; amounts stand right. */
  columns: { head: string; width: number; amount: boolean }[]
  /** Texts, amounts already grouped; null leaves a cell empty. */
  rows: (string | null)[][]
  total: (string | null)[] | null
}

/** A report of tables as it is printed. */
export interface ReportDocument {
  head: SlipHead
  title: string
  subject: string
  unitNote: string
  tables: PrintedTable[]
  /** Paragraphs under the tables. */
  notes: string[]
  /** Without one, nothing is kept free for a signature. */
  signer?: { position: string; name: string } | undefined
  /** Stands at the foot of every sheet of several. */
  reference: string
}

/**
 * Prints a report, A4 lying. With a signer, `places` holds one box named `signature`.
 * @see Decree 30/2020/NĐ-CP, Art. 8–9, 13 and Appendix I
 */
export function renderReport(document: ReportDocument, options: RenderOptions = {}): Promise<Printed> {
  const { reference, signer = null, ...shown } = document
  const data = { ...shown, signer, dossierCode: reference, head: headWords(document.head) }
  return renderWithPlaces('reports/tables', data, options)
}

const A4_WIDTH = 595.28

/** The box kept free for the signature on a lying sheet, from the lower left corner. */
export function reportSignaturePlace({ places }: Printed): StampPlace | undefined {
  const box = places.find(({ name }) => name === 'signature')
  if (!box) return undefined
  const { page, x: left, y, width, height } = box
  return { page, left, bottom: A4_WIDTH - y - height, width, height }
}
