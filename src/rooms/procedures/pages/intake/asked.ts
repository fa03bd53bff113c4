import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { TypedDate } from '#platform/html/index.ts'
import { postedText, requireOfficer } from '#platform/http/index.ts'
import { INTAKE_MODES, INTAKES, type IntakeProblem, type ModeSaid, type ProcedureSaid } from '../../intake.ts'
import type { vi } from './intake.vi.ts'

/** What was typed, to be shown again beside what is wrong with it. */
export interface Typed {
  mode: string
  address: string
  intake: string
  state: string
  url: string
  from: LocalDate | TypedDate
}

/** Either something that can be kept, or why not. */
export type Asked<Said> = { said: Said; from: LocalDate } | { errors: FieldError[] }

const LONGEST = 500

export function typedOf(request: FastifyRequest): Typed {
  const text = (name: string) => postedText(request, name).trim().slice(0, LONGEST)
  const [day, month, year] = [text('from-day'), text('from-month'), text('from-year')]
  return {
    ...{ mode: text('mode'), address: text('address'), intake: text('intake') },
    ...{ state: text('state'), url: text('url'), from: { day, month, year } },
  }
}

function dayOf({ from }: Typed): LocalDate | undefined {
  if (typeof from === 'string') return from
  const text = `${from.year}-${from.month.padStart(2, '0')}-${from.day.padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

type Problems = (typeof vi)['problems']

export function readMode(typed: Typed, says: Problems): Asked<ModeSaid> {
  const mode = INTAKE_MODES.find((one) => one === typed.mode)
  const from = dayOf(typed)
  if (mode && from) return { said: { mode, nationalAddress: typed.address || undefined }, from }
  const errors: FieldError[] = mode ? [] : [{ field: 'mode', message: says.mode }]
  if (!from) errors.push({ field: 'from', message: says.day })
  return { errors }
}

export function readProcedure(typed: Typed, says: Problems): Asked<ProcedureSaid> {
  const intake = INTAKES.find((one) => one === typed.intake)
  const stateOwner = INTAKES.find((one) => one === typed.state)
  const from = dayOf(typed)
  const url = typed.intake === 'ministry' && typed.url !== '' ? typed.url : undefined
  if (intake && stateOwner && from) return { said: { intake, stateOwner, url }, from }
  const errors: FieldError[] = intake ? [] : [{ field: 'intake', message: says.intake }]
  if (!stateOwner) errors.push({ field: 'state', message: says['state-missing'] })
  if (!from) errors.push({ field: 'from', message: says.day })
  return { errors }
}

const FIELDS: Record<IntakeProblem, string> = { past: 'from', address: 'address', url: 'url', state: 'state' }

export function errorsFor(problems: readonly IntakeProblem[], says: Problems): FieldError[] {
  return problems.map((problem) => ({ field: FIELDS[problem], message: says[problem] }))
}

export function byOf(request: FastifyRequest): { officerId: string; name: string } {
  const { officerId, name } = requireOfficer(request)
  return { officerId, name }
}
