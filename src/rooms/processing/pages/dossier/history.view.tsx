import { formatDateTime } from '#platform/i18n/index.ts'
import type { ActProps } from './workspace.ts'

type Shown = Pick<ActProps, 'workspace' | 't'>

function Proposals({ workspace, t }: Shown) {
  if (workspace.proposals.length === 0) return null
  return (
    <section aria-labelledby="proposals">
      <h2 id="proposals">{t.proposals}</h2>
      <ol class="log">
        {workspace.proposals.map((proposal) => (
          <li key={proposal.ordinal}>
            <span class="num quiet">{formatDateTime(proposal.proposedAt)}</span>
            <span>
              {proposal.officer}: <b>{t.outcomes[proposal.outcome]}</b>
              {proposal.opinion && <span class="pre">. {proposal.opinion}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What was proposed, and the log. */
export function History({ workspace, t }: Shown) {
  return (
    <>
      <Proposals workspace={workspace} t={t} />
      <section aria-labelledby="log">
        <h2 id="log">{t.log}</h2>
        <ol class="log">
          {workspace.log.map(({ seq, at, words }) => (
            <li key={seq}>
              <span class="num quiet">{formatDateTime(at)}</span>
              <span>{words}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
