import { Breadcrumb, type Column, Page, Table } from '#platform/html/index.ts'
import { formatDateTime, formatNumber } from '#platform/i18n/index.ts'
import { addressOf, type Edition, MONTHLY } from '../../open-data.ts'
import { type Saying, sayMonth } from '../shared/said.ts'
import type { vi } from './open-data.vi.ts'
import { DATASETS } from './words.ts'

interface Props {
  editions: readonly Edition[]
  saying: Saying
  t: typeof vi
}

const SHOWN = 12
const LIVE = ['equal-treatment', 'catalogue'] as const

/** Everything that can be taken away, and where it lies. R-193 @see Decree 47/2020, Art. 17–19 */
export function OpenDataPage({ editions, saying, t }: Props) {
  const { language } = saying
  return (
    <Page
      title={t.title}
      description={t.description}
      before={<Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.title }]} />}
    >
      <h1>{t.title}</h1>
      <p class="lead measure">{t.lead}</p>
      <h2>{t.datasets}</h2>
      {MONTHLY.map((name) => (
        <section key={name} class="sec" aria-labelledby={name}>
          <h3 id={name}>{DATASETS[name].title[language]}</h3>
          <p class="measure">{DATASETS[name].description[language]}</p>
          <Months editions={editions.filter(({ dataset }) => dataset === name)} {...{ name, saying, t }} />
        </section>
      ))}
      {LIVE.map((name) => (
        <section key={name} class="sec" aria-labelledby={name}>
          <h3 id={name}>{DATASETS[name].title[language]}</h3>
          <p class="measure">{DATASETS[name].description[language]}</p>
          <p>
            <Links
              label={DATASETS[name].title[language]}
              json={`/open-data/${name}.json`}
              csv={`/open-data/${name}.csv`}
            />
          </p>
        </section>
      ))}
      <section class="sec" aria-labelledby="rules">
        <h2 id="rules">{t.rules}</h2>
        <ul>
          {t.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <h2>{t.machine}</h2>
        <ul>
          <li>
            <a href="/open-data/catalog.jsonld">{t.dcat}</a>
          </li>
          <li>
            <a href="/api">{t.api}</a>
          </li>
          <li>
            <a href="/statistics">{t.statistics}</a>
          </li>
        </ul>
        <p class="small quiet">{t.licence}</p>
      </section>
    </Page>
  )
}

function Months({ editions, name, saying, t }: Props & { name: (typeof MONTHLY)[number] }) {
  if (editions.length === 0) return <p class="quiet">{t.none}</p>
  const columns: Column<Edition>[] = [
    { key: 'month', head: t.month, rowHeader: true, cell: ({ month }) => sayMonth(month, saying) },
    { key: 'edition', head: t.edition, figures: true, cell: ({ edition }) => edition },
    {
      key: 'published',
      head: t.published,
      cell: ({ publishedAt }) => <span class="num">{formatDateTime(publishedAt)}</span>,
    },
    {
      key: 'download',
      head: t.download,
      cell: (edition) => (
        <Links
          label={sayMonth(edition.month, saying)}
          json={addressOf(edition, 'json')}
          csv={addressOf(edition, 'csv')}
        />
      ),
    },
  ]
  return (
    <>
      <Table
        caption={t.caption(DATASETS[name].title[saying.language])}
        captionHidden
        columns={columns}
        rows={editions.slice(0, SHOWN)}
        rowKey={({ month }) => month}
      />
      {editions.length > SHOWN && <p class="quiet">{t.older(formatNumber(editions.length, saying.language))}</p>}
    </>
  )
}

function Links({ label, json, csv }: { label: string; json: string; csv: string }) {
  return (
    <>
      <a href={csv}>
        CSV<span class="vh">, {label}</span>
      </a>{' '}
      ·{' '}
      <a href={json}>
        JSON<span class="vh">, {label}</span>
      </a>
    </>
  )
}
