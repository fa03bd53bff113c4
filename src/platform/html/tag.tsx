import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/**
 * The states a thing can be in. Shape and word first, colour last.
 * `running` clock · `today` sun · `waiting` two bars, for the person · `paused` two bars, nobody's fault · `done` tick ·
 * `overdue` and `wrong` octagon · `part` half disc · `look` eye · `case` paper, it depends · `data` from the state.
 */
export type TagKind =
  | 'running'
  | 'today'
  | 'waiting'
  | 'paused'
  | 'done'
  | 'overdue'
  | 'wrong'
  | 'part'
  | 'look'
  | 'case'
  | 'data'

const LOOKS: Record<TagKind, { tint: string; icon: IconName }> = {
  running: { tint: 'tag now', icon: 'clock' },
  today: { tint: 'tag wait', icon: 'sun' },
  waiting: { tint: 'tag wait', icon: 'pause' },
  paused: { tint: 'tag', icon: 'pause' },
  done: { tint: 'tag good', icon: 'tick' },
  overdue: { tint: 'tag stop', icon: 'stop' },
  wrong: { tint: 'tag stop', icon: 'stop' },
  part: { tint: 'tag wait', icon: 'half' },
  look: { tint: 'tag wait', icon: 'eye' },
  case: { tint: 'tag', icon: 'paper' },
  data: { tint: 'tag good', icon: 'data' },
}

/** A state: icon, words, tint. */
export function Tag({ kind, children }: { kind: TagKind; children: ComponentChildren }) {
  const { tint, icon } = LOOKS[kind]
  return (
    <span class={tint}>
      <Icon name={icon} />
      {children}
    </span>
  )
}
