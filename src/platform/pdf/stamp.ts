import { toLocal } from '#kernel/local-date.ts'
import { renderPdf } from './render.ts'

export interface StampWords {
  name: string
  organisation?: string | undefined
  at: Date
  /** The signature comes from the sandbox: the stamp says so. R-155 */
  simulated: boolean
}

/** The visible signature as a page of its own, to be laid over a document. `width` and `height` in points. */
export function renderStamp(words: StampWords, { width, height }: { width: number; height: number }): Promise<Buffer> {
  const seconds = String(words.at.getUTCSeconds()).padStart(2, '0')
  const at = `${toLocal(words.at).replace('T', ' ')}:${seconds} +07:00`
  const data = { organisation: null, ...words, at, width, height }
  return renderPdf('signatures/stamp', data, { createdAt: words.at, tagged: false })
}
