import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { isLocalDate, type LocalDate, localDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { TypedDate } from '#platform/html/index.ts'
import { postedText } from '#platform/http/index.ts'
import type { Person, StatedAtCounter } from '#rooms/identity/index.ts'
import type { vi } from './person.vi.ts'

/** What stands in the fields of the person's page, as it was typed. */
export interface TypedPerson {
  idNumber: string
  name: string
  bornOn: string | TypedDate
  gender: string
  residence: string
  phone: string
  email: string
}

export function nobody(idNumber: string): TypedPerson {
  return { idNumber, name: '', bornOn: '', gender: '', residence: '', phone: '', email: '' }
}

export function typedOf(person: Person): TypedPerson {
  return {
    idNumber: person.idNumber ?? '',
    name: person.name,
    bornOn: person.bornOn ?? '',
    gender: person.gender ?? '',
    residence: person.residence ?? '',
    phone: person.phone ?? '',
    email: person.email ?? '',
  }
}

/** As people write numbers: with spaces and dots. */
export function bareNumber(text: string): string {
  return text.replace(/[\s.\-()]/g, '')
}

/** @see Law on Identification 2023, Art. 12 */
export function isIdNumber(text: string): boolean {
  return /^\d{12}$/.test(text)
}

export function typedIn(request: FastifyRequest): TypedPerson {
  return typedFrom((name) => postedText(request, name))
}

/** From the fields by name: of a post, or of one that was kept when the session ran out. */
export function typedFrom(field: (name: string) => string): TypedPerson {
  const text = (name: string) => field(name).replace(/\s+/g, ' ').trim().slice(0, 300)
  const [day, month, year] = ['day', 'month', 'year'].map((part) => text(`bornOn-${part}`))
  return {
    idNumber: bareNumber(text('idNumber')),
    name: text('name'),
    bornOn: { day: day ?? '', month: month ?? '', year: year ?? '' },
    gender: text('gender'),
    residence: text('residence'),
    phone: bareNumber(text('phone')).replace(/^\+?84(?=\d{9}$)/, '0'),
    email: text('email'),
  }
}

function dayOf(typed: string | TypedDate): LocalDate | undefined {
  if (typeof typed === 'string') return isLocalDate(typed) ? localDate(typed) : undefined
  const { day, month, year } = typed
  const whole = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(whole) && whole >= '1900-01-01' && whole <= today() ? localDate(whole) : undefined
}

const NAME = /^[\p{L}\p{M}][\p{L}\p{M} .'’-]{0,99}$/u
const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/

/** The person as the identity paper says, or what is to be mended, in the order of the fields. */
export function checkTyped(typed: TypedPerson, t: typeof vi): { stated?: StatedAtCounter; errors: FieldError[] } {
  const { idNumber, name, gender, residence, phone, email } = typed
  const bornOn = dayOf(typed.bornOn)
  const errors: FieldError[] = []
  const expect = (fits: boolean, field: keyof TypedPerson, message: string) => {
    if (!fits) errors.push({ field, message })
  }
  expect(isIdNumber(idNumber), 'idNumber', t.errors.idNumber)
  expect(NAME.test(name), 'name', t.errors.name)
  expect(bornOn !== undefined, 'bornOn', t.errors.bornOn)
  expect(gender === 'male' || gender === 'female', 'gender', t.errors.gender)
  expect(residence !== '' && residence.length <= 200, 'residence', t.errors.residence)
  expect(/^0\d{9}$/.test(phone), 'phone', t.errors.phone)
  expect(email === '' || (email.length <= 254 && EMAIL.test(email)), 'email', t.errors.email)
  if (errors.length > 0 || !bornOn) return { errors }
  const sex = gender === 'male' ? 'male' : 'female'
  return { stated: { idNumber, name, bornOn, gender: sex, residence, phone, email: email || undefined }, errors }
}
