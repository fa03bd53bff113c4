import type { LocalDate } from '#kernel/local-date.ts'

const ROOM = 1_000_000

/**
 * `TN-261123-004217`: what a dossier is called until it is received. Drawn, not counted: filing never waits for a
 * counter, and the number says nothing about how many there are. `random` is in [0, 1).
 */
export function temporaryCode(on: LocalDate, random: number, attempt = 0): string {
  const digits = attempt < 10 ? 6 : 8 // a day with most six-digit numbers taken draws longer ones
  const number = Math.floor(random * (digits === 6 ? ROOM : ROOM * 100))
  return `TN-${on.slice(2).replaceAll('-', '')}-${String(number).padStart(digits, '0')}`
}

const SHAPE = /^TN-\d{6}-\d{6,8}$/

/** As people type it from a message: case and spaces are forgiven. */
export function parseTemporaryCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/\s+/g, '')
  return SHAPE.test(code) ? code : undefined
}
