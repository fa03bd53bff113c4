import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { SummaryList } from '#platform/html/index.ts'
import type { Procedure } from '../../store/procedures.ts'
import { plainIn, useFactWords, Vietnamese } from '../shared/facts.tsx'
import type { ProcedureWords } from './blocks.view.tsx'

/** What you get, who can apply, what to have at hand. */
export function InShort({
  t,
  procedure: { record, service },
}: {
  t: ProcedureWords
  procedure: Procedure
}): VNode | null {
  const { language } = useFrame()
  const facts = useFactWords()
  const offered = service?.package.service
  const asks = plainIn(service?.package.procedure.plain, language)?.asksOfYou ?? []
  const { results, audiences } = record
  const rows = [
    results.length > 0 && {
      label: t.youGet,
      value: (
        <>
          <Names names={results.map(({ name }) => name)} />
          {offered && (
            <p class="small quiet">
              {t.youGetAs(
                joined(
                  offered.resultDelivery.map((way) => t.deliveries[way]),
                  t.or,
                ),
              )}
            </p>
          )}
        </>
      ),
    },
    audiences.length > 0 && {
      label: t.whoMay,
      value: (
        <>
          {audiences.map((audience) => facts.audiences[audience]).join('; ')}
          {offered?.applicants.map(({ kind, assurance }) => (
            <p key={kind} class="small quiet">
              {t.signIn[assurance]}
            </p>
          ))}
        </>
      ),
    },
    asks.length > 0 && {
      label: t.haveReady,
      value: (
        <ul>
          {asks.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
    },
  ].filter((row) => row !== false)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="ng">
      <h2 id="ng">{t.inShort}</h2>
      <SummaryList items={rows} />
    </section>
  )
}

function Names({ names }: { names: readonly string[] }): VNode {
  const [only, ...others] = names
  if (others.length === 0) return <Vietnamese>{only}</Vietnamese>
  return (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <Vietnamese>{name}</Vietnamese>
        </li>
      ))}
    </ul>
  )
}

/** `a, b hoặc c` */
export function joined(parts: readonly string[], or: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${or}${parts.at(-1)}`
}
