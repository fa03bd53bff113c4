import { formatDateTime, type Language } from '#platform/i18n/index.ts'
import type { ResultField } from '#rooms/forms/index.ts'
import type { Proposal } from '../../work-item.ts'
import { type ActProps, sayNotSigned } from './workspace.ts'

interface PaperWordsProps {
  proposal: Proposal
  fields: readonly ResultField[]
  language: Language
}

/** What will stand on the paper, for the approver to read before signing. */
function PaperWords({ proposal, fields, language }: PaperWordsProps) {
  const filled = fields.filter(({ id }) => proposal.fields[id])
  if (filled.length === 0) return null
  return (
    <dl class="ans">
      {filled.map(({ id, label }) => (
        <div key={id}>
          <dt>{label[language]}</dt>
          <dd class="pre" lang="vi">
            {proposal.fields[id]}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Form 06: through whose hands the dossier went, when and why. R-136 */
function ControlSlip({ workspace, language, t }: Pick<ActProps, 'workspace' | 'language' | 't'>) {
  if (workspace.handovers.length === 0) return null
  return (
    <section aria-labelledby="control">
      <h2 id="control">{t.control}</h2>
      <ol class="log">
        {workspace.handovers.map((handover) => (
          <li key={handover.ordinal}>
            <span class="num quiet">{formatDateTime(handover.at)}</span>
            <span>
              {handover.officer ?? t.system}: {handover.action ? `${handover.action[language]} → ` : ''}
              <b>{handover.step[language]}</b>
              {handover.note && `. ${handover.officer ? handover.note : sayNotSigned(handover.note, t)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What was proposed, through whose hands it went, and the log. */
export function History({ workspace, language, t }: Pick<ActProps, 'workspace' | 'language' | 't'>) {
  return (
    <>
      {workspace.proposals.length > 0 && (
        <section aria-labelledby="proposals">
          <h2 id="proposals">{t.proposals}</h2>
          <ol class="log">
            {workspace.proposals.map((proposal) => (
              <li key={proposal.ordinal}>
                <span class="num quiet">{formatDateTime(proposal.proposedAt)}</span>
                <span>
                  {proposal.officer}: <b>{t.outcomes[proposal.outcome]}</b>
                  {proposal.opinion && `. ${proposal.opinion}`}
                  <PaperWords proposal={proposal} fields={workspace.resultFields} language={language} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <ControlSlip workspace={workspace} language={language} t={t} />
      <section aria-labelledby="log">
        <h2 id="log">{t.log}</h2>
        <ol class="log">
          {workspace.log.map((entry) => (
            <li key={`${entry.at.toISOString()}${entry.words}`}>
              <span class="num quiet">{formatDateTime(entry.at)}</span>
              <span>{entry.words}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
