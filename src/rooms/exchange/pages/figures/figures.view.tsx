import type { FieldError } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import {
  Breadcrumb,
  Button,
  Buttons,
  type Column,
  DateField,
  ErrorSummary,
  Form,
  Page,
  Select,
  Table,
  type TypedDate,
} from '#platform/html/index.ts'
import { formatDate, formatNumber, type Language } from '#platform/i18n/index.ts'
import type { Connection } from '../../connection.ts'
import type { vi as saysVi } from '../../exchange.vi.ts'
import { type DayFigures, percentOf, type Share } from '../../figures.ts'
import { sayDestination, sayService } from '../../wording.ts'
import { LEDGER } from '../ledger/asked.ts'
import type { vi } from './figures.vi.ts'

interface Props {
  connections: readonly Connection[]
  connection: Connection | undefined
  from: LocalDate | TypedDate
  to: LocalDate | TypedDate
  rows: readonly DayFigures[]
  errors: readonly FieldError[]
  language: Language
  t: typeof vi & { says: typeof saysVi }
}

/** The figures for the indicator on synchronisation, as a table. */
export function FiguresPage(props: Props) {
  const { connection, from, to, rows, errors, t } = props
  const crumbs = [{ label: t.manage, href: '/manage' }, { label: t.ledger, href: LEDGER }, { label: t.title }]
  return (
    <Page title={t.title} errors={errors} before={<Breadcrumb items={crumbs} />}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="quiet">{t.lead}</p>
      {connection ? <Filter {...props} connection={connection} /> : <p>{t.notConnected}</p>}
      {typeof from === 'string' &&
        typeof to === 'string' &&
        [...Map.groupBy(rows, ({ service }) => service)].map(([service, days]) => (
          <section key={service} class="sec">
            <h2>
              {sayService(service, t.says)} <span class="small quiet">{service}</span>
            </h2>
            <Table
              caption={t.caption(formatDate(from), formatDate(to))}
              columns={columnsOf(props)}
              rows={[wholeOf(service, days), ...days]}
              rowKey={({ day }) => day ?? 'whole'}
            />
          </section>
        ))}
      <h2>{t.how}</h2>
      <ul>
        {t.hows.map((how) => (
          <li key={how}>{how}</li>
        ))}
      </ul>
      <p class="small quiet">{t.basis}</p>
    </Page>
  )
}

interface Row extends Omit<DayFigures, 'day'> {
  /** Undefined: all days together. */
  day: LocalDate | undefined
}

/** All days together. */
function wholeOf(service: string, days: readonly DayFigures[]): Row {
  const sum = (shares: readonly Share[]): Share => ({
    told: shares.reduce((all, { told }) => all + told, 0),
    inTime: shares.reduce((all, { inTime }) => all + inTime, 0),
  })
  return { day: undefined, service, soon: sum(days.map(({ soon }) => soon)), day1: sum(days.map(({ day1 }) => day1)) }
}

function Filter({ connections, connection, from, to, errors, t }: Props & { connection: Connection }) {
  return (
    <Form action={`${LEDGER}/figures`} method="get">
      <Select
        name="destination"
        label={t.destination}
        value={connection.destination}
        items={connections.map(({ destination }) => ({
          value: destination,
          label: sayDestination(destination, t.says),
        }))}
      />
      <DateField name="from" label={t.from} value={from} errors={errors} />
      <DateField name="to" label={t.to} value={to} errors={errors} />
      <Buttons>
        <Button kind="two" small>
          {t.show}
        </Button>
      </Buttons>
    </Form>
  )
}

function columnsOf({ language, t }: Props): Column<Row>[] {
  const said = (share: Share) => {
    const percent = percentOf(share)
    if (percent === undefined) return <span class="quiet">{t.none}</span>
    const figure = (value: number) => formatNumber(value, language)
    return t.share(figure(percent), figure(share.inTime), figure(share.told))
  }
  return [
    {
      key: 'day',
      head: t.day,
      rowHeader: true,
      cell: ({ day }) => (day ? <span class="num">{formatDate(day)}</span> : t.whole),
    },
    { key: 'soon', head: t.soon, figures: true, cell: ({ soon }) => said(soon) },
    { key: 'day1', head: t.day1, figures: true, cell: ({ day1 }) => said(day1) },
  ]
}
