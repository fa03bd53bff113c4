import { ACTIVITIES, type Line, requestedOf, SOURCES, SPENDINGS, sum, sumSources } from '../line.ts'
import { budgetOf, type Level } from '../plan.ts'
import { allocationOf, cancelledOf, gapOf, quartersOf, type Slip, settlementOf, spentOn } from '../slip.ts'
import type { vi } from '../words.vi.ts'
import {
  type Report,
  type ReportCell,
  type ReportCode,
  type ReportColumn,
  type ReportTable,
  totalRow,
} from './report.ts'

export interface ReportFacts {
  body: string
  year: number
  level: Level
  version: number
  lines: readonly Line[]
  slips: readonly Slip[]
  /** How the money served people, where somebody counts it. */
  service?: ServiceFigures | undefined
}

/** What the body did for the money in the year of the plan. */
export interface ServiceFigures {
  dossiers: number
  onTime: number
  online: number
}

type Words = typeof vi

const BUILDERS: Record<ReportCode, (facts: ReportFacts, t: Words) => ReportTable[]> = {
  B1: bySource,
  B2: byLine,
  B3: threeYears,
  B4: execution,
  B5: effectiveness,
}

/** B1 to B5 of a plan. The same facts and words give the same cells wherever they are shown. R-207 */
export function buildReport(code: ReportCode, facts: ReportFacts, t: Words): Report {
  const words = t.reports
  return {
    code,
    title: words.titles[code],
    subject: words.subject(facts.body, String(facts.year), String(facts.version)),
    unitNote: words.unitNote,
    tables: BUILDERS[code](facts, t),
  }
}

function table(caption: string, columns: readonly ReportColumn[], rows: ReportCell[][], total: string): ReportTable {
  return { caption, columns, rows, total: totalRow(rows, { label: total, columns }) }
}

function sourceColumns({ level }: ReportFacts, t: Words): ReportColumn[] {
  return SOURCES.map((source) => ({
    head: source === 'stateBudget' ? t.budgets[budgetOf(level)] : t.sources[source],
    amount: true,
    width: 1.3,
  }))
}

function bySource(facts: ReportFacts, t: Words): ReportTable[] {
  const columns = [
    { head: t.fields.activity, width: 1.6 },
    { head: t.fields.spending, width: 1.6 },
    ...sourceColumns(facts, t),
    { head: t.reports.sum, amount: true, width: 1.4 },
  ]
  const rows = ACTIVITIES.flatMap((activity) =>
    SPENDINGS.flatMap((spending): ReportCell[][] => {
      const lines = facts.lines.filter((line) => line.activity === activity && line.spending === spending)
      // Training is said even where it is nothing (Decree 42/2022, Art. 20.1 a); other empty rows are left out.
      if (lines.length === 0 && !(activity === 'train' && spending === 'recurrent')) return []
      const amounts = SOURCES.map((source) => sum(lines.map((line) => line.sources[source])))
      return [
        [t.activities[activity], t.spendings[spending], ...amounts, sum(lines.map((line) => sumSources(line.sources)))],
      ]
    }),
  )
  return [table(t.reports.captions.B1, columns, rows, t.reports.total)]
}

function byLine(facts: ReportFacts, t: Words): ReportTable[] {
  const columns = [
    { head: t.reports.number, width: 0.9 },
    { head: t.fields.name, width: 2.6 },
    { head: t.fields.activity, width: 1.2 },
    { head: t.fields.form, width: 1.3 },
    { head: t.fields.codes, width: 1.2 },
    { head: t.reports.volume, width: 1 },
    { head: t.fields.unitPrice, amount: true, width: 1.3 },
    { head: t.fields.requested, amount: true, width: 1.4 },
    ...sourceColumns(facts, t),
  ]
  const rows = facts.lines.map((line, index): ReportCell[] => [
    String(index + 1),
    line.name,
    `${t.activities[line.activity]}; ${t.spendings[line.spending]}`,
    t.forms[line.form],
    sayCodes(line),
    `${line.quantity} ${line.unit}`.trim(),
    line.unitPrice,
    requestedOf(line),
    ...SOURCES.map((source) => line.sources[source]),
  ])
  const total = totalRow(rows, { label: t.reports.total, columns, skip: [6] })
  return [{ caption: t.reports.captions.B2, columns, rows, total }]
}

export function sayCodes({ codes }: Pick<Line, 'codes'>): string {
  return [codes.chapter, codes.category, codes.clause, codes.item, codes.subItem].filter(Boolean).join('–')
}

function threeYears({ lines, year }: ReportFacts, t: Words): ReportTable[] {
  const columns = [
    { head: t.fields.name, width: 2.6 },
    { head: t.reports.thisYear(String(year - 1)), amount: true, width: 1.4 },
    { head: t.reports.asked(String(year)), amount: true, width: 1.4 },
    { head: t.reports.foreseen(String(year + 1)), amount: true, width: 1.4 },
    { head: t.reports.foreseen(String(year + 2)), amount: true, width: 1.4 },
  ]
  const rows = lines.map((line) => [line.name, line.thisYear, requestedOf(line), ...line.nextYears])
  return [table(t.reports.captions.B3, columns, rows, t.reports.total)]
}

function execution({ lines, slips }: ReportFacts, t: Words): ReportTable[] {
  const given = allocationOf(slips)?.given ?? {}
  const quarters = quartersOf(slips)
  const columns = [
    { head: t.fields.name, width: 2.4 },
    { head: t.fields.requested, amount: true, width: 1.3 },
    { head: t.reports.given, amount: true, width: 1.3 },
    { head: t.reports.gap, amount: true, width: 1.3 },
    ...[1, 2, 3, 4].map((quarter) => ({ head: t.reports.quarter(String(quarter)), amount: true, width: 1.2 })),
    { head: t.reports.spent, amount: true, width: 1.3 },
    { head: t.reports.left, amount: true, width: 1.3 },
    { head: t.reports.share, width: 0.8 },
  ]
  const rows = lines.map((line): ReportCell[] => {
    const [granted, spent] = [given[line.id] ?? 0, spentOn(slips, line.id)]
    const byQuarter = [1, 2, 3, 4].map((quarter) => quarters.get(quarter)?.spent[line.id] ?? null)
    return [
      ...[line.name, requestedOf(line), granted, gapOf(line, sum([granted])), ...byQuarter],
      ...[spent, granted - spent, sayShare(spent, granted, t)],
    ]
  })
  const total = totalRow(rows, { label: t.reports.total, columns })
  total[total.length - 1] = sayShare(Number(total[8]), Number(total[2]), t)
  return [{ caption: t.reports.captions.B4, columns, rows, total }]
}

/** `45,3 %`, in exact whole arithmetic; “no data” where nothing was given. */
export function sayShare(part: number, whole: number, t: Words): string {
  if (whole === 0) return t.reports.noData
  const tenths = Number((BigInt(part) * 2000n + BigInt(whole)) / (2n * BigInt(whole)))
  return `${Math.floor(tenths / 10)}${t.reports.decimalMark}${tenths % 10} %`
}

function effectiveness({ lines, slips, service }: ReportFacts, t: Words): ReportTable[] {
  const given = allocationOf(slips)?.given ?? {}
  const settlement = settlementOf(slips)
  const columns = [
    { head: t.fields.name, width: 2.2 },
    { head: t.reports.given, amount: true, width: 1.3 },
    { head: t.reports.settled, amount: true, width: 1.3 },
    { head: t.reports.carried, amount: true, width: 1.3 },
    { head: t.reports.cancelled, amount: true, width: 1.3 },
    { head: t.fields.product, width: 1.8 },
    { head: t.reports.outcome, width: 2 },
  ]
  const rows = lines.map(({ id, name, product }): ReportCell[] => {
    const [granted, settled, carried] = [given[id] ?? 0, settlement?.settled[id] ?? 0, settlement?.carriedOver[id] ?? 0]
    const cancelled = settlement ? cancelledOf(granted, settled, carried) : 0
    return [name, granted, settled, carried, cancelled, product, settlement?.outcomes[id] ?? null]
  })
  const whole = table(t.reports.captions.B5, columns, rows, t.reports.total)
  return service ? [whole, costTable(Number(whole.total?.[2] ?? 0), service, t)] : [whole]
}

/** What the settled money comes to for each dossier: rounded to the đồng, “no data” where there were none. */
function costTable(settled: number, service: ServiceFigures, t: Words): ReportTable {
  const kinds = ['dossiers', 'onTime', 'online'] as const
  const rows = kinds.map((kind): ReportCell[] => {
    const count = service[kind]
    return [t.reports.costs[kind], count, count === 0 ? t.reports.noData : Math.round(settled / count)]
  })
  const columns = [
    { head: t.reports.cost, width: 2 },
    { head: t.reports.count, amount: true },
    { head: t.reports.each, amount: true },
  ]
  return { caption: t.reports.captions.costs, columns, rows }
}
