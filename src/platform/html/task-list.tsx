import type { ComponentChildren } from 'preact'
import { ButtonLink } from './button.tsx'
import { Tag, type TagKind } from './tag.tsx'

export interface Task {
  id: string
  state: { kind: TagKind; label: string }
  /** The deed: “Sửa 1 điểm trong hồ sơ đăng ký thường trú”. */
  title: string
  /** The officer's own words, the deadline. */
  detail?: ComponentChildren
  action: { href: string; words: string }
}

/** What waits for the person, first on every personal page; when there is nothing, it says so. */
export function TaskList({ tasks, empty }: { tasks: readonly Task[]; empty: string }) {
  if (tasks.length === 0) return <p class="measure">{empty}</p>
  return (
    <ul class="todo-l">
      {tasks.map(({ id, state, title, detail, action }) => (
        <li key={id}>
          <div class="stack-s">
            <Tag kind={state.kind}>{state.label}</Tag>
            <h3>{title}</h3>
            {typeof detail === 'string' ? <p>{detail}</p> : detail}
          </div>
          <ButtonLink href={action.href} small>
            {action.words}
            <span class="vh">: {title}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
