import type { FastifyRequest } from 'fastify'
import { isLocalDate, type LocalDate, localDate } from '#kernel/local-date.ts'
import { type Money, money } from '#kernel/money.ts'
import { postedText } from '#platform/http/index.ts'

const GROUPS = /[.\s\u00a0]/g

/** `50.000`, `50 000` and `50000`; undefined when it is no whole amount. */
export function readAmount(text: string): Money | undefined {
  const digits = text.replace(GROUPS, '')
  return /^\d{1,15}$/.test(digits) ? money(Number(digits)) : undefined
}

/** A day typed in three boxes; undefined when it is none. */
export function readDay(request: FastifyRequest, name: string): LocalDate | undefined {
  const two = (part: string) => postedText(request, `${name}-${part}`).padStart(2, '0')
  const text = `${postedText(request, `${name}-year`)}-${two('month')}-${two('day')}`
  return isLocalDate(text) ? localDate(text) : undefined
}

export function typedDay(request: FastifyRequest, name: string) {
  const part = (box: string) => postedText(request, `${name}-${box}`)
  return { day: part('day'), month: part('month'), year: part('year') }
}

export function limited(request: FastifyRequest, name: string, most = 2000): string {
  return postedText(request, name).slice(0, most)
}
