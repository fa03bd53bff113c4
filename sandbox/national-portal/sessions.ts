import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Fields } from '../web/fields.ts'

const ACCOUNT = { username: 'motcua', password: 'sandbox-national-password' }
/** The agencies the account speaks for, with everything below them. */
const AGENCIES = ['H99', 'G99']

function isSame(given: unknown, wanted: string): boolean {
  const [left, right] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(wanted)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** `000.00.12.H62` is the older writing of `H62.12`. @see contract 2.1 */
export function canonicalAgency(code: string): string {
  const old = /^\d{3}\.(\d{2})\.(\d{2})\.([A-Z]\d{2})$/.exec(code)
  if (!old) return code
  const [, inner = '', outer = '', root = ''] = old
  return [root, ...[outer, inner].filter((part) => part !== '00')].join('.')
}

export function speaksFor(madonvi: unknown): boolean {
  if (typeof madonvi !== 'string') return false
  return AGENCIES.includes(canonicalAgency(madonvi).split('.')[0] ?? '')
}

/** The session is a value in every body, not a header, and ends without a word. @see contract 2.1 */
export class Sessions {
  readonly #life: number
  readonly #ends = new Map<string, number>()

  constructor(life: number) {
    this.#life = life
  }

  open({ username, password }: Fields): string | undefined {
    if (!isSame(username, ACCOUNT.username) || !isSame(password, ACCOUNT.password)) return undefined
    const now = Date.now()
    for (const [session, end] of this.#ends) if (end <= now) this.#ends.delete(session)
    const session = randomBytes(24).toString('hex')
    this.#ends.set(session, now + this.#life)
    return session
  }

  isOpen(session: unknown): boolean {
    return typeof session === 'string' && (this.#ends.get(session) ?? 0) > Date.now()
  }

  endAll(): void {
    this.#ends.clear()
  }
}
