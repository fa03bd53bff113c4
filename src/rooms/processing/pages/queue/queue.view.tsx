import type { LocalDateTime } from '#kernel/local-date.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  type Column,
  Form,
  Page,
  Table,
  Tag,
  TextField,
  Views,
} from '#platform/html/index.ts'
import { type Bilingual, formatDateTime, type Language } from '#platform/i18n/index.ts'
import type { DueProgress } from '#rooms/deadlines/index.ts'
import type { vi } from './queue.vi.ts'

export type ViewName = keyof typeof vi.views

export interface QueueRow {
  ref: string
  owner: string
  procedure: Bilingual
  step: Bilingual | undefined
  submittedAt: Date
  dueAt: LocalDateTime | undefined
  progress: DueProgress | undefined
  /** In the page's language: `Còn 1 ngày làm việc`. */
  progressWords: string | undefined
  holder: string | undefined
  isMine: boolean
}

interface Props {
  view: ViewName
  /** Up to 1,000; more is said as 999+. */
  counts: Partial<Record<ViewName, number>>
  rows: readonly QueueRow[]
  next: string | undefined
  isFirst: boolean
  asOf: LocalDateTime
  language: Language
  t: typeof vi
}

function DueCell({ row, t }: { row: QueueRow; t: typeof vi }) {
  const { progress, progressWords, dueAt } = row
  if (!dueAt || !progress) return <Tag kind="paused">{t.paused}</Tag>
  const kind = progress.state === 'overdue' ? 'overdue' : progress.state === 'dueToday' ? 'today' : 'running'
  return (
    <>
      <Tag kind={kind}>{progressWords}</Tag>
      <span class="sub num">{formatDateTime(dueAt)}</span>
    </>
  )
}

function columnsOf({ view, language, t }: Props): Column<QueueRow>[] {
  const owner: Column<QueueRow> = {
    key: 'owner',
    head: t.owner,
    rowHeader: true,
    cell: (row) => (
      <>
        <a href={`/desk/dossiers/${row.ref}`}>{row.owner}</a>
        <span class="sub num code">{row.ref}</span>
      </>
    ),
  }
  const procedure: Column<QueueRow> = { key: 'procedure', head: t.procedure, cell: (row) => row.procedure[language] }
  if (view === 'intake') {
    return [
      {
        key: 'submitted',
        head: t.submitted,
        cell: (row) => <span class="num">{formatDateTime(row.submittedAt)}</span>,
      },
      owner,
      procedure,
    ]
  }
  const step: Column<QueueRow> = { key: 'step', head: t.step, cell: (row) => row.step?.[language] ?? '' }
  const holder: Column<QueueRow> = {
    key: 'holder',
    head: t.holder,
    cell: (row) => (row.isMine ? t.me : (row.holder ?? <span class="quiet">{t.nobody}</span>)),
  }
  const due: Column<QueueRow> = {
    key: 'due',
    head: t.due,
    sort: 'ascending',
    class: 'due',
    cell: (row) => <DueCell row={row} t={t} />,
  }
  return view === 'mine' ? [due, owner, procedure, step] : [due, owner, procedure, step, holder]
}

function sayCount(count: number | undefined): string {
  return count === undefined ? '' : ` (${count})`
}

/** Beside the queue where there is room; on a phone folded into one line, so that the first dossier is in sight. */
function QueueViews({ view, counts, t }: Props) {
  const entry = (name: ViewName) => ({
    href: `/desk?view=${name}`,
    label: t.views[name],
    count: counts[name],
    current: name === view,
  })
  const shown = (names: ViewName[]) => names.filter((name) => counts[name] !== undefined).map(entry)
  const groups = [
    { title: t.mine, views: shown(['mine', 'supplement']) },
    { title: t.unit, views: shown(['intake', 'free', 'all']) },
  ]
  return (
    <>
      <div class="views-wide">
        <Views label={t.title} groups={groups} />
      </div>
      <details class="views-s">
        <summary>
          {t.title}: {t.views[view]}
          <span class="num">{sayCount(counts[view])}</span>
        </summary>
        <Views label={t.title} groups={groups} />
      </details>
    </>
  )
}

/** The officer's queue: what is due first stands first, and how it came in is not shown. */
export function QueuePage(props: Props) {
  const { view, counts, rows, next, isFirst, asOf, t } = props
  return (
    <Page title={t.views[view]} private>
      <div class="desk-grid">
        <QueueViews {...props} />
        <div>
          <h1>{t.views[view]}</h1>
          <p class="quiet order">
            {view === 'intake' ? t.intakeOrder : t.order} {t.updated} <span class="num">{asOf.slice(11)}</span>.
          </p>
          {counts.intake !== undefined && (
            <Buttons>
              <ButtonLink href="/desk/counter">{t.counter}</ButtonLink>
            </Buttons>
          )}
          <Form action="/desk/find" method="get" class="bar find" label={t.find}>
            <TextField name="code" label={t.find} hint={t.findHint} width="medium" />
            <Button kind="two" small>
              {t.open}
            </Button>
          </Form>
          {rows.length === 0 ? (
            <p>{t.empty[view]}</p>
          ) : (
            <Table
              class="queue"
              caption={t.views[view]}
              captionHidden
              columns={columnsOf(props)}
              rows={rows}
              rowKey={(row) => row.ref}
              rowClass={(row) => (row.progress?.state === 'overdue' ? 'late' : undefined)}
            />
          )}
          <div class="btns">
            {!isFirst && (
              <ButtonLink kind="two" small href={`/desk?view=${view}`}>
                {t.first}
              </ButtonLink>
            )}
            {next && (
              <ButtonLink kind="two" small href={`/desk?view=${view}&after=${next}`}>
                {t.more}
              </ButtonLink>
            )}
          </div>
        </div>
      </div>
    </Page>
  )
}
