/** Text as it is kept: NFC, one kind of line end, without control signs that no database or screen can hold. */
export function cleanWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}
