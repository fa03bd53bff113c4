import { type Money, money } from '#kernel/money.ts'
import { type Line, type Quarters, requestedOf, SOURCES, type Trace } from './line.ts'
import { allocationOf, quartersOf, type Slip, spentOn } from './slip.ts'

interface LastYear {
  planId: string
  version: number
  lines: readonly Line[]
  slips: readonly Slip[]
}

/**
 * The lines of a first draft, from those of the year before. What was asked for next year is asked now; where nothing
 * was foreseen, what was given, or failing that asked. Each figure keeps the place it came from, and the officer’s work
 * is to change it. Papers are not carried over: last year’s quotation proves nothing about this year’s price.
 */
export function draftFromLastYear({ planId, version, lines, slips }: LastYear, newId: () => string): Line[] {
  const given = allocationOf(slips)?.given ?? {}
  const hasQuarters = quartersOf(slips).size > 0
  return lines.map((line) => {
    const from = (figure: Trace['from']['figure']) => ({ planId, version, lineId: line.id, figure })
    const foreseen = line.nextYears[0] > 0
    const amount = foreseen ? line.nextYears[0] : (given[line.id] ?? requestedOf(line))
    const asked = from(foreseen ? 'firstNextYear' : given[line.id] === undefined ? 'requested' : 'given')
    const thisYear = hasQuarters ? spentOn(slips, line.id) : (given[line.id] ?? requestedOf(line))
    const known = from(hasQuarters ? 'spent' : given[line.id] === undefined ? 'requested' : 'given')
    return {
      ...line,
      id: newId(),
      ...(amount === requestedOf(line) ? {} : { quantity: 1, unitPrice: amount }),
      thisYear,
      nextYears: [line.nextYears[1], money(0)],
      sources: shared(line, amount),
      quarters: evenly(amount),
      attachments: [],
      traces: [
        { field: 'requested', amount, from: asked },
        { field: 'thisYear', amount: thisYear, from: known },
      ],
    }
  })
}

/** Divided over the year to the đồng: the first quarters carry the remainder. */
export function evenly(amount: Money): Quarters {
  const base = Math.floor(amount / 4)
  const rest = amount - base * 4
  const part = (index: number) => money(base + (index < rest ? 1 : 0))
  return [part(0), part(1), part(2), part(3)]
}

/** In the proportions of last year, to the đồng: rounding goes to the first source that bore anything. */
function shared(line: Line, amount: Money): Line['sources'] {
  const before = requestedOf(line)
  const parts = SOURCES.map((source) => {
    return before === 0 ? 0n : (BigInt(line.sources[source]) * BigInt(amount)) / BigInt(before)
  })
  const rest = BigInt(amount) - parts.reduce((total, part) => total + part, 0n)
  const bears = Math.max(
    0,
    parts.findIndex((part) => part > 0n),
  )
  const at = (index: number) => money(Number((parts[index] ?? 0n) + (index === bears ? rest : 0n)))
  return { stateBudget: at(0), retainedRevenue: at(1), aid: at(2), other: at(3) }
}
