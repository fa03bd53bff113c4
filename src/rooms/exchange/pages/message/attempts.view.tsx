import { type Column, Table } from '#platform/html/index.ts'
import { formatDateTime, formatNumber } from '#platform/i18n/index.ts'
import { coverIn } from '../../personal.ts'
import type { PastAttempt } from '../../store/lists.ts'
import { Breaking } from '../shared/breaking.view.tsx'
import type { MessageProps } from './shown.ts'

/** Every attempt with its answer, newest first. */
export function Attempts(props: MessageProps) {
  const { attempts } = props.opened
  const { t } = props
  return (
    <section class="sec" aria-labelledby="attempts">
      <h2 id="attempts">{t.attempts}</h2>
      {attempts.length === 0 ? (
        <p>{t.noAttempts}</p>
      ) : (
        <Table
          class="queue"
          caption={t.attempts}
          captionHidden
          columns={columnsOf(props)}
          rows={attempts}
          rowKey={({ number }) => String(number)}
        />
      )}
    </section>
  )
}

function columnsOf({ opened, isOpen, language, t }: MessageProps): Column<PastAttempt>[] {
  const { payload } = opened.message
  return [
    { key: 'number', head: t.attempt, rowHeader: true, cell: ({ number }) => <span class="num">{number}</span> },
    { key: 'at', head: t.at, cell: ({ at }) => <span class="num">{formatDateTime(at)}</span> },
    {
      key: 'took',
      head: t.took,
      figures: true,
      cell: ({ milliseconds }) => t.milliseconds(formatNumber(milliseconds, language)),
    },
    {
      key: 'outcome',
      head: t.outcome,
      cell: ({ outcome, status }) => (
        <>
          {t.says.outcomes[outcome]}
          {status !== undefined && <span class="sub num">HTTP {status}</span>}
        </>
      ),
    },
    {
      key: 'answer',
      head: t.answer,
      cell: ({ answer }) =>
        answer && (
          <code class="small">
            <Breaking>{isOpen ? answer : coverIn(answer, payload)}</Breaking>
          </code>
        ),
    },
  ]
}

/** Who did what with the message, and why. */
export function History({ opened: { acts }, t }: MessageProps) {
  if (acts.length === 0) return null
  return (
    <section class="sec" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      <ul class="log">
        {acts.map(({ act, at, officerId, officer, reason }) => (
          <li key={`${act} ${at.getTime()}`}>
            <span class="num">{formatDateTime(at)}</span>
            <span>
              {officer ?? (officerId ? t.says.someOfficer : t.says.operator)}: {t.says.acts[act]}.
              {reason && <span class="sub"> {reason}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
