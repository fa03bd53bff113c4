import { Details } from '#platform/html/index.ts'
import { formatNumber } from '#platform/i18n/index.ts'
import type { Overview } from '../../commands/overview.ts'
import { BarChart } from '../shared/chart.view.tsx'
import { type Saying, sayMonth } from '../shared/said.ts'
import type { vi } from './statistics.vi.ts'
import { FiguresTable } from './tables.view.tsx'

interface Props {
  overview: Overview
  saying: Saying
  t: typeof vi
}

/** What was decided each month, on time and late: drawn, and as a table. */
export function Months({ overview, saying, t }: Props) {
  const { month: rows } = overview.tables
  const number = (value: number) => formatNumber(value, saying.language)
  const finished = rows.flatMap(({ counts }) => counts.finished ?? [])
  const bars = rows.map(({ key, counts: { finished: all, onTime, late } }) => ({
    label: t.chartMonth(String(Number(key.slice(5, 7)))),
    short: String(Number(key.slice(5, 7))),
    // Where few were late the bar is drawn whole: the drawing must not tell what the table keeps.
    lower: late === null || onTime === null ? (all ?? 0) : (all ?? 0) - late,
    upper: late === null || onTime === null ? 0 : late,
  }))
  return (
    <section class="sec" aria-labelledby="months">
      <h2 id="months">{t.months}</h2>
      {finished.some((count) => count > 0) && (
        <figure>
          <BarChart
            bars={bars}
            legend={{ lower: t.legendOnTime, upper: t.legendLate }}
            description={t.chart(number(Math.min(...finished)), number(Math.max(...finished)))}
            number={number}
          />
        </figure>
      )}
      <Details summary={t.monthTable}>
        <FiguresTable
          caption={t.monthCaption}
          captionHidden
          head={t.month}
          rows={rows}
          total={overview.total}
          name={(month) => sayMonth(month, saying)}
          {...{ saying, t }}
        />
      </Details>
    </section>
  )
}
