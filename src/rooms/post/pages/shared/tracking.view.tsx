import { Tag, type TagKind } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { ItemState, Move } from '../../item.ts'
import type { vi } from '../../post.vi.ts'

const LOOKS: Record<ItemState, TagKind> = {
  wished: 'today',
  ordering: 'running',
  ordered: 'running',
  collected: 'running',
  delivering: 'running',
  delivered: 'done',
  returning: 'look',
  returned: 'look',
  cancelled: 'paused',
}

export function StateTag({ state, says }: { state: ItemState; says: typeof vi }) {
  return <Tag kind={LOOKS[state]}>{says.states[state]}</Tag>
}

/** Each place it was seen at, oldest first, as the carrier told it. */
export function TrackingList({ moves, says }: { moves: readonly Move[]; says: typeof vi }) {
  if (moves.length === 0) return <p class="quiet">{says.noMoves}</p>
  return (
    <ol class="stack">
      {moves.map(({ at, state, note }) => (
        <li key={`${at.toISOString()} ${state}`}>
          <span class="num">{formatDateTime(at)}</span>: {says.states[state]}
          {note && <span class="quiet"> ({note})</span>}
        </li>
      ))}
    </ol>
  )
}
