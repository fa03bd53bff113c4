import type { Language } from '#platform/i18n/index.ts'

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const THOUSANDS = ['', 'nghìn', 'triệu'] as const

/** A whole number as it is read: `1.250.000` → `một triệu hai trăm năm mươi nghìn`; in both languages. */
export function numberInWords(value: number, language: Language): string {
  if (!Number.isSafeInteger(value)) return ''
  const words = language === 'vi' ? vietnamese(Math.abs(value)) : english(Math.abs(value))
  if (value >= 0) return words
  return `${language === 'vi' ? 'âm' : 'minus'} ${words}`
}

/** `Một triệu hai trăm nghìn đồng`, as papers want it: a capital, and the currency at the end. */
export function moneyInWords(value: number, language: Language): string {
  const words = numberInWords(value, language)
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`
}

/** `Ngày mười hai tháng ba năm một nghìn chín trăm chín mươi tám`: a birth certificate writes the day so. */
export function dateInWords(date: string, language: Language): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (language === 'en') return dateInEnglish(year, month, day)
  const parts = [
    day === undefined ? '' : `ngày ${numberInWords(day, 'vi')}`,
    month === undefined ? '' : `tháng ${month === 4 ? 'tư' : numberInWords(month, 'vi')}`,
    `năm ${numberInWords(year, 'vi')}`,
  ]
  const words = parts.filter((part) => part !== '').join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function vietnamese(value: number): string {
  if (value === 0) return DIGITS[0]
  const groups = groupsOf(value)
  const words: string[] = []
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    const group = groups[index] ?? 0
    // A thousand million is a tỷ, and so on upwards: 10^9, 10^18.
    const billions = 'tỷ '.repeat(Math.floor(index / 3)).trim()
    const unit = THOUSANDS[index % 3] ?? ''
    if (group > 0) words.push(hundredsInVietnamese(group, words.length > 0), unit)
    if (billions !== '' && index % 3 === 0 && words.length > 0) words.push(billions)
  }
  return words.filter((word) => word !== '').join(' ')
}

function groupsOf(value: number): number[] {
  const groups: number[] = []
  for (let rest = value; rest > 0; rest = Math.floor(rest / 1000)) groups.push(rest % 1000)
  return groups
}

/** Three digits. Inside a longer number the hundreds are read even when they are none: `không trăm linh năm`. */
function hundredsInVietnamese(group: number, inside: boolean): string {
  const hundreds = Math.floor(group / 100)
  const tens = Math.floor(group / 10) % 10
  const ones = group % 10
  const words: string[] = []
  if (hundreds > 0 || inside) words.push(DIGITS[hundreds] ?? '', 'trăm')
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh')
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(DIGITS[tens] ?? '', 'mươi')
  if (ones > 0) words.push(lastDigit(ones, tens))
  return words.join(' ')
}

/** The last digit changes its sound after tens: hai mươi mốt, hai mươi tư, mười lăm. */
function lastDigit(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt'
  if (ones === 4 && tens > 1) return 'tư'
  if (ones === 5 && tens > 0) return 'lăm'
  return DIGITS[ones] ?? ''
}

const ONES = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
]
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const UNITS = ['', 'thousand', 'million', 'billion', 'trillion', 'quadrillion']

function english(value: number): string {
  if (value === 0) return 'zero'
  const groups = groupsOf(value).map((group, index) => {
    const words = groupInEnglish(group)
    return words === '' ? '' : `${words} ${UNITS[index] ?? ''}`.trim()
  })
  return groups
    .reverse()
    .filter((words) => words !== '')
    .join(' ')
}

function groupInEnglish(group: number): string {
  const hundreds = Math.floor(group / 100)
  const rest = group % 100
  const small = rest < 20 ? (rest === 0 ? '' : (ONES[rest] ?? '')) : tensInEnglish(rest)
  const large = hundreds === 0 ? '' : `${ONES[hundreds]} hundred`
  return [large, small].filter((words) => words !== '').join(' and ')
}

function tensInEnglish(rest: number): string {
  const ones = rest % 10
  return (TENS[Math.floor(rest / 10)] ?? '') + (ones === 0 ? '' : `-${ONES[ones]}`)
}

const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',')

function dateInEnglish(year: number, month: number | undefined, day: number | undefined): string {
  const parts = [
    day === undefined ? '' : numberInWords(day, 'en'),
    month === undefined ? '' : (MONTHS[month - 1] ?? ''),
  ]
  const words = [...parts, numberInWords(year, 'en')].filter((part) => part !== '').join(' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
