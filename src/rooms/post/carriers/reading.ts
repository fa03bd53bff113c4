import { type Money, money } from '#kernel/money.ts'
import { CARRIED, type CarriedState } from '../item.ts'

export type Fields = Readonly<Record<string, unknown>>

export function readObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
  } catch {
    return undefined
  }
}

/** Whole đồng as a number or in digits; undefined for anything else. */
export function readMoney(value: unknown): Money | undefined {
  const amount = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  return typeof amount === 'number' && Number.isSafeInteger(amount) && amount >= 0 ? money(amount) : undefined
}

export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.normalize('NFC') : undefined
}

/** What a carrier's own code of a state means; the list is part of the agency's settings. Undefined when unknown. */
export function readState(value: unknown, states: Readonly<Record<string, string>>): CarriedState | undefined {
  const code = String(value)
  const named = Object.hasOwn(states, code) ? states[code] : code
  return CARRIED.find((state) => state === named)
}

export function readMoment(value: unknown): Date | undefined {
  const at = new Date(String(value))
  return Number.isNaN(at.getTime()) ? undefined : at
}
