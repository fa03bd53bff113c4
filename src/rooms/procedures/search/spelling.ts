/** Finds what was meant by a syllable nobody writes, out of the syllables the catalogue has. */
export interface Speller {
  known(key: string): boolean
  /** Syllables one slip away, the more frequent first. */
  near(key: string): string[]
  /** `kethon` → `ket hon`: the cut whose pieces stand together most often. */
  split(key: string, together: (one: string, next: string) => number): string[] | undefined
  /** `giaays` → `giay`, `gia6y1` → `giay`: Telex or VNI typed without an input method. */
  decoded(key: string): string | undefined
}

const SWAPS: [RegExp, string][] = [
  [/^tr/, 'ch'],
  [/^ch/, 'tr'],
  [/^gi(?=[aeou])/, 'd'],
  [/^d/, 'gi'],
  [/^d/, 'r'],
  [/^r/, 'd'],
  [/^s/, 'x'],
  [/^x/, 's'],
  [/^l/, 'n'],
  [/^n(?!g|h)/, 'l'],
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/n$/, 'ng'],
  [/ng$/, 'n'],
  [/c$/, 't'],
  [/t$/, 'c'],
]

const LONGEST = 7

export function buildSpeller(frequency: ReadonlyMap<string, number>): Speller {
  const byGap = new Map<string, string[]>()
  for (const key of frequency.keys()) {
    if (key.length < 2 || key.length > LONGEST || /\d/.test(key)) continue
    for (const gap of gaps(key)) {
      const keys = byGap.get(gap)
      if (keys) keys.push(key)
      else byGap.set(gap, [key])
    }
  }
  const count = (key: string) => frequency.get(key) ?? 0
  const known = (key: string) => frequency.has(key)

  const near = (key: string) => {
    if (key.length < 2 || key.length > LONGEST + 1 || /\d/.test(key)) return []
    const found = new Set<string>()
    for (const [from, to] of SWAPS) if (from.test(key)) found.add(key.replace(from, to))
    for (const gap of [key, ...gaps(key)]) for (const one of byGap.get(gap) ?? []) found.add(one)
    found.delete(key)
    return [...found].filter((one) => known(one) && isOneSlip(key, one)).sort((one, other) => count(other) - count(one))
  }

  const split: Speller['split'] = (key, together) => cut(key, known, together)
  const decoded = (key: string) => {
    return withoutKeys(key).find((plain) => plain !== key && known(plain))
  }
  return { known, near, split, decoded }
}

function gaps(key: string): string[] {
  return Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1))
}

/** One letter more, less, other, or two neighbours exchanged; the usual confusions of sounds count as one slip too. */
function isOneSlip(one: string, other: string): boolean {
  if (SWAPS.some(([from, to]) => from.test(one) && one.replace(from, to) === other)) return true
  if (Math.abs(one.length - other.length) > 1) return false
  let start = 0
  while (start < one.length && one[start] === other[start]) start += 1
  const [rest, restOther] = [one.slice(start), other.slice(start)]
  return (
    rest.slice(1) === restOther.slice(1) ||
    rest.slice(1) === restOther ||
    rest === restOther.slice(1) ||
    (rest[0] === restOther[1] && rest[1] === restOther[0] && rest.slice(2) === restOther.slice(2))
  )
}

const MOST_PIECES = 6
const MOST_TRIES = 2_000

/** Tries the cuts into known pieces of two letters at least; words that stand side by side somewhere win. */
function cut(
  key: string,
  known: (key: string) => boolean,
  together: (one: string, next: string) => number,
): string[] | undefined {
  if (key.length < 5 || key.length > 30 || /\d/.test(key)) return undefined
  let best: { pieces: string[]; worth: number } | undefined
  let tries = 0
  const go = (from: number, pieces: string[], worth: number) => {
    tries += 1
    if (tries > MOST_TRIES || pieces.length > MOST_PIECES) return
    if (from === key.length) {
      const average = worth / (pieces.length - 1)
      if (pieces.length > 1 && (!best || average > best.worth)) best = { pieces, worth: average }
      return
    }
    for (let to = Math.min(key.length, from + LONGEST); to >= from + 2; to -= 1) {
      const piece = key.slice(from, to)
      const before = pieces.at(-1)
      if (known(piece)) go(to, [...pieces, piece], worth + (before ? together(before, piece) : 0))
    }
  }
  go(0, [], 0)
  return best?.pieces
}

/** The key of a tone stands at the end, or where the tone does: `tamj`, `tajm`. */
function withoutKeys(key: string): string[] {
  if (/\d/.test(key)) return [key.replace(/\d/g, '')]
  const letters = key
    .replace(/([aeo])\1/g, '$1')
    .replace(/dd/g, 'd')
    .replace(/w/g, '')
  return [letters, letters.replace(/[sfrxj]$/, ''), letters.replace(/([aeiouy])[sfrxj]/, '$1')]
}
