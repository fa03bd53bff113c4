import {
  Breadcrumb,
  Button,
  ButtonLink,
  Buttons,
  type Column,
  Form,
  Hidden,
  Notice,
  Page,
  Table,
  Tag,
  type TagKind,
} from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { Reconciliation } from '../../store/reconciliations.ts'
import { sayDestination } from '../../wording.ts'
import { LEDGER } from '../ledger/asked.ts'
import { Breaking } from '../shared/breaking.view.tsx'
import { sayCount } from '../shared/count.ts'
import {
  type Listed,
  RECONCILIATION,
  type ReconciliationProps,
  type Result,
  repairOf,
  resultOf,
  type Side,
  sayRef,
  sayValue,
} from './shown.ts'

type Props = ReconciliationProps
type SideProps = Props & { side: Side }

const LOOKS: Record<Result, TagKind> = {
  equal: 'done',
  nothing: 'paused',
  differs: 'wrong',
  partial: 'waiting',
  running: 'running',
  broken: 'waiting',
}

/** What the agency says beside what the others show, each difference with its cause. */
export function ReconciliationPage(props: Props) {
  const { side, asked, t } = props
  const crumbs = [{ label: t.manage, href: '/manage' }, { label: t.ledger, href: LEDGER }, { label: t.title }]
  return (
    <Page title={t.title} before={<Breadcrumb items={crumbs} />}>
      <h1>{t.title}</h1>
      <p class="quiet">{t.lead}</p>
      {asked && (
        <Notice kind="good" live>
          {t.asked}
        </Notice>
      )}
      {side ? (
        <>
          <Table
            caption={t.sides}
            columns={sideColumns(props)}
            rows={props.sides}
            rowKey={({ destination }) => destination}
          />
          <One {...props} side={side} />
        </>
      ) : (
        <p>{t.notConnected}</p>
      )}
    </Page>
  )
}

function runColumns<Row>(props: Props, runOf: (row: Row) => Reconciliation | undefined, by: (row: Row) => Side['by']) {
  const { language, now, t } = props
  const columns: Column<Row>[] = [
    {
      key: 'compared',
      head: t.compared,
      figures: true,
      cell: (row) => {
        const run = runOf(row)
        return run ? t[by(row)](sayCount(run.compared, language)) : ''
      },
    },
    {
      key: 'diverging',
      head: t.diverging,
      figures: true,
      cell: (row) => {
        const run = runOf(row)
        return run ? sayCount(run.diverging, language) : ''
      },
    },
    {
      key: 'standing',
      head: t.standing,
      cell: (row) => {
        const run = runOf(row)
        const result = run && resultOf(run, now)
        return result ? <Tag kind={LOOKS[result]}>{t.results[result]}</Tag> : t.never
      },
    },
  ]
  return columns
}

function sideColumns(props: Props): Column<Side>[] {
  const { t } = props
  return [
    {
      key: 'side',
      head: t.side,
      rowHeader: true,
      cell: ({ destination }) => (
        <a href={`${RECONCILIATION}?destination=${destination}`}>{sayDestination(destination, t.says)}</a>
      ),
    },
    {
      key: 'when',
      head: t.when,
      cell: ({ newest }) => (newest ? <span class="num">{formatDateTime(newest.startedAt)}</span> : t.never),
    },
    ...runColumns<Side>(
      props,
      ({ newest }) => newest,
      ({ by }) => by,
    ),
  ]
}

function One(props: SideProps) {
  const { side, run, history, mayKeep, t } = props
  const name = sayDestination(side.destination, t.says)
  return (
    <>
      <section class="sec" aria-labelledby="found">
        <h2 id="found">
          {t.found}: {name}
        </h2>
        {run && <Found {...props} run={run} />}
        {!run && <p>{t.never}</p>}
        {mayKeep && (
          <Form action={`${RECONCILIATION}/runs`} label={t.askOf(name)}>
            <Hidden name="destination" value={side.destination} />
            <Button kind="two" small>
              {t.ask}
            </Button>
          </Form>
        )}
      </section>
      {history.length > 0 && (
        <section class="sec">
          <Table caption={t.history} columns={historyColumns(props)} rows={history} rowKey={({ id }) => id} />
        </section>
      )}
    </>
  )
}

function Found(props: SideProps & { run: Reconciliation }) {
  const { run, divergences, next, now, t } = props
  const result = resultOf(run, now)
  return (
    <>
      <p>
        <Tag kind={LOOKS[result]}>{t.results[result]}</Tag>{' '}
        <span class="quiet">{t.period(formatDateTime(run.from), formatDateTime(run.to))}</span>
      </p>
      {result === 'partial' && (
        <Notice kind="wait">
          <p>{t.partialWhy}</p>
          <p class="small quiet" lang="en">
            {run.problem}
          </p>
        </Notice>
      )}
      {result === 'broken' && <Notice kind="wait">{t.brokenWhy}</Notice>}
      {divergences.length > 0 ? (
        <Table
          class="queue"
          caption={t.found}
          captionHidden
          columns={foundColumns(props)}
          rows={divergences}
          rowKey={({ number }) => String(number)}
        />
      ) : (
        result === 'equal' && <p>{t.noneFound}</p>
      )}
      {next && (
        <Buttons>
          <ButtonLink href={next} kind="two" small>
            {t.more}
          </ButtonLink>
        </Buttons>
      )}
    </>
  )
}

function foundColumns({ mayKeep, t }: Props): Column<Listed>[] {
  return [
    {
      key: 'what',
      head: t.what,
      rowHeader: true,
      cell: ({ ref, field, dossierId }) => (
        <>
          <span class={dossierId ? 'num code' : undefined}>{sayRef(ref, t)}</span>
          <span class="sub">{t.fields[field]}</span>
        </>
      ),
    },
    {
      key: 'values',
      head: t.values,
      cell: ({ ours, theirs }) => (
        <>
          {t.ours}: <span class="num">{sayValue(ours, t)}</span>
          <br />
          {t.theirs}: <span class="num">{sayValue(theirs, t)}</span>
        </>
      ),
    },
    {
      key: 'since',
      head: t.since,
      cell: ({ since }) => (since ? <span class="num">{formatDateTime(since)}</span> : ''),
    },
    { key: 'why', head: t.why, cell: (one) => <Why one={one} mayKeep={mayKeep} t={t} /> },
  ]
}

function Why({ one, mayKeep, t }: Pick<Props, 'mayKeep' | 't'> & { one: Listed }) {
  const { cause, problem, messageId, ref, field } = one
  const repair = mayKeep ? repairOf(one) : undefined
  return (
    <>
      <p>
        {t.causes[cause]} {t.repairs[cause]}
      </p>
      {problem && (
        <p class="small quiet">
          <Breaking>{t.said(problem)}</Breaking>
        </p>
      )}
      {messageId !== undefined && (
        <p>
          <a href={`${LEDGER}/${messageId}`}>{t.message(messageId)}</a>
        </p>
      )}
      {repair !== undefined && (
        <Form action={`${LEDGER}/${repair}/replay`} label={t.replayOf(`${sayRef(ref, t)}, ${t.fields[field]}`)}>
          <Button kind="two" small>
            {t.replay}
          </Button>
        </Form>
      )}
    </>
  )
}

function historyColumns(props: SideProps): Column<Reconciliation>[] {
  const { side, run, t } = props
  return [
    {
      key: 'when',
      head: t.when,
      rowHeader: true,
      cell: ({ id, startedAt }) => {
        const at = formatDateTime(startedAt)
        const href = `${RECONCILIATION}?destination=${side.destination}&run=${id}`
        return (
          <a class="num" href={href} aria-current={id === run?.id ? 'true' : undefined} aria-label={t.openOf(at)}>
            {at}
          </a>
        )
      },
    },
    ...runColumns<Reconciliation>(
      props,
      (row) => row,
      () => side.by,
    ),
  ]
}
