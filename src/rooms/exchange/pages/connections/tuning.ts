import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { postedText } from '#platform/http/index.ts'
import type { Tuning } from '../../commands/connect.ts'
import { readRate, readTime } from '../../connection.ts'
import type { vi } from './connections.vi.ts'

/** What was typed for one connection, to be shown again beside what is wrong with it. */
export interface TypedTuning {
  destination: string
  rate: string
  from: string
  to: string
}

/** Names of the fields: the page has a form for each connection. */
export function tuningFields(destination: string) {
  return { rate: `rate-${destination}`, from: `quiet-from-${destination}`, to: `quiet-to-${destination}` }
}

export function typedTuning(request: FastifyRequest, destination: string): TypedTuning {
  const names = tuningFields(destination)
  const text = (name: string) => postedText(request, name).trim().slice(0, 20)
  return { destination, rate: text(names.rate), from: text(names.from), to: text(names.to) }
}

type Says = Pick<typeof vi, 'rateWrong' | 'timeWrong' | 'timeMissing' | 'timeSame'>

function wrongTimes({ from, to }: TypedTuning, says: Says): { from?: string; to?: string } {
  if (from === '' && to === '') return {}
  const wrong = (text: string) => (readTime(text) ? undefined : text === '' ? says.timeMissing : says.timeWrong)
  const [first, last] = [wrong(from), wrong(to)]
  if (!first && !last) return readTime(from) === readTime(to) ? { to: says.timeSame } : {}
  return { ...(first ? { from: first } : {}), ...(last ? { to: last } : {}) }
}

/** Either what is to be set, or what is wrong, field by field. */
export function readTuning(typed: TypedTuning, says: Says): { tuning: Tuning } | { errors: FieldError[] } {
  const names = tuningFields(typed.destination)
  const perMinute = readRate(typed.rate)
  const wrong = wrongTimes(typed, says)
  const errors: FieldError[] = []
  if (perMinute === undefined) errors.push({ field: names.rate, message: says.rateWrong })
  if (wrong.from) errors.push({ field: names.from, message: wrong.from })
  if (wrong.to) errors.push({ field: names.to, message: wrong.to })
  if (perMinute === undefined || errors.length > 0) return { errors }
  const [from, to] = [readTime(typed.from), readTime(typed.to)]
  return { tuning: { perMinute, quiet: from && to ? { from, to } : 'none' } }
}
