import type { ComponentChildren } from 'preact'
import { type Column, Table } from '#platform/html/index.ts'
import type { PublicRow } from '../../published.ts'
import { type Saying, sayCount, sayShare, sayTime } from '../shared/said.ts'
import type { vi } from './statistics.vi.ts'

interface Props {
  caption: string
  captionHidden?: boolean
  head: string
  rows: readonly PublicRow[]
  total?: PublicRow | undefined
  saying: Saying
  t: typeof vi
  name(key: string): ComponentChildren
  /** Which columns, in order; all of them unless said. */
  columns?: readonly FigureColumn[]
}

type FigureColumn = 'received' | 'finished' | 'onTime' | 'late' | 'share' | 'half' | 'most' | 'refused' | 'supplement'

const USUAL: readonly FigureColumn[] = ['received', 'finished', 'onTime', 'late', 'share', 'half', 'most']

/** Figures by whatever the rows are. The last row is all of them together. */
export function FiguresTable({
  caption,
  captionHidden = false,
  head,
  rows,
  total,
  saying,
  t,
  name,
  columns = USUAL,
}: Props) {
  const cells = cellsOf(saying, t)
  const shown: Column<PublicRow>[] = [
    { key: 'name', head, rowHeader: true, cell: ({ key }) => (key === '' ? t.total : name(key)) },
    ...columns.map((key): Column<PublicRow> => ({ key, head: cells[key].head, figures: true, cell: cells[key].cell })),
  ]
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      columns={shown}
      rows={total ? [...rows, total] : rows}
      rowKey={({ key }) => key || 'total'}
    />
  )
}

function cellsOf(saying: Saying, t: typeof vi): Record<FigureColumn, { head: string; cell(row: PublicRow): string }> {
  const count = (value: number | null) => sayCount(value, saying)
  return {
    received: { head: t.headReceived, cell: ({ counts }) => count(counts.received) },
    finished: { head: t.headFinished, cell: ({ counts }) => count(counts.finished) },
    onTime: { head: t.headOnTime, cell: ({ counts }) => count(counts.onTime) },
    late: { head: t.headLate, cell: ({ counts }) => count(counts.late) },
    share: { head: t.headShare, cell: ({ onTimeShare }) => sayShare(onTimeShare, saying) },
    half: { head: t.headHalf, cell: ({ finishHalf }) => sayTime(finishHalf, saying) },
    most: { head: t.headMost, cell: ({ finishMost }) => sayTime(finishMost, saying) },
    refused: { head: t.headRefused, cell: ({ refusalShare }) => sayShare(refusalShare, saying) },
    supplement: { head: t.headSupplement, cell: ({ supplementShare }) => sayShare(supplementShare, saying) },
  }
}
