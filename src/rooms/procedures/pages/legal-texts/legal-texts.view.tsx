import { useFrame } from '#platform/html/frame.ts'
import { Breadcrumb, Page, Pagination, SearchBox, SummaryList, Table } from '#platform/html/index.ts'
import { formatDate, formatNumber } from '#platform/i18n/index.ts'
import type { LegalKind } from '../../legal-text.ts'
import type { LegalTextLine, LegalTextsFound } from '../../store/legal-texts.ts'
import type { SearchHit } from '../../store/search.ts'
import { ProcedureCard } from '../shared/card.view.tsx'
import type { vi } from './legal-texts.vi.ts'

export const HERE = '/legal-texts'

interface ListProps {
  found: LegalTextsFound
  query: string
  kind: LegalKind | undefined
  page: number
  pages: number
  t: typeof vi
}

function addressOf({ query, kind, page }: { query: string; kind: LegalKind | undefined; page: number }): string {
  const params = new URLSearchParams()
  if (query) params.set('q', query)
  if (kind) params.set('kind', kind)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `${HERE}?${text}` : HERE
}

/** Every text that procedures rest on, to be searched. R-012 */
export function LegalTextsPage({ found, query, kind, page, pages, t }: ListProps) {
  const { language } = useFrame()
  const all = [...found.kinds.values()].reduce((sum, count) => sum + count, 0)
  const kinds = (Object.keys(t.kinds) as LegalKind[]).filter((one) => found.kinds.has(one) || one === kind)
  const kindLinks = [undefined, ...kinds].map((one) => ({
    label: one ? t.kinds[one] : t.all,
    count: one ? (found.kinds.get(one) ?? 0) : all,
    href: addressOf({ query, kind: one, page: 1 }),
    current: one === kind,
  }))
  return (
    <Page title={t.title} description={t.description} before={<Breadcrumb items={[{ label: t.title }]} />}>
      <h1>{t.title}</h1>
      <p class="quiet measure">{t.lead}</p>
      <SearchBox
        action={HERE}
        label={t.search}
        labelHidden={false}
        button={t.find}
        value={query}
        keep={kind ? { kind } : {}}
      />
      <nav aria-label={t.kind}>
        <ul class="facts">
          {kindLinks.map(({ label, count, href, current }) => (
            <li key={href}>
              <a href={href} aria-current={current ? 'true' : undefined}>
                {current ? <b>{label}</b> : label}
              </a>{' '}
              <span class="num">({formatNumber(count, language)})</span>
            </li>
          ))}
        </ul>
      </nav>
      <p class="quiet num">{t.count(formatNumber(found.total, language))}</p>
      {found.lines.length === 0 ? <p>{t.none}</p> : <Lines lines={found.lines} t={t} />}
      <Pagination page={page} pages={pages} href={(to) => addressOf({ query, kind, page: to })} label={t.pages} />
      <p class="small quiet">{t.source}</p>
    </Page>
  )
}

function Lines({ lines, t }: { lines: readonly LegalTextLine[]; t: typeof vi }) {
  return (
    <Table
      caption={t.caption}
      captionHidden
      rows={lines}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'number',
          head: t.number,
          rowHeader: true,
          cell: ({ slug, number }) => <a href={`${HERE}/${slug}`}>{number}</a>,
        },
        { key: 'title', head: t.summary, cell: ({ title }) => <span lang="vi">{title}</span> },
        {
          key: 'on',
          head: t.issuedOn,
          cell: ({ issuedOn }) => issuedOn && <span class="num">{formatDate(issuedOn)}</span>,
        },
        { key: 'count', head: t.procedures, figures: true, cell: ({ procedures }) => String(procedures) },
      ]}
    />
  )
}

interface OneProps {
  text: LegalTextLine
  hits: readonly SearchHit[]
  page: number
  pages: number
  t: typeof vi
}

/** One text, and the procedures that rest on it. R-012 */
export function LegalTextPage({ text, hits, page, pages, t }: OneProps) {
  const { language } = useFrame()
  const { number, slug, kind, issuer, issuedOn, title, procedures } = text
  return (
    <Page
      title={number}
      description={title.slice(0, 200)}
      before={<Breadcrumb items={[{ label: t.title, href: HERE }, { label: number }]} />}
    >
      <h1>{number}</h1>
      <SummaryList
        items={[
          { label: t.summary, value: <span lang="vi">{title}</span> },
          { label: t.kind, value: t.kinds[kind] },
          { label: t.issuer, value: issuer ? <span lang="vi">{issuer}</span> : t.unknown },
          { label: t.issuedOn, value: issuedOn ? formatDate(issuedOn) : t.unknown },
        ]}
      />
      <section class="sec" aria-labelledby="resting">
        <h2 id="resting">{t.resting(formatNumber(procedures, language))}</h2>
        <ol class="hits">
          {hits.map((hit) => (
            <ProcedureCard key={hit.code} hit={hit} words={new Set()} />
          ))}
        </ol>
        <Pagination
          page={page}
          pages={pages}
          href={(to) => (to > 1 ? `${HERE}/${slug}?page=${to}` : `${HERE}/${slug}`)}
          label={t.pages}
        />
      </section>
      <p class="small quiet">{t.source}</p>
    </Page>
  )
}
