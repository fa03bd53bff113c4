import type { ComponentChildren, VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import type { Words } from '#platform/i18n/index.ts'
import type { TextBlock } from '../../record.ts'
import type { vi } from './procedure.vi.ts'

export type ProcedureWords = Words<typeof vi>

/** Paragraphs, and runs of items as lists. Everything is text: what a publisher wrote is never markup here. */
export function Blocks({ blocks }: { blocks: readonly TextBlock[] }): VNode {
  const runs: TextBlock[][] = []
  for (const block of blocks) {
    const last = runs.at(-1)
    if (last?.[0]?.kind === 'item' && block.kind === 'item') last.push(block)
    else runs.push([block])
  }
  return (
    <Lang>
      {runs.map((run, at) =>
        run[0]?.kind === 'item' ? (
          <ul key={at}>
            {run.map(({ text }, step) => (
              <li key={step}>{text}</li>
            ))}
          </ul>
        ) : (
          <p key={at}>{run[0]?.text}</p>
        ),
      )}
    </Lang>
  )
}

/** A block of Vietnamese inside an English page. */
export function Lang({ children }: { children: ComponentChildren }): VNode {
  const { language } = useFrame()
  return (
    <div class="flow" lang={language === 'vi' ? undefined : 'vi'}>
      {children}
    </div>
  )
}

/** Something behind its title; without script, and found by the browser's own search. */
export function Fold({ title, children }: { title: ComponentChildren; children: ComponentChildren }): VNode {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
