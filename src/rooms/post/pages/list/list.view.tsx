import { Page, Table } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import { type Item, isEnded } from '../../item.ts'
import type { vi as says } from '../../post.vi.ts'
import { StateTag } from '../shared/tracking.view.tsx'
import type { vi } from './list.vi.ts'

interface Props {
  items: readonly Item[]
  t: typeof vi & { says: typeof says }
}

type Part = 'toPack' | 'back' | 'onTheWay' | 'ended'

function partOf(item: Item): Part {
  if (item.state === 'wished') return 'toPack'
  if (item.state === 'returned' || item.state === 'returning') return 'back'
  return isEnded(item) ? 'ended' : 'onTheWay'
}

const PARTS: readonly Part[] = ['toPack', 'back', 'onTheWay', 'ended']

/** What the desk has to pack, what comes back, what is on its way. R-197 */
export function ListPage({ items, t }: Props) {
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      <p class="quiet">{t.lead}</p>
      {items.length === 0 && <p>{t.none}</p>}
      {PARTS.map((part) => {
        const rows = items.filter((item) => partOf(item) === part)
        return rows.length > 0 && <Items key={part} rows={rows} caption={t.parts[part]} t={t} />
      })}
    </Page>
  )
}

function Items({ rows, caption, t }: { rows: readonly Item[]; caption: string; t: Props['t'] }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'ref',
          head: t.dossier,
          rowHeader: true,
          cell: ({ id, ref }) => (
            <a class="num" href={`/desk/post/${id}`}>
              {ref}
            </a>
          ),
        },
        { key: 'receiver', head: t.says.receiver, cell: ({ receiver }) => receiver.name },
        { key: 'state', head: t.state, cell: ({ state }) => <StateTag state={state} says={t.says} /> },
        { key: 'code', head: t.says.itemCode, cell: ({ itemCode }) => itemCode && <span class="num">{itemCode}</span> },
        {
          key: 'since',
          head: t.since,
          cell: ({ orderedAt, wishedAt }) => <span class="num">{formatDateTime(orderedAt ?? wishedAt)}</span>,
        },
      ]}
    />
  )
}
