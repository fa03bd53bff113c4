import type { FastifyRequest } from 'fastify'
import type { FieldError } from '#kernel/errors.ts'
import { groupDigits, type Money } from '#kernel/money.ts'
import { postedText } from '#platform/http/index.ts'
import type { Line } from '../../line.ts'
import type { FigureProblem } from '../../slip.ts'
import { limited, readAmount } from '../shared/read.ts'
import type { RoomWords } from '../shared/words.ts'
import type { vi } from './figures.vi.ts'

type ById<T> = Record<string, T>

/** Amounts posted as `name-lineId`; one that is no amount is said at its field. Empty is 0, unless it must be given. */
export function amountsIn(
  request: FastifyRequest,
  lines: readonly Line[],
  { name, message, required = false }: { name: string; message: string; required?: boolean },
): { amounts: ById<Money>; errors: FieldError[] } {
  const amounts: ById<Money> = {}
  const errors: FieldError[] = []
  for (const { id } of lines) {
    const field = `${name}-${id}`
    const text = postedText(request, field)
    const amount = readAmount(text === '' && !required ? '0' : text)
    if (amount === undefined) errors.push({ field, message })
    else amounts[id] = amount
  }
  return { amounts, errors }
}

/** Sentences posted as `name-lineId`, without the empty ones. */
export function notesIn(request: FastifyRequest, lines: readonly Line[], name: string): ById<string> {
  const notes = lines.map(({ id }) => [id, limited(request, `${name}-${id}`)] as const)
  return Object.fromEntries(notes.filter(([, note]) => note !== ''))
}

/** All that was posted, to be shown again. */
export function postedAll(request: FastifyRequest): Record<string, string> {
  const body = typeof request.body === 'object' && request.body !== null ? request.body : {}
  return Object.fromEntries(Object.keys(body).map((name) => [name, postedText(request, name)]))
}

export function sayProblems(problems: readonly FigureProblem[], t: typeof vi & { room: RoomWords }): FieldError[] {
  return problems.map(({ field, code, law, expected, found }) => {
    const figures =
      expected === undefined || found === undefined ? '' : ` ${t.figures(groupDigits(expected), groupDigits(found))}`
    return { field, message: `${t.room.figureProblems[code]}${figures} (${law})` }
  })
}
