import { Breadcrumb, Details, Notice, Page, Table, Tag, type TagKind } from '#platform/html/index.ts'
import { formatDate, formatDateTime, formatNumber, type Language, type Words } from '#platform/i18n/index.ts'
import type { Change, Standing } from '../finding.ts'
import type { Judged, Report } from '../report.ts'
import { sayLaw, sayStanding } from '../wording.ts'
import type { vi } from './conformance.vi.ts'

interface Props {
  report: Report
  language: Language
  t: Words<typeof vi>
}

const TAGS: Record<Standing, TagKind> = {
  met: 'done',
  partly: 'part',
  'not-met': 'wrong',
  'not-applicable': 'case',
  unknown: 'look',
}
const FIGURES = ['met', 'partly', 'not-met', 'unknown'] as const

/** How the portal stands with the law: the sum first, the gaps next, then article by article. */
export function ConformancePage(props: Props) {
  const { report, language, t } = props
  const { counts, checkedAt } = report
  const all = FIGURES.reduce((sum, standing) => sum + counts[standing], 0)
  return (
    <Page
      title={t.title}
      description={t.description}
      before={<Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.crumb }]} />}
    >
      <h1>{t.title}</h1>
      <p class="lead measure">{t.lead}</p>
      <dl class="figs four">
        {FIGURES.map((standing) => (
          <div key={standing}>
            <dt>{t.figures[standing]}</dt>
            <dd class="num">{formatNumber(counts[standing], language)}</dd>
          </div>
        ))}
      </dl>
      <p class="small quiet">
        {t.counted(formatNumber(all, language))}
        {checkedAt && (
          <>
            {' '}
            {t.checkedAt}: <time dateTime={checkedAt.toISOString()}>{formatDateTime(checkedAt)}</time>.
          </>
        )}
      </p>
      {!checkedAt && <Notice kind="wait">{t.neverChecked}</Notice>}
      <Gaps {...props} />
      <Notice icon="paper">{t.lawMoved}</Notice>
      {report.laws.map(({ law, clauses }) => (
        <section key={law} class="sec" id={law}>
          <h2>{sayLaw(law, language)}</h2>
          {law === 'circular-11-2025' && <p class="small quiet measure">{t.shortened}</p>}
          <Clauses {...props} caption={sayLaw(law, language)} clauses={clauses} />
        </section>
      ))}
      <Changes {...props} />
      <p class="small quiet">
        {t.machines} <code>Accept: application/json</code>.
      </p>
    </Page>
  )
}

function Gaps({ report: { gaps }, language, t }: Props) {
  const of = (standing: Standing) => gaps.filter((clause) => clause.standing === standing)
  const [wrong, partly, unknown] = [of('not-met'), of('partly'), of('unknown')]
  const count = (clauses: readonly Judged[]) => formatNumber(clauses.length, language)
  return (
    <section class="sec" id="gaps">
      <h2>{t.gaps}</h2>
      {gaps.length === 0 && <p>{t.noGaps}</p>}
      {wrong.length > 0 && (
        <>
          <h3>{t.gapsWrong(count(wrong))}</h3>
          <GapList clauses={wrong} language={language} t={t} />
        </>
      )}
      {partly.length > 0 && (
        <Details summary={t.gapsPartly(count(partly))}>
          <GapList clauses={partly} language={language} t={t} />
        </Details>
      )}
      {unknown.length > 0 && (
        <Details summary={t.gapsUnknown(count(unknown))}>
          <GapList clauses={unknown} language={language} t={t} />
        </Details>
      )}
    </section>
  )
}

function GapList({ clauses, language, t }: Omit<Props, 'report'> & { clauses: readonly Judged[] }) {
  return (
    <ul class="plain">
      {clauses.map(({ id, article, says, evidence, since }) => (
        <li key={id}>
          <b>
            {article[language]}: {says[language]}.
          </b>{' '}
          {evidence[language]}
          {since && <span class="small quiet"> ({t.since(formatDateTime(since))})</span>}
        </li>
      ))}
    </ul>
  )
}

function Clauses({ caption, clauses, language, t }: Props & { caption: string; clauses: readonly Judged[] }) {
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { key: 'article', head: t.article, rowHeader: true, cell: ({ article }) => article[language] },
        {
          key: 'asks',
          head: t.asks,
          cell: (clause) => (
            <>
              {clause.says[language]}
              {clause.to && (
                <p class="small quiet">
                  {!clause.inForce && t.until(formatDate(clause.to))}{' '}
                  {clause.successor && t.now(clause.successor[language])}
                </p>
              )}
            </>
          ),
        },
        {
          key: 'does',
          head: t.does,
          cell: ({ does, evidence }) => (
            <>
              {does && <p>{does[language]}</p>}
              <p class={does ? 'small quiet' : undefined}>{evidence[language]}</p>
            </>
          ),
        },
        { key: 'standing', head: t.standing, cell: (clause) => <Stands clause={clause} language={language} t={t} /> },
      ]}
      rows={clauses}
      rowKey={({ id }) => id}
    />
  )
}

function Stands({ clause: { standing, since }, language, t }: Omit<Props, 'report'> & { clause: Judged }) {
  return (
    <>
      <Tag kind={TAGS[standing]}>{sayStanding(standing, language)}</Tag>
      {since && <p class="small quiet">{t.since(formatDateTime(since))}</p>}
    </>
  )
}

function Changes({ report: { changes }, language, t }: Props) {
  if (changes.length === 0) {
    return (
      <section class="sec" id="changes">
        <h2>{t.changes}</h2>
        <p>{t.changesNone}</p>
      </section>
    )
  }
  const key = ({ at, check }: Change) => `${check} ${at.toISOString()}`
  return (
    <section class="sec" id="changes">
      <h2>{t.changes}</h2>
      <Table
        caption={t.changes}
        captionHidden
        columns={[
          { key: 'what', head: t.what, rowHeader: true, cell: ({ check }) => t.checks[check] },
          { key: 'at', head: t.at, cell: ({ at }) => <span class="num">{formatDateTime(at)}</span> },
          {
            key: 'change',
            head: t.change,
            cell: ({ before, standing }) => `${sayStanding(before, language)} → ${sayStanding(standing, language)}`,
          },
          { key: 'seen', head: t.seen, cell: ({ evidence }) => evidence[language] },
        ]}
        rows={changes}
        rowKey={key}
      />
    </section>
  )
}
