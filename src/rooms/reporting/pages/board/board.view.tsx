import { addDays } from '#kernel/local-date.ts'
import { Button, type Column, Form, Notice, Page, Select, Table } from '#platform/html/index.ts'
import { formatDate, formatDateTime, formatNumber } from '#platform/i18n/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import type { Board, Forecast } from '../../commands/board.ts'
import { type Figures, percentOf } from '../../figures.ts'
import type { Why } from '../../foresee.ts'
import type { Stock } from '../../store/board.ts'
import { type Saying, sayTime } from '../shared/said.ts'
import { addressWith } from '../statistics/asked.ts'
import type { vi } from './board.vi.ts'

interface Props {
  board: Board
  saying: Saying
  t: typeof vi
}

/** For those who answer for others’ work. */
export function BoardPage(props: Props) {
  const { board, t } = props
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      <p class="quiet">{t.lead}</p>
      {board.units.length === 0 ? <p>{t.noUnit}</p> : <Body {...props} />}
    </Page>
  )
}

function Body(props: Props) {
  const { board, t } = props
  return (
    <>
      <Filter {...props} />
      {board.alarms.length > 0 && (
        <Notice kind="stop" title={t.alarms}>
          <p>
            <a href="/statistics/equal-treatment">{t.alarmsWhat}</a>
          </p>
        </Notice>
      )}
      <Now {...props} />
      <Soon {...props} />
      <Week {...props} />
      <p>
        <a href="/desk/satisfaction">{t.satisfaction}</a>
      </p>
      {board.countedAt && <p class="small quiet">{t.counted(formatDateTime(board.countedAt))}</p>}
    </>
  )
}

function Filter({ board: { units, shown }, saying, t }: Props) {
  if (units.length < 2) return null
  return (
    <Form action="/desk/board" method="get" class="bar">
      <div class="grow">
        <Select
          name="unit"
          label={t.unit}
          value={shown.length === 1 ? shown[0]?.code : undefined}
          empty={t.everyUnit}
          items={units.map(({ code, name }) => ({ value: code, label: name[saying.language] }))}
        />
      </div>
      <Button kind="two" small>
        {t.show}
      </Button>
    </Form>
  )
}

const STOCK = ['late', 'dueSoon', 'inWork', 'waiting'] as const

function Now({ board: { shown, stock }, saying, t }: Props) {
  const number = (value: number) => formatNumber(value, saying.language)
  const sum = (name: (typeof STOCK)[number]) => stock.reduce((all, one) => all + one[name], 0)
  const busy = stock.filter(({ unit: _unit, ...counts }) => Object.values(counts).some((count) => count > 0))
  const column = (key: keyof Stock, head: string): Column<Stock> => {
    return { key, head, figures: true, cell: (row) => number(Number(row[key])) }
  }
  const columns: Column<Stock>[] = [
    { key: 'unit', head: t.unit, rowHeader: true, cell: ({ unit }) => nameOf(shown, unit, saying) },
    column('late', t.headLate),
    column('dueSoon', t.headDueSoon),
    column('inWork', t.headInWork),
    column('waiting', t.headWaiting),
    column('theirs', t.headTheirs),
    column('ready', t.headReady),
  ]
  return (
    <section class="sec" aria-labelledby="now">
      <h2 id="now">{t.now}</h2>
      <dl class="figs four">
        {STOCK.map((name) => (
          <div key={name}>
            <dt>{t[name]}</dt>
            <dd class="num">{number(sum(name))}</dd>
          </div>
        ))}
      </dl>
      {busy.length > 0 && (
        <Table
          caption={t.nowCaption}
          captionHidden
          columns={columns}
          rows={busy}
          rowKey={({ unit }) => unit}
          rowClass={({ late }) => (late > 0 ? 'late' : undefined)}
        />
      )}
    </section>
  )
}

function nameOf(units: readonly Unit[], id: string, { language }: Saying): string {
  return units.find((unit) => unit.id === id)?.name[language] ?? id
}

function Soon({ board, saying, t }: Props) {
  const { forecasts, overdue, stock } = board
  const late = stock.reduce((all, one) => all + one.late, 0)
  const number = (value: number) => formatNumber(value, saying.language)
  return (
    <>
      <section class="sec" aria-labelledby="soon">
        <h2 id="soon">{t.soon}</h2>
        <p class="quiet">{forecasts.length === 0 ? t.soonNone : t.soonLead}</p>
        {forecasts.length > 0 && <Dossiers caption={t.soonCaption} rows={forecasts} {...{ board, saying, t }} />}
      </section>
      {overdue.length > 0 && (
        <section class="sec" aria-labelledby="overdue">
          <h2 id="overdue">{t.overdue}</h2>
          <p class="quiet">{t.overdueLead(number(overdue.length), number(late))}</p>
          <Dossiers caption={t.overdue} rows={overdue} {...{ board, saying, t }} />
        </section>
      )}
    </>
  )
}

function Dossiers({ caption, rows, board, saying, t }: Props & { caption: string; rows: readonly Forecast[] }) {
  const columns: Column<Forecast>[] = [
    {
      key: 'code',
      head: t.code,
      rowHeader: true,
      cell: ({ ref }) => (
        <a class="num" href={`/desk/dossiers/${ref}`}>
          {ref}
        </a>
      ),
    },
    { key: 'procedure', head: t.procedure, cell: ({ procedureName }) => procedureName[saying.language] },
    { key: 'due', head: t.due, cell: ({ dueAt }) => <span class="num">{formatDateTime(dueAt)}</span> },
    {
      key: 'at',
      head: t.at,
      cell: ({ unit, officerName, stepName }) => (
        <>
          <div>{officerName ?? t.nobody}</div>
          <div class="small quiet">
            {[stepName?.[saying.language], nameOf(board.shown, unit, saying)].filter(Boolean).join(', ')}
          </div>
        </>
      ),
    },
    {
      key: 'why',
      head: t.why,
      cell: ({ why }) => why.map((one) => <div key={one.code}>{sayWhy(one, saying, t)}</div>),
    },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={({ id }) => id} />
}

function sayWhy(why: Why, saying: Saying, t: typeof vi): string {
  const time = (quarters: number) => sayTime(quarters, saying)
  switch (why.code) {
    case 'late':
      return t.whys.late(time(why.by))
    case 'usually-longer':
      return t.whys.longer(time(why.needs), time(why.left))
    case 'nobody':
      return t.whys.nobody(time(why.left))
    case 'still':
      return t.whys.still(time(why.since))
  }
}

type WeekRow = { unit: Unit | undefined; figures: Figures }

function Week({ board, saying, t }: Props) {
  const { week, shown, weekByUnit, weekTotal } = board
  const rows: WeekRow[] = shown.flatMap((unit) => {
    const figures = weekByUnit.get(unit.id)
    return figures && figures.received + figures.refused + figures.finished > 0 ? [{ unit, figures }] : []
  })
  return (
    <section class="sec" aria-labelledby="week">
      <h2 id="week">{t.week(formatDate(week.from), formatDate(addDays(week.to, -1)))}</h2>
      <Table
        caption={t.weekCaption}
        captionHidden
        columns={weekColumns({ board, saying, t })}
        rows={[...rows, { unit: undefined, figures: weekTotal }]}
        rowKey={({ unit }) => unit?.id ?? 'all'}
      />
    </section>
  )
}

function weekColumns({ board: { week, shown }, saying, t }: Props): Column<WeekRow>[] {
  const opened = (figure: 'received' | 'refused' | 'finished' | 'onTime' | 'late', head: string): Column<WeekRow> => ({
    key: figure,
    head,
    figures: true,
    cell: ({ unit, figures }) => {
      const count = formatNumber(figures[figure], saying.language)
      const only = unit ?? (shown.length === 1 ? shown[0] : undefined)
      if (figures[figure] === 0) return count
      return <a href={addressWith('/desk/board/dossiers', { figure, ...week, unit: only?.code })}>{count}</a>
    },
  })
  return [
    { key: 'unit', head: t.unit, rowHeader: true, cell: ({ unit }) => unit?.name[saying.language] ?? t.total },
    opened('received', t.received),
    opened('refused', t.refused),
    opened('finished', t.finished),
    opened('onTime', t.onTime),
    opened('late', t.lateDone),
    {
      key: 'share',
      head: t.share,
      figures: true,
      cell: ({ figures: { onTimeShare: share } }) =>
        share ? saying.says.percent(formatNumber(percentOf(share), saying.language)) : saying.says.noData,
    },
    { key: 'half', head: t.half, figures: true, cell: ({ figures }) => sayTime(figures.finishHalf, saying) },
  ]
}
