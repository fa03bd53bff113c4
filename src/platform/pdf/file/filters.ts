import { inflateSync } from 'node:zlib'
import { isName, type PdfStream, PdfUnreadable } from './values.ts'

/** No stream we must read to understand a file's structure is larger than this when unpacked. */
const LARGEST = 32 * 1024 * 1024

/** The bytes of a structural stream: plain or Flate, with or without a PNG predictor. Throws `PdfUnreadable`. */
export function decode(stream: PdfStream): Buffer {
  const filter = one(stream.dict.get('Filter'))
  if (filter === undefined || filter === null) return stream.raw
  if (!isName(filter, 'FlateDecode')) throw new PdfUnreadable('unknown-filter')
  const bytes = inflate(stream.raw)
  const parameters = one(stream.dict.get('DecodeParms'))
  const predictor = parameters instanceof Map ? (parameters.get('Predictor') ?? 1) : 1
  if (predictor === 1) return bytes
  if (!(parameters instanceof Map) || typeof predictor !== 'number' || predictor < 10) {
    throw new PdfUnreadable('unknown-predictor')
  }
  const columns = parameters.get('Columns') ?? 1
  if (typeof columns !== 'number' || columns < 1 || columns > 64) throw new PdfUnreadable('unknown-predictor')
  return unpredict(bytes, columns)
}

function one<T>(value: T | T[]): T | undefined {
  if (!Array.isArray(value)) return value
  if (value.length > 1) throw new PdfUnreadable('unknown-filter')
  return value[0]
}

function inflate(raw: Buffer): Buffer {
  try {
    return inflateSync(raw, { maxOutputLength: LARGEST })
  } catch {
    throw new PdfUnreadable('stream-does-not-unpack')
  }
}

/** PNG predictors with one byte a column, as cross-reference streams use them. @see ISO 32000-2, 7.4.4.4 */
function unpredict(bytes: Buffer, columns: number): Buffer {
  const rows = Math.floor(bytes.length / (columns + 1))
  const out = Buffer.alloc(rows * columns)
  for (let row = 0; row < rows; row += 1) {
    const kind = bytes[row * (columns + 1)] ?? 0
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column
      const left = column > 0 ? (out[at - 1] ?? 0) : 0
      const up = row > 0 ? (out[at - columns] ?? 0) : 0
      const corner = row > 0 && column > 0 ? (out[at - columns - 1] ?? 0) : 0
      out[at] = (bytes[row * (columns + 1) + 1 + column] ?? 0) + predict(kind, { left, up, corner })
    }
  }
  return out
}

function predict(kind: number, { left, up, corner }: { left: number; up: number; corner: number }): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  if (kind !== 4) throw new PdfUnreadable('unknown-predictor')
  const estimate = left + up - corner
  const [toLeft, toUp, toCorner] = [left, up, corner].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
