import { DomainError } from '#kernel/errors.ts'
import { addDays, isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import { CHANNELS } from '../../occurrence.ts'
import { daysIn } from '../../period.ts'
import type { By, Question } from '../../store/figures.ts'

export type Query = Record<string, string | string[] | undefined>

const BYS: readonly By[] = ['total', 'procedure', 'unit', 'channel', 'day', 'month']
const MOST_DAYS = 366
const MOST_YEARS = 10

function textIn(query: Query, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function dayIn(query: Query, name: string, otherwise: LocalDate): LocalDate {
  const text = textIn(query, name)
  if (text === undefined) return otherwise
  if (!isLocalDate(text)) throw new DomainError('reporting.day-invalid', { name })
  return text
}

/** What a program asks. `unit` is still the code; whoever reads finds its id. Throws `reporting.…` when it makes no sense. */
export function questionIn(query: Query, agencyId: number, today: LocalDate): Question {
  const from = dayIn(query, 'from', `${today.slice(0, 4)}-01-01` as LocalDate)
  const to = dayIn(query, 'to', addDays(today, 1))
  if (from >= to) throw new DomainError('reporting.period-empty')
  const by = BYS.find((one) => one === (textIn(query, 'by') ?? 'total'))
  if (!by) throw new DomainError('reporting.by-unknown')
  const days = daysIn({ from, to })
  if (days > (by === 'day' ? MOST_DAYS : MOST_YEARS * 366)) throw new DomainError('reporting.period-too-long')
  const channel = textIn(query, 'channel')
  if (channel !== undefined && !CHANNELS.some((one) => one === channel))
    throw new DomainError('reporting.channel-unknown')
  return {
    agencyId,
    period: { from, to },
    by,
    procedureCode: textIn(query, 'procedure'),
    unit: textIn(query, 'unit'),
    channel,
  }
}
