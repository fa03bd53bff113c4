import { groupDigits } from '#kernel/money.ts'
import { SummaryList } from '#platform/html/index.ts'
import type { Line } from '../../line.ts'
import type { RoomWords } from '../shared/words.ts'
import type { vi } from './line.vi.ts'
import type { Sums } from './typed.ts'

export type LineWords = typeof vi & { room: RoomWords }

/** What the form adds up to, beside what it asks for. R-200 */
export function SumsSoFar({ sums, t }: { sums: Sums; t: LineWords }) {
  const words = t.sums
  const compared = (sum: number) => {
    const gap = sums.requested - sum
    const said = gap > 0 ? words.less(groupDigits(gap)) : words.more(groupDigits(-gap))
    return `${groupDigits(sum)} đồng, ${gap === 0 ? words.agrees : said}`
  }
  return (
    <SummaryList
      heading={words.title}
      headingId="sums"
      items={[
        { label: words.requested, value: <span class="num">{groupDigits(sums.requested)} đồng</span> },
        { label: words.sources, value: <span class="num">{compared(sums.sources)}</span> },
        { label: words.quarters, value: <span class="num">{compared(sums.quarters)}</span> },
      ]}
    />
  )
}

/** Where the amounts of a first plan were taken from. */
export function Traces({ line, t }: { line: Line; t: LineWords }) {
  if (line.traces.length === 0) return null
  return (
    <section class="sec" aria-labelledby="traces">
      <h2 id="traces">{t.traces.title}</h2>
      <ul>
        {line.traces.map(({ field, amount, from }) => (
          <li key={field}>
            {t.traces.fields[field]}:{' '}
            {t.traces.line(groupDigits(amount), t.room.figures[from.figure], String(from.version))}.{' '}
            <a href={`/manage/funding-plans/${from.planId}`}>{t.traces.open}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
