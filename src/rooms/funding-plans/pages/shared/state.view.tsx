import { Tag, type TagKind } from '#platform/html/index.ts'
import type { State } from '../../life.ts'
import type { RoomWords } from './words.ts'

const LOOKS: Record<State, TagKind> = {
  draft: 'part',
  appraising: 'look',
  appraised: 'look',
  signing: 'paused',
  signed: 'done',
  sent: 'running',
  questioned: 'waiting',
  allocated: 'done',
  replaced: 'paused',
}

export function StateTag({ state, t }: { state: State; t: RoomWords }) {
  return <Tag kind={LOOKS[state]}>{t.states[state]}</Tag>
}
