import { BackLink, type Column, Page, Table, Tag, type TagKind } from '#platform/html/index.ts'
import type { LineChange } from '../../compare.ts'
import { Amount } from '../shared/report-table.view.tsx'
import type { RoomWords } from '../shared/words.ts'
import type { vi } from './plan.vi.ts'

interface Props {
  planId: string
  back: string
  from: number
  to: number
  changes: readonly LineChange[]
  t: typeof vi & { room: RoomWords }
}

const LOOKS: Record<LineChange['kind'], TagKind> = { added: 'done', removed: 'wrong', changed: 'look', same: 'case' }

/** Two versions of a plan, task by task. R-199 */
export function ComparePage({ planId, back, from, to, changes, t }: Props) {
  const words = t.compare
  const fields: Readonly<Record<string, string | undefined>> = t.room.fields
  const columns: Column<LineChange>[] = [
    { key: 'name', head: t.room.fields.name, rowHeader: true, cell: ({ name }) => name },
    { key: 'kind', head: words.kind, cell: ({ kind }) => <Tag kind={LOOKS[kind]}>{words.kinds[kind]}</Tag> },
    { key: 'before', head: words.before, figures: true, cell: ({ before }) => <Amount value={before} /> },
    { key: 'after', head: words.after, figures: true, cell: ({ after }) => <Amount value={after} /> },
    {
      key: 'difference',
      head: words.difference,
      figures: true,
      cell: ({ before, after }) => <Amount value={after - before} />,
    },
    {
      key: 'fields',
      head: words.fields,
      cell: (change) => change.fields.map((field) => fields[field] ?? field).join(', '),
    },
  ]
  const total = (of: (change: LineChange) => number) => changes.reduce((sum, change) => sum + of(change), 0)
  const sums = [
    { label: words.before, sum: total(({ before }) => before) },
    { label: words.after, sum: total(({ after }) => after) },
    { label: words.difference, sum: total(({ before, after }) => after - before) },
  ]
  const title = words.title(String(from), String(to))
  return (
    <Page title={title} before={<BackLink href={`/manage/funding-plans/${planId}`}>{back}</BackLink>}>
      <h1>{title}</h1>
      <Table
        caption={words.caption}
        columns={columns}
        rows={changes}
        rowKey={({ lineId }) => lineId}
        foot={
          <tr>
            <th scope="row">{words.total}</th>
            <td class="nil" />
            {sums.map(({ label, sum }) => (
              <td class="n" key={label} data-l={label}>
                <div>
                  <Amount value={sum} />
                </div>
              </td>
            ))}
            <td class="nil" />
          </tr>
        }
      />
    </Page>
  )
}
