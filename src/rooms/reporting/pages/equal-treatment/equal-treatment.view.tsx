import { addDays } from '#kernel/local-date.ts'
import { Breadcrumb, type Column, Notice, Page, Table } from '#platform/html/index.ts'
import { type Bilingual, formatDate, formatDateTime, formatNumber } from '#platform/i18n/index.ts'
import { type Comparison, LEAST, MEASURES, type Measure } from '../../fairness/compare.ts'
import type { Run } from '../../store/comparisons.ts'
import type { Saying } from '../shared/said.ts'
import type { vi } from './equal-treatment.vi.ts'
import { sayEffect, sayRange } from './wording.ts'

interface Props {
  run: Run | undefined
  procedures: ReadonlyMap<string, Bilingual>
  saying: Saying
  t: typeof vi
}

/** Whether the channels are treated alike, for everybody to see. @see Decree 42/2022, Art. 15.1 b */
export function EqualTreatmentPage(props: Props) {
  const { run, saying, t } = props
  const crumbs = [{ label: t.home, href: '/' }, { label: t.statistics, href: '/statistics' }, { label: t.short }]
  return (
    <Page title={t.title} description={t.description} before={<Breadcrumb items={crumbs} />}>
      <h1>{t.title}</h1>
      <p class="lead measure">{t.lead}</p>
      {run ? <Found {...props} run={run} /> : <p>{t.none}</p>}
      <section class="sec" aria-labelledby="how">
        <h2 id="how">{t.how}</h2>
        <ul>
          {[...t.hows, t.tooFew(formatNumber(LEAST, saying.language))].map((how) => (
            <li key={how}>{how}</li>
          ))}
        </ul>
        <p class="small quiet">{t.basis}</p>
      </section>
    </Page>
  )
}

function Found(props: Props & { run: Run }) {
  const { run, procedures, saying, t } = props
  const alarms = run.comparisons.filter(({ verdict }) => verdict === 'worse')
  const { from, to } = run.period
  const byProcedure = Map.groupBy(run.comparisons, ({ procedureCode }) => procedureCode)
  const each = [...byProcedure].filter(([code, found]) => code !== '' && found.some(({ tested }) => tested))
  return (
    <>
      <p>{t.period(formatDate(from), formatDate(addDays(to, -1)))}</p>
      {alarms.length === 0 ? (
        <Notice kind="good" title={t.allRight}>
          {t.allRightWhy}
        </Notice>
      ) : (
        <Alarms {...props} alarms={alarms} />
      )}
      <section class="sec" aria-labelledby="together">
        <h2 id="together">{t.together}</h2>
        <Comparisons caption={t.together} found={byProcedure.get('') ?? []} {...{ saying, t }} />
      </section>
      <section class="sec" aria-labelledby="each">
        <h2 id="each">{t.each}</h2>
        {each.length === 0 && <p>{t.eachNone}</p>}
        {each.map(([code, found]) => {
          const name = procedures.get(code)?.[saying.language] ?? code
          return (
            <section key={code} class="sec">
              <h3>{name}</h3>
              <Comparisons caption={name} found={found} {...{ saying, t }} />
            </section>
          )
        })}
      </section>
      <p>
        {t.download}: <a href="/open-data/equal-treatment.csv">CSV</a> ·{' '}
        <a href="/open-data/equal-treatment.json">JSON</a>. {t.compared(formatDateTime(run.comparedAt))}
      </p>
    </>
  )
}

function Alarms({ alarms, procedures, saying, t }: Props & { alarms: readonly Comparison[] }) {
  return (
    <Notice kind="stop" title={t.alarm(formatNumber(alarms.length, saying.language))}>
      <ul>
        {alarms.map((alarm) => {
          const { procedureCode: code, channel, measure } = alarm
          const name = code === '' ? t.together : (procedures.get(code)?.[saying.language] ?? code)
          return (
            <li key={`${code} ${channel} ${measure}`}>
              {saying.says.channels[channel]}: {t.measures[measure].toLowerCase()}, {sayEffect(alarm, { saying, t })} (
              {name})
            </li>
          )
        })}
      </ul>
      <p>{t.alarmWhat}</p>
    </Notice>
  )
}

interface TableProps {
  caption: string
  found: readonly Comparison[]
  saying: Saying
  t: typeof vi
}

type Row = Partial<Record<Measure, Comparison>> & { channel: string }

function Comparisons({ caption, found, saying, t }: TableProps) {
  const rows = [...Map.groupBy(found, ({ channel }) => channel)].map(([channel, own]): Row => {
    return { channel, ...Object.fromEntries(own.map((one) => [one.measure, one])) }
  })
  const columns: Column<Row>[] = [
    {
      key: 'channel',
      head: t.channel,
      rowHeader: true,
      cell: ({ channel }) => saying.says.channels[channel] ?? channel,
    },
    ...MEASURES.map(
      (measure): Column<Row> => ({
        key: measure,
        head: t.measures[measure],
        cell: (row) => <Cell found={row[measure]} {...{ saying, t }} />,
      }),
    ),
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ channel }) => channel} />
}

function Cell({ found, saying, t }: { found: Comparison | undefined; saying: Saying; t: typeof vi }) {
  if (!found?.tested) return <span class="quiet">{t.verdicts['too-few']}</span>
  const number = (value: number) => formatNumber(value, saying.language)
  return (
    <>
      <div>
        <b>{t.verdicts[found.verdict]}</b>, {sayEffect(found, { saying, t })}
      </div>
      <div class="small quiet">{sayRange(found, { saying, t })}</div>
      <div class="small quiet">{t.sizes(number(found.dossiers), number(found.others))}</div>
    </>
  )
}
