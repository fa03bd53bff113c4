import { Table } from '#platform/html/index.ts'
import { formatDate, formatDateTime } from '#platform/i18n/index.ts'
import type { IntakeAct } from '../../store/intake.ts'
import type { vi } from './intake.vi.ts'

interface Props {
  acts: readonly IntakeAct[]
  t: typeof vi
}

function sayAct({ code, said }: IntakeAct, t: typeof vi): string {
  if ('mode' in said) return t.whatMode(t.modes[said.mode])
  return t.whatProcedure(code ?? '', t.intakes[said.intake], t.states[said.stateOwner ?? 'own'])
}

/** Who set what, and from which day on: nothing is ever taken out of it. */
export function History({ acts, t }: Props) {
  return (
    <section class="sec" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {acts.length === 0 && <p>{t.historyNone}</p>}
      {acts.length > 0 && (
        <Table
          caption={t.history}
          captionHidden
          rows={acts}
          rowKey={({ at, code = '' }) => `${at.toISOString()} ${code}`}
          columns={[
            { key: 'what', head: t.what, rowHeader: true, cell: (act) => sayAct(act, t) },
            { key: 'from', head: t.fromDay, cell: ({ from }) => <span class="num">{formatDate(from)}</span> },
            { key: 'who', head: t.who, cell: ({ by }) => by?.name ?? t.operator },
            { key: 'at', head: t.at, cell: ({ at }) => <span class="num">{formatDateTime(at)}</span> },
          ]}
        />
      )}
    </section>
  )
}
