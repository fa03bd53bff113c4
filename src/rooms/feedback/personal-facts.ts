import { fold } from '#kernel/vietnamese.ts'

export type PersonalKind = 'number' | 'phone' | 'email' | 'dossier' | 'name' | 'birthday' | 'house'

/** A stretch of a text that looks as if it told who somebody is. `text` is as it stands there. */
export interface PersonalFact {
  kind: PersonalKind
  from: number
  to: number
  text: string
}

const LETTER = String.raw`[\p{L}\p{M}\d]`
const BORDER_BEFORE = `(?<!${LETTER})`
const BORDER_AFTER = `(?!${LETTER})`
const GAP = String.raw`[ .\-\u00a0]?`

// Any long run of digits, in groups or not: telephones, identity, account and insurance numbers. Taken whole, so that
// no part of one looks like another; an amount of money is none.
const DIGITS = new RegExp(
  `${BORDER_BEFORE}\\+?\\d(?:${GAP}\\d){8,40}(?!${GAP}\\d)(?!\\s?(?:đồng|đ|vnd|vnđ)${BORDER_AFTER})`,
  'giu',
)
const TELEPHONE = /^(?:\+?84|0)\d{9,10}$/

// In this order: what one of them has taken is not looked at again.
const PATTERNS: readonly [PersonalKind, RegExp][] = [
  ['email', /[\p{L}\d._%+-]{1,64}\s?@\s?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu],
  ['dossier', new RegExp(`${BORDER_BEFORE}(?:[A-Z]\\d{2}(?:\\.\\d+)*-\\d{6}-\\d{4,7}|TN-\\d{6}-\\d{4,7})`, 'gu')],
  ['number', new RegExp(`${BORDER_BEFORE}[A-Z]\\d{7,8}${BORDER_AFTER}`, 'gu')],
  [
    'birthday',
    /(?:sinh\s+(?:ngày|năm|tháng)|sinh\s+ngày|born(?:\s+on|\s+in)?)\s*:?\s*\d{1,4}(?:\s*[/.-]\s*\d{1,4}){0,2}/giu,
  ],
  ['house', /(?:số\s+nhà|nhà\s+số|house\s+(?:no\.?|number))\s*\d+[\p{L}\d/-]*/giu],
]

// Who signs, or is spoken of: capitalised words after a form of address. An office is no name.
const WORD = String.raw`\p{Lu}\p{M}*(?:\p{Ll}|\p{M})*`
const NAMED =
  `(?:tôi tên(?: là)?|tên tôi là|tên là|họ tên|họ và tên|ông|bà|anh|chị|cô|chú|bác|em|mr|mrs|ms|my name is|cán bộ)`.replaceAll(
    ' ',
    String.raw`\s+`,
  )
const TITLED = new RegExp(`${BORDER_BEFORE}(?:${NAMED})\\.?\\s*:?\\s+`, 'giu')
const CAPITALISED = new RegExp(`^${WORD}(?:\\s+${WORD}){0,4}`, 'u')
const OFFICE = /^(?:Chủ|Phó|Giám|Trưởng|Bí|Chánh|Tư|Địa|Hộ|Văn thư)(?!\p{L})/u
const LONGEST_NAME = 120

/**
 * What in a text looks like personal data: numbers of persons and accounts, telephones, e-mail addresses, codes of
 * dossiers, birthdays, house numbers, names after a form of address, and the names given, with or without their marks.
 * In the order of the text, none inside another. It finds what can be found by its shape; the officer reads the rest.
 */
export function findPersonal(text: string, names: readonly string[] = []): PersonalFact[] {
  const found: PersonalFact[] = []
  const take = (kind: PersonalKind, from: number, to: number) => {
    if (found.some((one) => from < one.to && one.from < to)) return
    found.push({ kind, from, to, text: text.slice(from, to) })
  }
  for (const [kind, pattern] of PATTERNS) {
    for (const { index, 0: match } of text.matchAll(pattern)) take(kind, index, index + match.length)
  }
  for (const { index, 0: match } of text.matchAll(DIGITS)) {
    const isTelephone = TELEPHONE.test(match.replace(/[^\d+]/g, ''))
    take(isTelephone ? 'phone' : 'number', index, index + match.length)
  }
  for (const name of names) for (const [from, to] of placesOf(text, name)) take('name', from, to)
  for (const { index, 0: title } of text.matchAll(TITLED)) {
    const from = index + title.length
    const words = CAPITALISED.exec(text.slice(from, from + LONGEST_NAME))?.[0]
    if (words && !OFFICE.test(words)) take('name', from, from + words.length)
  }
  return found.sort((one, other) => one.from - other.from)
}

/** Where a name of two words or more stands, whatever its marks and capitals. */
function placesOf(text: string, name: string): [number, number][] {
  const words = fold(name).split(/\s+/).filter(Boolean)
  if (words.length < 2) return []
  const { plain, at } = foldWithPlaces(text)
  const pattern = new RegExp(`(?<![a-z0-9])${words.map(literally).join('\\s+')}(?![a-z0-9])`, 'g')
  return [...plain.matchAll(pattern)].map(({ index, 0: match }) => [
    at[index] ?? 0,
    at[index + match.length] ?? text.length,
  ])
}

function literally(word: string): string {
  return word.replace(/[^a-z0-9]/g, '\\$&')
}

/** The folded text, and for each of its letters where it stood. */
function foldWithPlaces(text: string): { plain: string; at: number[] } {
  let plain = ''
  const at: number[] = []
  let place = 0
  for (const letter of text) {
    for (const folded of fold(letter)) {
      plain += folded
      at.push(place)
    }
    place += letter.length
  }
  at.push(text.length)
  return { plain, at }
}

/** What of it nobody has dismissed. A dismissal is for the very words, wherever they stand. */
export function undismissed(facts: readonly PersonalFact[], dismissed: readonly string[]): PersonalFact[] {
  return facts.filter(({ text }) => !dismissed.includes(text))
}
