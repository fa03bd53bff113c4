import { addDays } from '#kernel/local-date.ts'
import { BackLink, Breadcrumb, type Column, Page, Table, useFrame } from '#platform/html/index.ts'
import { formatNumber, type Language } from '#platform/i18n/index.ts'
import { percentOf } from '../../../small-numbers.ts'
import type { NamedRow, SatisfactionTables } from '../../commands/satisfaction.ts'
import type { Shown, ShownRow } from '../../figures.ts'
import { CRITERIA } from '../../rating.ts'
import type { vi } from './satisfaction.vi.ts'

interface Props {
  tables: SatisfactionTables
  t: typeof vi
}

/** For everybody. @see Circular 32/2017/TT-BTTTT, Art. 11.3 and 12 */
export function SatisfactionPage({ tables, t }: Props) {
  const crumbs = [{ label: t.home, href: '/' }, { label: t.statistics, href: '/statistics' }, { label: t.title }]
  return (
    <Page title={t.title} description={t.description} before={<Breadcrumb items={crumbs} />}>
      <h1>{t.title}</h1>
      <Figures tables={tables} t={t} />
    </Page>
  )
}

/** For those who answer for others' work: their units, and to head and inspection what people wrote. R-224 */
export function DeskSatisfactionPage({ tables, readsComments, t }: Props & { readsComments: boolean }) {
  return (
    <Page title={t.deskTitle} private before={<BackLink href="/desk/board" />}>
      <h1>{t.deskTitle}</h1>
      <p class="quiet">
        {t.deskLead} <a href="/statistics/satisfaction">{t.public}</a>
      </p>
      <Figures tables={tables} t={t} />
      {readsComments && <Comments tables={tables} t={t} />}
    </Page>
  )
}

/** `10/2026` */
function sayMonth(month: string): string {
  return `${month.slice(5, 7)}/${month.slice(0, 4)}`
}

/** The share, and of how many; or that they are too few. */
function Share({ shown, t }: { shown: Shown; t: typeof vi }) {
  const { language } = useFrame()
  if (!shown) return <span class="small quiet">{t.few}</span>
  const { ratings, satisfied } = shown
  return (
    <span class="nb">
      <span class="num">{t.percent(formatNumber(percentOf(satisfied, ratings), language))}</span>{' '}
      <span class="small quiet num">({t.ratings(formatNumber(ratings, language))})</span>
    </span>
  )
}

function Figures({ tables: { period, total, units, procedures }, t }: Props) {
  const { language } = useFrame()
  return (
    <>
      <p class="lead measure">{t.lead(sayMonth(period.from), sayMonth(addDays(period.to, -1)))}</p>
      {total ? <Total row={total} t={t} /> : <p>{t.nothing}</p>}
      {units.length > 0 && (
        <section class="sec" aria-labelledby="by-unit">
          <h2 id="by-unit">{t.units}</h2>
          <Rows caption={t.units} head={t.unit} rows={units} {...{ language, t }} />
        </section>
      )}
      {procedures.length > 0 && (
        <section class="sec" aria-labelledby="by-procedure">
          <h2 id="by-procedure">{t.procedures}</h2>
          <Rows caption={t.procedures} head={t.procedure} rows={procedures} {...{ language, t }} />
        </section>
      )}
      <section class="sec" aria-labelledby="how">
        <h2 id="how">{t.how}</h2>
        <ul class="stack measure">
          {t.howText.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Total({ row, t }: { row: ShownRow; t: typeof vi }) {
  const { language } = useFrame()
  return (
    <dl class="figs four">
      {CRITERIA.map((criterion) => {
        const shown = row.opinions[criterion]
        return (
          <div key={criterion}>
            <dt>{t.criteria[criterion]}</dt>
            <dd class="num">
              {shown ? `${formatNumber(percentOf(shown.satisfied, shown.ratings), language)}%` : t.few}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

interface RowsProps {
  caption: string
  head: string
  rows: readonly NamedRow[]
  language: Language
  t: typeof vi
}

function Rows({ caption, head, rows, language, t }: RowsProps) {
  const columns: Column<NamedRow>[] = [
    { key: 'name', head, rowHeader: true, cell: ({ name }) => name[language] },
    ...CRITERIA.map(
      (criterion): Column<NamedRow> => ({
        key: criterion,
        head: t.criteria[criterion],
        figures: true,
        cell: ({ opinions }) => <Share shown={opinions[criterion]} t={t} />,
      }),
    ),
  ]
  return <Table caption={caption} captionHidden rows={rows} rowKey={({ key }) => key} columns={columns} />
}

function Comments({ tables: { comments }, t }: Props) {
  const { language } = useFrame()
  return (
    <section class="sec" aria-labelledby="comments">
      <h2 id="comments">{t.comments}</h2>
      <p class="small quiet">{t.commentsLead}</p>
      {comments.length === 0 && <p>{t.noComments}</p>}
      <ul class="stack measure">
        {comments.map(({ id, words, month, procedure, unit }) => (
          <li key={id}>
            <p>{words}</p>
            <p class="small quiet">
              {procedure[language]} · {unit[language]} · {t.month(sayMonth(month))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
