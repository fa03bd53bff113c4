import { Fragment } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import {
  Breadcrumb,
  Button,
  ButtonLink,
  Buttons,
  type Column,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Hidden,
  Notice,
  Page,
  Table,
  Tabs,
  Tag,
  TextField,
  type TypedDate,
} from '#platform/html/index.ts'
import { formatDate, formatNumber, type Language } from '#platform/i18n/index.ts'
import type { BodyRow, ShownYear } from '../../commands/look.ts'
import type { Report } from '../../reports/report.ts'
import { Amount, ReportTableView } from '../shared/report-table.view.tsx'
import { StateTag } from '../shared/state.view.tsx'
import type { RoomWords } from '../shared/words.ts'
import type { vi } from './plans.vi.ts'

interface Props {
  shown: ShownYear
  /** B1 of all plans that were sent; undefined when none was. */
  aggregate: Report | undefined
  typed: { day?: TypedDate | undefined; basis?: string | undefined }
  errors: readonly FieldError[]
  language: Language
  t: typeof vi & { room: RoomWords }
}

/** The plans of a year: whose, where they stand, who is late, and all that were sent together. */
export function PlansPage({ shown, aggregate, typed, errors, language, t }: Props) {
  const { year, years, rows } = shown
  const late = rows.filter((row) => row.late).length
  const mayDraft = rows.some((row) => row.mayDraft)
  return (
    <Page
      title={t.title}
      errors={errors}
      path="/manage/funding-plans"
      before={<Breadcrumb items={[{ label: t.manage, href: '/manage' }, { label: t.title }]} />}
    >
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="quiet">{t.lead}</p>
      <Tabs
        label={t.years}
        tabs={years.map((one) => ({
          href: `/manage/funding-plans?year=${one}`,
          label: String(one),
          current: one === year,
        }))}
      />
      {late > 0 ? <Notice kind="stop">{t.lateCount(formatNumber(late, language))}</Notice> : <p>{t.noneLate}</p>}
      <Bodies rows={rows} year={year} language={language} t={t} />
      {mayDraft && (
        <Buttons>
          <ButtonLink href={`/manage/funding-plans/new?year=${year}`}>{t.newPlan}</ButtonLink>
        </Buttons>
      )}
      <section class="sec" aria-labelledby="aggregate">
        <h2 id="aggregate">{t.aggregate}</h2>
        {aggregate ? <Together report={aggregate} year={year} t={t} /> : <p>{t.aggregateNone}</p>}
      </section>
      {shown.maySetDeadline && <SetDeadline year={year} typed={typed} errors={errors} t={t} />}
    </Page>
  )
}

function Bodies({
  rows,
  year,
  language,
  t,
}: { rows: readonly BodyRow[]; year: number } & Pick<Props, 'language' | 't'>) {
  const columns: Column<BodyRow>[] = [
    {
      key: 'body',
      head: t.body,
      rowHeader: true,
      cell: ({ body, plan }) =>
        plan ? <a href={`/manage/funding-plans/${plan.id}`}>{body.name[language]}</a> : body.name[language],
    },
    {
      key: 'state',
      head: t.state,
      cell: ({ version }) => (version ? <StateTag state={version.state} t={t.room} /> : t.noPlan),
    },
    { key: 'due', head: t.due, cell: (row) => <Due row={row} t={t} /> },
    {
      key: 'requested',
      head: t.requested,
      figures: true,
      cell: ({ plan, requested }) => plan && <Amount value={requested} />,
    },
    {
      key: 'given',
      head: t.given,
      figures: true,
      cell: ({ given }) => given !== undefined && <Amount value={given} />,
    },
    {
      key: 'spent',
      head: t.spent,
      figures: true,
      cell: ({ given, spent }) => given !== undefined && <Amount value={spent} />,
    },
  ]
  const sumOf = (of: (row: BodyRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const sums = [
    { label: t.requested, sum: sumOf((row) => row.requested) },
    { label: t.given, sum: sumOf((row) => row.given ?? 0) },
    { label: t.spent, sum: sumOf((row) => row.spent) },
  ]
  return (
    <Table
      caption={t.caption(String(year))}
      columns={columns}
      rows={rows}
      rowKey={({ body }) => body.unitId}
      rowClass={({ late }) => (late ? 'late' : undefined)}
      class="queue"
      foot={
        <tr>
          <th scope="row">{t.total}</th>
          <td class="nil" />
          <td class="nil" />
          {sums.map(({ label, sum }) => (
            <td class="n" key={label} data-l={label}>
              <div>
                <Amount value={sum} />
              </div>
            </td>
          ))}
        </tr>
      }
    />
  )
}

function Due({ row: { deadline, sentOn, late }, t }: { row: BodyRow; t: Props['t'] }) {
  if (!deadline) return null
  return (
    <>
      <span class="num">{formatDate(deadline.on)}</span>
      <br />
      {sentOn === undefined && late && <Tag kind="overdue">{t.late}</Tag>}
      {sentOn !== undefined && (
        <Tag kind={late ? 'wrong' : 'done'}>{late ? t.sentLate(formatDate(sentOn)) : t.sentOn(formatDate(sentOn))}</Tag>
      )}
      <span class="sub small">{deadline.law}</span>
    </>
  )
}

const FORMATS = ['xlsx', 'docx', 'pdf'] as const

function Together({ report, year, t }: { report: Report; year: number; t: Props['t'] }) {
  return (
    <>
      {report.tables.map((table) => (
        <ReportTableView key={table.caption} table={table} />
      ))}
      <ul>
        {(['B1', 'B2', 'B3'] as const).map((code) => (
          <li key={code}>
            {`${code}. ${t.room.reports.titles[code]}`}
            {FORMATS.map((format) => (
              <Fragment key={format}>
                {' · '}
                <a href={`/manage/funding-plans/years/${year}/${code}.${format}`}>
                  <span class="vh">{code} </span>
                  {format.toUpperCase()}
                </a>
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}

function SetDeadline({ year, typed, errors, t }: { year: number } & Pick<Props, 'typed' | 'errors' | 't'>) {
  return (
    <section class="sec">
      <Details summary={t.deadline.title} open={errors.length > 0}>
        <Form action="/manage/funding-plans/deadlines" class="form">
          <Hidden name="year" value={String(year)} />
          <p class="hint">{t.deadline.hint}</p>
          <DateField name="on" label={t.deadline.on} value={typed.day} errors={errors} />
          <TextField name="basis" label={t.deadline.basis} value={typed.basis} errors={errors} width="medium" />
          <Buttons>
            <Button kind="two">{t.deadline.save}</Button>
          </Buttons>
        </Form>
      </Details>
    </section>
  )
}
