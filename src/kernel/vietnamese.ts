/** Text as it is stored and compared everywhere: NFC. @see TCVN 6909:2001 */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** Lower case without marks: `Lý lịch tư pháp` → `ly lich tu phap`, `Đặng` → `dang`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

const collator = new Intl.Collator('vi')

/** Vietnamese dictionary order. */
export function compareVietnamese(one: string, other: string): number {
  return collator.compare(one, other)
}
