import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import type { PackagedProcedure } from '../../installable.ts'
import type { ProcedureWords } from './blocks.view.tsx'

/** The steps in everyday words, where a package has them; the official ones are in the full text. */
export function PlainSteps({ steps, t }: { steps: PackagedProcedure['steps']; t: ProcedureWords }): VNode | null {
  const { language } = useFrame()
  if (!steps.some(({ plain }) => plain)) return null
  return (
    <section class="sec" aria-labelledby="bc">
      <h2 id="bc">{t.steps}</h2>
      <ol class="steps">
        {steps.map(({ title, plain }, at) => (
          <li key={at}>
            <div>
              <h3>{title[language]}</h3>
              {plain && <p>{plain[language]}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
