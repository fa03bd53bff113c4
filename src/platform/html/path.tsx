import type { ComponentChildren } from 'preact'
import { useFrame } from './frame.ts'
import { frameWords } from './words.ts'

export interface PathStage {
  state: 'done' | 'now' | 'todo'
  title: string
  /** Time, place, and whether the person must act. */
  detail?: ComponentChildren
}

/** Where the dossier is: the drum's band of circles and tangents as a list. A filled circle is done, the ringed eye is now. */
export function Path({ stages }: { stages: readonly PathStage[] }) {
  const words = frameWords(useFrame().language)
  return (
    <ol class="path">
      {stages.map(({ state, title, detail }, index) => (
        <li key={`${index} ${title}`} class={state} aria-current={state === 'now' ? 'step' : undefined}>
          <Node state={state} />
          {index < stages.length - 1 && (
            <svg class="tan" viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <path d="M10 0L0 10" vector-effect="non-scaling-stroke" />
            </svg>
          )}
          <div>
            <h3>
              <span class="vh">{words.stage[state]}: </span>
              {title}
            </h3>
            {typeof detail === 'string' ? <p>{detail}</p> : detail}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Node({ state }: { state: PathStage['state'] }) {
  return (
    <svg class="node" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="17" class={state === 'done' ? 'full' : 'open'} />
      {state === 'done' && <path class="on-full" d="M12 20.5L18 26.5L28.5 14.5" />}
      {state === 'now' && <circle cx="20" cy="20" r="11" />}
      {state !== 'done' && <circle class="dot" cx="20" cy="20" r={state === 'now' ? 4.5 : 2} />}
    </svg>
  )
}

const GAP = 34

/** “Bước 3 trong 5”, with the path drawn small. `of` is what is being done. */
export function StepIndicator({ step, total, of }: { step: number; total: number; of?: string | undefined }) {
  const words = frameWords(useFrame().language)
  const circles = Array.from({ length: total }, (_, index) => ({ number: index + 1, x: 7 + index * GAP }))
  const width = 14 + (total - 1) * GAP
  return (
    <div class="prog">
      <p>
        {words.stepOf(step, total)}
        {of && ` · ${of}`}
      </p>
      <svg viewBox={`0 0 ${width} 14`} width={width} height="14" aria-hidden="true" focusable="false">
        {circles.map(({ number, x }) => (
          <g key={number} class={number < step ? 'done' : number === step ? 'now' : 'todo'}>
            {number < total && <path d={`M${x + 6} 7H${x + GAP - 6}`} />}
            <circle cx={x} cy="7" r="5.5" />
            {number === step && <circle class="dot" cx={x} cy="7" r="2.4" />}
          </g>
        ))}
      </svg>
    </div>
  )
}
