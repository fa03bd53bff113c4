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
  LongText,
  Notice,
  Page,
  SummaryList,
  Table,
  Tag,
  TextField,
} from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import { type Line, requestedOf, sum, totalRequested } from '../../line.ts'
import { allocationOf, gapOf } from '../../slip.ts'
import { Amount } from '../shared/report-table.view.tsx'
import { StateTag } from '../shared/state.view.tsx'
import { Now } from './acts.view.tsx'
import { History, ReportLinks, Versions } from './history.view.tsx'
import type { PlanProps } from './props.ts'

/** A plan: where it stands, what stands against it, what can be done, its tasks, its versions and its history. R-199 */
export function PlanPage(props: PlanProps) {
  const { shown, errors, language, t } = props
  const { plan, body, last, acts } = shown
  const title = t.title(String(plan.year))
  return (
    <Page
      title={`${title}, ${body.name[language]}`}
      errors={errors}
      path={`/manage/funding-plans/${plan.id}`}
      before={
        <Breadcrumb
          items={[{ label: t.list, href: `/manage/funding-plans?year=${plan.year}` }, { label: body.name[language] }]}
        />
      }
    >
      <ErrorSummary errors={errors} />
      <p class="quiet">{body.name[language]}</p>
      <h1>{title}</h1>
      {!shown.asSigned && (
        <Notice kind="stop" title={t.notAsSigned.title}>
          {t.notAsSigned.text}
        </Notice>
      )}
      <About {...props} />
      <Now {...props} />
      {last.state === 'draft' && <Findings {...props} />}
      <Lines {...props} />
      {acts.includes('edit') && <Particulars {...props} />}
      <ReportLinks {...props} />
      <Versions {...props} />
      <History {...props} />
    </Page>
  )
}

function About({ shown, t }: PlanProps) {
  const { plan, last, slips, deadline, late } = shown
  const { about } = t
  const given = allocationOf(slips)
  const version =
    last.kind === 'original' ? about.original(String(last.number)) : about.adjustment(String(last.number), last.reason)
  return (
    <SummaryList
      items={[
        { label: about.state, value: <StateTag state={last.state} t={t.room} /> },
        { label: about.version, value: version },
        { label: about.level, value: t.room.levels[plan.level] },
        { label: about.requested, value: <Money amount={totalRequested(last.lines)} /> },
        ...(given ? [{ label: about.given, value: <Money amount={sum(Object.values(given.given))} /> }] : []),
        ...(deadline
          ? [
              {
                label: about.deadline,
                value: (
                  <>
                    <span class="num">{formatDate(deadline.on)}</span> {late && <Tag kind="overdue">{about.late}</Tag>}
                    <p class="small quiet">{deadline.law}</p>
                  </>
                ),
              },
            ]
          : []),
        ...(last.sentOn ? [{ label: about.sentOn, value: <span class="num">{formatDate(last.sentOn)}</span> }] : []),
        { label: about.digitalPlan, value: <DigitalPlanSaid shown={shown} t={t} /> },
        ...(last.noTraining ? [{ label: about.noTraining, value: last.noTraining }] : []),
        ...(last.signedSha256
          ? [
              {
                label: about.signed,
                value: (
                  <>
                    <a href={`/manage/funding-plans/${plan.id}/signed/${last.number}.pdf`}>{t.signedFile}</a>
                    {shown.asSigned && <p class="small quiet">{t.asSigned}</p>}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Money({ amount }: { amount: number }) {
  return (
    <>
      <Amount value={amount} /> đồng
    </>
  )
}

function DigitalPlanSaid({ shown, t }: Pick<PlanProps, 'shown' | 't'>) {
  const { number, issuedOn, sentOn } = shown.last.digitalPlan
  if (number === '') return <>{t.about.noDigitalPlan}</>
  return (
    <>
      {issuedOn ? t.about.issued(number, formatDate(issuedOn)) : number}
      <p class="small quiet">{sentOn ? t.about.toMinistry(formatDate(sentOn)) : t.about.toMinistryDue}</p>
    </>
  )
}

function Findings({ shown, t }: PlanProps) {
  const { plan, last, findings } = shown
  const names = new Map(last.lines.map((line) => [line.id, line.name]))
  return (
    <section class="sec" aria-labelledby="findings">
      <h2 id="findings">{t.findings.title}</h2>
      {findings.length === 0 ? (
        <p>{t.findings.none}</p>
      ) : (
        <ul class="stack measure">
          {findings.map(({ code, severity, law, lineId }) => (
            <li key={`${code} ${lineId}`}>
              <Tag kind={severity === 'stop' ? 'wrong' : 'look'}>{t.findings[severity]}</Tag>{' '}
              {lineId && <a href={`/manage/funding-plans/${plan.id}/lines/${lineId}`}>{names.get(lineId)}</a>}{' '}
              {t.room.findings[code]} <span class="small quiet">({law})</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Lines({ shown, t }: PlanProps) {
  const { plan, last, acts, slips } = shown
  const given = allocationOf(slips)?.given
  const mayEdit = acts.includes('edit')
  const columns: Column<Line>[] = [
    {
      key: 'name',
      head: t.room.fields.name,
      rowHeader: true,
      cell: ({ id, name }) => (mayEdit ? <a href={`/manage/funding-plans/${plan.id}/lines/${id}`}>{name}</a> : name),
    },
    { key: 'activity', head: t.room.fields.activity, cell: ({ activity }) => t.room.activities[activity] },
    { key: 'spending', head: t.room.fields.spending, cell: ({ spending }) => t.room.spendings[spending] },
    { key: 'form', head: t.room.fields.form, cell: ({ form }) => t.room.forms[form] },
    {
      key: 'requested',
      head: t.room.fields.requested,
      figures: true,
      cell: (line) => <Amount value={requestedOf(line)} />,
    },
  ]
  if (given) {
    columns.push(
      { key: 'given', head: t.lines.given, figures: true, cell: ({ id }) => <Amount value={given[id] ?? 0} /> },
      {
        key: 'gap',
        head: t.lines.gap,
        figures: true,
        cell: (line) => <Amount value={gapOf(line, given[line.id] ?? sum([]))} />,
      },
    )
  }
  return (
    <section class="sec" aria-labelledby="lines">
      <h2 id="lines">{t.lines.title}</h2>
      {last.lines.length === 0 ? (
        <p>{t.lines.none}</p>
      ) : (
        <Table caption={t.lines.caption} captionHidden columns={columns} rows={last.lines} rowKey={({ id }) => id} />
      )}
      {mayEdit && (
        <Buttons>
          <ButtonLink kind="two" href={`/manage/funding-plans/${plan.id}/lines/new`}>
            {t.lines.add}
          </ButtonLink>
        </Buttons>
      )}
    </section>
  )
}

function Particulars({ shown, typed, errors, t }: PlanProps) {
  const words = t.particulars
  const open = errors.some(({ field }) => ['digitalPlan', 'noTraining', 'issuedOn', 'sentOn'].includes(field))
  return (
    <section class="sec">
      <Details summary={words.title} open={open}>
        <Form action={`/manage/funding-plans/${shown.plan.id}/particulars`} class="form">
          <TextField
            name="digitalPlan"
            label={words.number}
            value={typed.number}
            errors={errors}
            width="medium"
            optional
          />
          <DateField name="issuedOn" label={words.issuedOn} value={typed.issuedOn} errors={errors} optional />
          <DateField name="sentOn" label={words.sentOn} value={typed.sentOn} errors={errors} optional />
          <LongText
            name="noTraining"
            label={words.noTraining}
            value={typed.noTraining}
            errors={errors}
            rows={2}
            optional
          />
          <Buttons>
            <Button kind="two">{words.save}</Button>
          </Buttons>
        </Form>
      </Details>
    </section>
  )
}
