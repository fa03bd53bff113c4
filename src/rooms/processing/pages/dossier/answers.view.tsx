import { Icon } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { SummaryRow } from '#rooms/forms/index.ts'
import type { vi } from './dossier.vi.ts'
import type { ActProps } from './workspace.ts'

interface RowProps {
  row: SummaryRow
  /** The address of the dossier's page. */
  at: string
  t: typeof vi
}

function AnswerRow({ row, at, t }: RowProps) {
  const [first] = row.documents
  return (
    <div>
      <dt>{row.label}</dt>
      <dd>
        {row.value}
        {first && <a href={`${at}?paper=${first}#papers`}>{t.files(row.documents.length)}</a>}
        {row.value === '' && !first && <span class="quiet">{t.empty}</span>}
        {row.source && (
          <p class="from">
            <Icon name="data" small />
            <span>
              {row.source.name}
              {row.source.at ? `, ${formatDateTime(row.source.at)}` : ''}
            </span>
          </p>
        )}
        {row.report && <p class="small">{t.reported(row.report)}</p>}
      </dd>
    </div>
  )
}

/** What the person said, as they were asked; each file leads to the paper beside. */
export function Answers({ workspace, t }: Pick<ActProps, 'workspace' | 't'>) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t.answers}</h2>
      {workspace.answers.map((group) => (
        <div key={group.step}>
          <h3>{group.title}</h3>
          <dl class="ans">
            {group.rows.map((row) => (
              <AnswerRow key={row.question} row={row} at={`/desk/dossiers/${workspace.ref}`} t={t} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}
