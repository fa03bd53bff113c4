import type { ComponentChildren } from 'preact'
import type { Words } from '#platform/i18n/index.ts'
import type { vi } from './components.vi.ts'

export type T = Words<typeof vi>

/** One state of a component, with its name above. */
export function Shown({ name, children }: { name?: string; children: ComponentChildren }) {
  return (
    <div class="shown">
      {name && <p class="shown-name">{name}</p>}
      {children}
    </div>
  )
}
