import type { LocalDate } from '#kernel/local-date.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { HeldBecause } from '../hold.ts'

/** What another body must decide goes there within so many working days. @see Decree 20/2008/NĐ-CP, Art. 9 */
export const FORWARD_WITHIN = 5
/** What is ours is answered within so many. The decree leaves it to the agency's own rules: many have ten. */
export const HANDLE_WITHIN = 10
/** An officer explains within so many. */
export const EXPLAIN_WITHIN = 3

export const LONGEST_CONTENT = 5000
export const SHORTEST_CONTENT = 20
export const LONGEST_RESULT = 6000
export const LONGEST_MATTER = 3000
export const LONGEST_EXPLANATION = 5000
export const LONGEST_LAW = 400
export const LONGEST_BODY = 300

export const SUBJECTS = ['procedure', 'rules', 'officer', 'portal', 'other'] as const
export type Subject = (typeof SUBJECTS)[number]

/** How it reached the agency. */
export const WAYS_IN = ['counter', 'phone', 'paper', 'email'] as const
export type WayIn = 'portal' | (typeof WAYS_IN)[number]

export type PetitionState = 'registered' | 'refused' | 'forwarded' | 'handling' | 'explaining' | 'answered'

/** Why it is not taken up (không tiếp nhận): the officer adds the article and says it in words. */
export const GROUNDS = ['unclear', 'no-address', 'complaint', 'repeated', 'court'] as const
export type Ground = (typeof GROUNDS)[number]

/** What a superior decides of a complaint about an officer. */
export const DECISIONS = ['founded', 'partly', 'unfounded'] as const
export type Decision = (typeof DECISIONS)[number]

export interface Contact {
  name: string
  address: string
  phone: string
  email: string
}

export interface Petition {
  id: string
  agencyId: number
  year: number
  number: number
  language: Language
  cameBy: WayIn
  takenBy: string | undefined
  personId: string | undefined
  sender: Contact
  subject: Subject
  content: string
  registeredAt: Date
  forwardByOn: LocalDate
  dueOn: LocalDate
  heldBecause: HeldBecause | undefined
  state: PetitionState
  assignedTo: string | undefined
  concernedOfficer: string | undefined
  result: string | undefined
  resultAt: Date | undefined
}

/** `12/2026-PAKN`: what the sender keeps, and says on the telephone. */
export function numberOf({ number, year }: Pick<Petition, 'number' | 'year'>): string {
  return `${number}/${year}-PAKN`
}

/** Reads `12/2026-PAKN`, `12/2026`, `12 / 2026`. */
export function parseNumber(text: string): { number: number; year: number } | undefined {
  const [, number, year] = /^\s*(\d{1,7})\s*\/\s*(\d{4})(?:\s*-?\s*PAKN)?\s*$/i.exec(text) ?? []
  return number && year ? { number: Number(number), year: Number(year) } : undefined
}

/** Nothing is owed to the sender any more. */
export function isDone(state: PetitionState): boolean {
  return state === 'refused' || state === 'forwarded' || state === 'answered'
}

export interface TypedPetition extends Contact {
  subject: string
  content: string
}

export type PetitionProblem =
  | 'no-subject'
  | 'short'
  | 'long'
  | 'no-name'
  | 'no-address'
  | 'no-contact'
  | 'bad-email'
  | 'bad-phone'
  | 'too-long'

const PHONE = /^\+?[\d .()-]{8,20}$/
const LONGEST = { name: 200, address: 400, phone: 40, email: 200 }

/**
 * What keeps it from being registered: clear content, a name, an address, and a way to reach the sender.
 * @see Decree 20/2008/NĐ-CP, Art. 7
 */
export function problemsOf(
  typed: TypedPetition,
  isEmail: (text: string) => boolean,
): { field: keyof TypedPetition; is: PetitionProblem }[] {
  const { content, name, address, phone, email } = typed
  const problems: { field: keyof TypedPetition; is: PetitionProblem }[] = []
  const check = (field: keyof TypedPetition, is: PetitionProblem, wrong: boolean) => {
    if (wrong) problems.push({ field, is })
  }
  check('subject', 'no-subject', !isSubject(typed.subject))
  check('content', 'short', content.length < SHORTEST_CONTENT)
  check('content', 'long', content.length > LONGEST_CONTENT)
  check('name', 'no-name', name.length < 2)
  check('address', 'no-address', address.length < 5)
  check('phone', 'no-contact', phone === '' && email === '')
  check('phone', 'bad-phone', phone !== '' && !PHONE.test(phone))
  check('email', 'bad-email', email !== '' && !isEmail(email))
  for (const field of ['name', 'address'] as const) check(field, 'too-long', typed[field].length > LONGEST[field])
  return problems
}

export function isSubject(text: string): text is Subject {
  return (SUBJECTS as readonly string[]).includes(text)
}
