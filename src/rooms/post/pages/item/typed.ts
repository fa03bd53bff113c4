import type { FieldError } from '#kernel/errors.ts'
import type { Item } from '../../item.ts'
import { PROVINCES } from '../../provinces.ts'
import type { vi } from './item.vi.ts'

/** The receiver and the weight as they stand in the form. */
export interface TypedParcel {
  name: string
  phone: string
  address: string
  province: string
  commune: string
  weight: string
}

/** An envelope with a few sheets. */
const USUAL_WEIGHT = '50'
const HEAVIEST = 2000

export function typedWith({ receiver, weight }: Item): TypedParcel {
  return { ...receiver, commune: receiver.commune ?? '', weight: weight ? String(weight) : USUAL_WEIGHT }
}

export function typedParcel(field: (name: string) => string): TypedParcel {
  return {
    name: field('name'),
    phone: field('phone'),
    address: field('address'),
    province: field('province'),
    commune: field('commune'),
    weight: field('weight'),
  }
}

export function problemsOf(typed: TypedParcel, t: typeof vi): FieldError[] {
  const weight = Number(typed.weight)
  const isWeight = /^\d+$/.test(typed.weight) && weight > 0 && weight <= HEAVIEST
  const problems: [string, string | false][] = [
    ['name', typed.name === '' && t.nameMissing],
    ['phone', !/^[+\d][\d .]{7,14}$/.test(typed.phone) && t.phoneWrong],
    ['address', typed.address === '' && t.addressMissing],
    ['province', !Object.hasOwn(PROVINCES, typed.province) && t.provinceMissing],
    ['weight', !isWeight && t.weightWrong(HEAVIEST)],
  ]
  return problems.flatMap(([field, message]) => (message ? [{ field, message }] : []))
}
