import { allocationOf, cancelledOf, type PublicationKind, quartersOf, settlementOf, spentOn } from '../slip.ts'
import type { vi } from '../words.vi.ts'
import { type ReportFacts, sayShare } from './build.ts'
import { type Report, type ReportCell, type ReportColumn, totalRow } from './report.ts'

/** What is put before the public: each task, what it was given, and what became of it. R-210 @see Circular 26/2026/TT-BTC, Art. 27, 34 */
export function publicReport(what: PublicationKind, facts: ReportFacts, t: typeof vi): Report {
  const { body, year, version } = facts
  const { columns, rows } = TABLES[what](facts, t)
  const total = totalRow(rows, { label: t.reports.total, columns })
  if (what === 'execution') total[columns.length - 1] = sayShare(Number(total.at(-2)), Number(total[1]), t)
  return {
    code: what,
    title: t.publications[what],
    subject: t.reports.subject(body, String(year), String(version)),
    unitNote: t.reports.unitNote,
    tables: [{ caption: t.publications[what], columns, rows, total }],
  }
}

interface Shown {
  columns: ReportColumn[]
  rows: ReportCell[][]
}

const TABLES: Record<PublicationKind, (facts: ReportFacts, t: typeof vi) => Shown> = { estimate, execution, settlement }

function estimate({ lines, slips }: ReportFacts, t: typeof vi): Shown {
  const given = allocationOf(slips)?.given ?? {}
  return {
    columns: [
      { head: t.fields.name, width: 2.4 },
      { head: t.fields.activity, width: 1.2 },
      { head: t.fields.spending, width: 1.2 },
      { head: t.reports.given, amount: true, width: 1.3 },
    ],
    rows: lines.map((line) => {
      return [line.name, t.activities[line.activity], t.spendings[line.spending], given[line.id] ?? 0]
    }),
  }
}

function execution({ lines, slips }: ReportFacts, t: typeof vi): Shown {
  const given = allocationOf(slips)?.given ?? {}
  const quarters = [...quartersOf(slips)]
  return {
    columns: [
      { head: t.fields.name, width: 2.4 },
      { head: t.reports.given, amount: true, width: 1.3 },
      ...quarters.map(([quarter]) => ({ head: t.reports.quarter(String(quarter)), amount: true, width: 1.2 })),
      { head: t.reports.spent, amount: true, width: 1.3 },
      { head: t.reports.share },
    ],
    rows: lines.map(({ id, name }): ReportCell[] => {
      const [granted, spent] = [given[id] ?? 0, spentOn(slips, id)]
      return [name, granted, ...quarters.map(([, one]) => one.spent[id] ?? 0), spent, sayShare(spent, granted, t)]
    }),
  }
}

function settlement({ lines, slips }: ReportFacts, t: typeof vi): Shown {
  const given = allocationOf(slips)?.given ?? {}
  const last = settlementOf(slips)
  return {
    columns: [
      { head: t.fields.name, width: 2.4 },
      { head: t.reports.given, amount: true, width: 1.3 },
      { head: t.reports.settled, amount: true, width: 1.3 },
      { head: t.reports.carried, amount: true, width: 1.3 },
      { head: t.reports.cancelled, amount: true, width: 1.3 },
    ],
    rows: lines.map(({ id, name }): ReportCell[] => {
      const [granted, settled, carried] = [given[id] ?? 0, last?.settled[id] ?? 0, last?.carriedOver[id] ?? 0]
      return [name, granted, settled, carried, cancelledOf(granted, settled, carried)]
    }),
  }
}
