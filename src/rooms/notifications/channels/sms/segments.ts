// The default alphabet of GSM 03.38, without the escape; letters of the extension cost two.
const PLAIN =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'
const COST = new Map([
  ...[...PLAIN].map((sign) => [sign, 1] as const),
  ...[...EXTENSION].map((sign) => [sign, 2] as const),
])

/** Units that fit into one message, and into each part of a longer one, which carries its place among the parts. */
const SIZES = { 'gsm-7': { alone: 160, part: 153 }, 'ucs-2': { alone: 70, part: 67 } } as const

export interface Size {
  encoding: keyof typeof SIZES
  units: number
  /** What the operator counts and charges. */
  segments: number
}

/** How an SMS travels: in 7-bit letters when it has only those, else in 16-bit ones. @see 3GPP TS 23.038, 23.040 */
export function sizeOf(text: string): Size {
  const signs = [...text]
  const encoding = signs.every((sign) => COST.has(sign)) ? 'gsm-7' : 'ucs-2'
  const costs = signs.map((sign) => (encoding === 'gsm-7' ? (COST.get(sign) ?? 1) : sign.length))
  const units = costs.reduce((sum, cost) => sum + cost, 0)
  const { alone, part } = SIZES[encoding]
  return { encoding, units, segments: units <= alone ? 1 : partsOf(costs, part) }
}

/** No sign is cut in two: one that does not fit begins the next part. */
function partsOf(costs: readonly number[], size: number): number {
  let parts = 1
  let filled = 0
  for (const cost of costs) {
    if (filled + cost > size) {
      parts += 1
      filled = 0
    }
    filled += cost
  }
  return parts
}
