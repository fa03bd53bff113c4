/** The first of what an address gives under one name, as text. */
export function firstOf(value: string | string[] | undefined): string {
  return ([value ?? ''].flat()[0] ?? '').normalize('NFC').trim()
}

const MOST_PAGES = 500

/** The number of a page in an address; the first for anything else. */
export function pageOf(value: string | string[] | undefined): number {
  const text = firstOf(value)
  return /^\d{1,3}$/.test(text) ? Math.max(1, Math.min(MOST_PAGES, Number(text))) : 1
}
