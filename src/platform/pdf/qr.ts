import { toString as draw } from 'qrcode'

/** A QR code as templates place it: `qr(data.qr)` of `official.typ`. */
export interface QrImage {
  svg: string
  /** What it leads to, for people who do not see it. PDF/A-2a refuses an image without it. */
  alt: string
}

export async function qrImage(text: string, alt: string): Promise<QrImage> {
  const svg = await draw(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 })
  return { svg, alt }
}
