import type { TagKind } from '#platform/html/index.ts'
import type { MessageState } from '../../message.ts'

/** How a state looks. */
export const LOOK: Record<MessageState, TagKind> = {
  waiting: 'waiting',
  sent: 'running',
  acknowledged: 'done',
  refused: 'wrong',
  dead: 'wrong',
  superseded: 'paused',
  settled: 'paused',
}
