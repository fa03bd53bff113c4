import { Breadcrumb, ButtonLink, Buttons, Page, Pagination, SearchBox, Tag, useFrame } from '#platform/html/index.ts'
import { formatDate, formatNumber } from '#platform/i18n/index.ts'
import { SaidText } from '../../../pages/said-text.view.tsx'
import type { PublicPetitions } from '../../commands/publish.ts'
import type { PublishedPetition } from '../../store/published.ts'
import type { Shared } from '../said.ts'
import type { vi } from './published.vi.ts'

interface Props {
  query: string
  page: number
  pages: number
  published: PublicPetitions
  t: typeof vi
  says: Shared
}

const SHOWN = 240

function cut(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …`
}

/** What people sent and what came of it, without names. R-168 */
export function PetitionsPage({ query, page, pages, published, t, says }: Props) {
  const { language } = useFrame()
  const { petitions, count, rated } = published
  const addressOf = (number: number) => {
    const asked = new URLSearchParams({ ...(query ? { q: query } : {}), page: String(number) })
    return `/petitions?${asked}`
  }
  return (
    <Page
      title={says.petitions}
      description={t.lead}
      before={<Breadcrumb items={[{ label: says.home, href: '/' }, { label: says.petitions }]} />}
    >
      <h1>{says.petitions}</h1>
      <p class="lead measure">{t.lead}</p>
      <Buttons>
        <ButtonLink href="/petitions/new">{t.send}</ButtonLink>
        <ButtonLink kind="two" href="/petitions/track">
          {t.track}
        </ButtonLink>
      </Buttons>
      {rated && <p class="num">{t.rated(rated.percent, formatNumber(rated.count, language))}</p>}
      <SearchBox
        action="/petitions"
        label={t.search}
        labelHidden={false}
        button={t.find}
        value={query}
        hint={t.searchHint}
      />
      <p class="quiet num">{count > 0 ? t.count(formatNumber(count, language)) : query ? t.noneFor(query) : t.none}</p>
      <ol class="hits">
        {petitions.map((one) => (
          <li key={one.id} class="card">
            <h2>
              <a href={`/petitions/${one.id}`} lang={one.language}>
                {cut(one.content)}
              </a>
            </h2>
            <p lang={one.language}>{cut(one.result)}</p>
            <ul class="facts">
              <li>{says.subjects[one.subject]}</li>
              <li class="num">{t.publishedOn(formatDate(one.publishedAt))}</li>
            </ul>
          </li>
        ))}
      </ol>
      <Pagination page={page} pages={pages} href={addressOf} label={t.pages} />
      <p class="small quiet">{t.law}</p>
      <p>
        <a href="/questions">{t.questions}</a>
      </p>
    </Page>
  )
}

/** One of them, at an address that can be shared. */
export function PetitionPage({ one, t, says }: { one: PublishedPetition; t: typeof vi; says: Shared }) {
  const here = [
    { label: says.home, href: '/' },
    { label: says.petitions, href: '/petitions' },
    { label: says.subjects[one.subject] },
  ]
  return (
    <Page title={cut(one.content)} description={cut(one.result)} before={<Breadcrumb items={here} />}>
      <h1>{says.subjects[one.subject]}</h1>
      <p>
        <Tag kind="done">{says.states.answered}</Tag>
      </p>
      <h2>{says.content}</h2>
      <SaidText lang={one.language}>{one.content}</SaidText>
      <h2>{says.result}</h2>
      <SaidText lang={one.language}>{one.result}</SaidText>
      <p class="small quiet num">{t.publishedOn(formatDate(one.publishedAt))}</p>
    </Page>
  )
}
