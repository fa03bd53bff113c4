import { randomInt } from 'node:crypto'

const LETTERS = 'ACEHKLMNPRTVXY'
const letter = () => LETTERS[randomInt(LETTERS.length)]

/** An id a citizen can read out on the phone, `K7-204-MX`: no letters that sound or look alike. */
export function spokenId(): string {
  return `${letter()}${randomInt(2, 10)}-${randomInt(100, 1000)}-${letter()}${letter()}`
}
