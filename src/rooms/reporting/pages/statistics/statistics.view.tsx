import { Breadcrumb, Button, ErrorSummary, Form, Page, Select } from '#platform/html/index.ts'
import { formatDateTime, formatNumber } from '#platform/i18n/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import type { Overview } from '../../commands/overview.ts'
import { type Saying, sayCount, sayMonth, sayShare, sayTime } from '../shared/said.ts'
import { addressWith, type MonthsAsked } from './asked.ts'
import { Months } from './months.view.tsx'
import type { vi } from './statistics.vi.ts'
import { FiguresTable } from './tables.view.tsx'

interface Props {
  overview: Overview
  asked: MonthsAsked
  unit: Unit | undefined
  procedureCode: string | undefined
  /** Every unit and procedure, not only the largest. */
  all: boolean
  /** An officer looks: the way to the dossiers behind the numbers is shown. */
  officer: boolean
  saying: Saying
  t: typeof vi
}

const PATH = '/statistics'

/** How the agency serves, for everybody. R-182 @see Circular 32/2017/TT-BTTTT, Art. 11.3 */
export function StatisticsPage(props: Props) {
  const { overview, asked, t, saying } = props
  const { countedAt } = overview
  return (
    <Page
      title={t.title}
      description={t.description}
      errors={asked.errors}
      before={<Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.short }]} />}
    >
      <ErrorSummary title={t.problem} errors={asked.errors} />
      <h1>{t.title}</h1>
      <p class="lead measure">{t.lead}</p>
      <Filter {...props} />
      <Only {...props} />
      <KeyNumbers {...props} />
      <Months {...props} />
      <Channels {...props} />
      <Units {...props} />
      <Procedures {...props} />
      <Downloads {...props} />
      <HowItIsMade t={t} />
      <p class="small quiet">
        {saying.says.fewNote} {countedAt ? t.counted(formatDateTime(countedAt)) : t.notCounted}
      </p>
    </Page>
  )
}

/** The address of this page as it is, with something changed. */
function addressOf({ asked, unit, procedureCode, all }: Props, change: Record<string, string | undefined>): string {
  const { first, last } = asked
  const now = {
    from: first.slice(0, 7),
    to: last.slice(0, 7),
    unit: unit?.code,
    procedure: procedureCode,
    all: all ? '1' : undefined,
  }
  return addressWith(PATH, { ...now, ...change })
}

function Filter({ overview, asked, unit, procedureCode, saying, t }: Props) {
  const months = asked.choices.map((month) => ({
    value: month.slice(0, 7),
    label: sayMonth(month, saying),
  }))
  const units = [...overview.units.values()].sort((one, other) => (one.code < other.code ? -1 : 1))
  return (
    <Form action={PATH} method="get" class="bar" label={t.filter}>
      <div>
        <Select
          name="from"
          label={t.from}
          value={asked.first.slice(0, 7)}
          items={months}
          empty={t.sinceJanuary}
          errors={asked.errors}
        />
      </div>
      <div>
        <Select name="to" label={t.to} value={asked.last.slice(0, 7)} items={months} empty={t.thisMonth} />
      </div>
      <div>
        <Select
          name="unit"
          label={t.unit}
          value={unit?.code}
          empty={t.everyUnit}
          items={units.map(({ code, name }) => ({ value: code, label: name[saying.language] }))}
        />
      </div>
      {procedureCode && <input type="hidden" name="procedure" value={procedureCode} />}
      <Button kind="two" small>
        {t.show}
      </Button>
    </Form>
  )
}

function Only(props: Props) {
  const { overview, procedureCode, saying, t } = props
  if (!procedureCode) return null
  const name = overview.procedures.get(procedureCode)?.[saying.language] ?? procedureCode
  return (
    <p>
      {t.only(name)} · <a href={addressOf(props, { procedure: undefined })}>{t.everyProcedure}</a>
    </p>
  )
}

function KeyNumbers({ overview: { total, satisfaction }, saying, t }: Props) {
  const numbers: [string, string][] = [
    [t.finished, sayCount(total.counts.finished, saying)],
    [t.onTime, sayShare(total.onTimeShare, saying)],
    [t.half, sayTime(total.finishHalf, saying)],
    [t.most, sayTime(total.finishMost, saying)],
    [t.received, sayCount(total.counts.received, saying)],
    [t.online, sayShare(total.onlineShare, saying)],
    [t.supplement, sayShare(total.supplementShare, saying)],
    [t.satisfaction, sayShare(satisfaction.overall, saying)],
  ]
  return (
    <>
      <dl class="figs four">
        {numbers.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="num">{value}</dd>
          </div>
        ))}
      </dl>
      <p class="small quiet">
        {t.automatic}: <span class="num">{sayShare(total.automaticShare, saying)}</span>
      </p>
      <p>
        <a href="/statistics/satisfaction">{t.satisfactionMore}</a>
      </p>
    </>
  )
}

function Channels({ overview, saying, t }: Props) {
  return (
    <section class="sec" aria-labelledby="channels">
      <h2 id="channels">{t.channels}</h2>
      <p class="measure">{t.channelsLead}</p>
      <FiguresTable
        caption={t.channelsCaption}
        captionHidden
        head={t.channel}
        rows={overview.tables.channel}
        columns={['received', 'finished', 'share', 'half', 'most', 'supplement', 'refused']}
        name={(channel) => saying.says.channels[channel] ?? channel}
        {...{ saying, t }}
      />
      <p>
        <a href="/statistics/equal-treatment">{t.equalTreatment}</a>
      </p>
    </section>
  )
}

function Some({ shown, rows, ...props }: Props & { shown: number; rows: number }) {
  const { saying, t } = props
  if (shown >= rows) return null
  const number = (value: number) => formatNumber(value, saying.language)
  return (
    <p class="quiet">
      {t.some(number(shown), number(rows))} <a href={addressOf(props, { all: '1' })}>{t.seeAll}</a>
    </p>
  )
}

function Units(props: Props) {
  const { overview, unit, saying, t } = props
  const { unit: rows } = overview.tables
  if (unit) return null
  return (
    <section class="sec" aria-labelledby="units">
      <h2 id="units">{t.units}</h2>
      {rows.length === 0 ? <p>{t.nothing}</p> : <Some {...props} shown={rows.length} rows={overview.sizes.unit} />}
      {rows.length > 0 && (
        <FiguresTable
          caption={t.unitsCaption}
          captionHidden
          head={t.unit}
          rows={rows}
          name={(id) => {
            const one = overview.units.get(id)
            return <a href={addressOf(props, { unit: one?.code })}>{one?.name[saying.language] ?? id}</a>
          }}
          {...{ saying, t }}
        />
      )}
    </section>
  )
}

function Procedures(props: Props) {
  const { overview, procedureCode, saying, t } = props
  const { procedure: rows } = overview.tables
  if (procedureCode || rows.length === 0) return null
  return (
    <section class="sec" aria-labelledby="procedures">
      <h2 id="procedures">{t.procedures}</h2>
      <Some {...props} shown={rows.length} rows={overview.sizes.procedure} />
      <FiguresTable
        caption={t.proceduresCaption}
        captionHidden
        head={t.procedure}
        rows={rows}
        name={(code) => (
          <a href={addressOf(props, { procedure: code })}>{overview.procedures.get(code)?.[saying.language] ?? code}</a>
        )}
        {...{ saying, t }}
      />
    </section>
  )
}

function Downloads({ asked: { period }, unit, procedureCode, officer, t }: Props) {
  const query = { ...period, by: 'month', unit: unit?.code, procedure: procedureCode }
  return (
    <p>
      <a href={addressWith('/open-data/statistics.csv', query)}>{t.csv}</a> ·{' '}
      <a href={addressWith('/api/v1/statistics', query)}>{t.json}</a> · <a href="/open-data">{t.openData}</a>
      {officer && (
        <>
          {' · '}
          <a href={addressWith('/desk/board/dossiers', { figure: 'finished', ...period, unit: unit?.code })}>
            {t.behind}
          </a>
        </>
      )}
    </p>
  )
}

function HowItIsMade({ t }: { t: typeof vi }) {
  return (
    <section class="sec" aria-labelledby="how">
      <h2 id="how">{t.how}</h2>
      <dl class="sl">
        {t.hows.map(([name, how]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
