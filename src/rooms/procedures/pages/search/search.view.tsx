import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { Page, Pagination, SearchBox } from '#platform/html/index.ts'
import { formatNumber, type Words } from '#platform/i18n/index.ts'
import type { SearchResult } from '../../store/search.ts'
import { ProcedureCard, wordsToMark } from '../shared/card.view.tsx'
import { Crumbs, Vietnamese } from '../shared/facts.tsx'
import { addressOf, type SearchAddress } from './address.ts'
import { Filters } from './filters.view.tsx'
import type { vi } from './search.vi.ts'

export interface SearchProps {
  t: Words<typeof vi>
  address: SearchAddress
  result: SearchResult
  pages: number
  /** Browsing one field shows names only, all of them. */
  compact: boolean
  eventName?: string | undefined
}

export function SearchPage(props: SearchProps): VNode {
  const { t, address, result } = props
  return (
    <Page
      title={address.query ? t.titleFor(address.query) : t.title}
      description={t.description}
      before={<Crumbs here={t.title} />}
      islands={['suggest']}
    >
      <h1 class="vh">{t.title}</h1>
      <SearchBox action="/procedures" label={t.search} button={t.find} value={address.query} />
      <div class="two-col left">
        <Filters t={t} address={address} facets={result.facets} />
        <section aria-labelledby="kq">
          <Heading {...props} />
          <Understood {...props} />
          <p class="jump">
            <a href="#loc">{t.filter}</a>
          </p>
          <Hits {...props} />
          <Pagination
            page={address.page}
            pages={props.pages}
            href={(page) => addressOf(address, { page })}
            label={t.pages}
          />
          <Help t={t} empty={result.total === 0} />
        </section>
      </div>
    </Page>
  )
}

function Heading({ t, address, result, eventName }: SearchProps): VNode {
  const { language } = useFrame()
  const count = formatNumber(result.total, language)
  const none = address.query ? t.noneTitle(address.query) : t.none
  const some = address.query ? t.countFor(count, address.query) : t.count(count)
  return (
    <>
      <h2 id="kq">{result.total === 0 ? none : some}</h2>
      {eventName && <p class="quiet">{t.event(eventName)}</p>}
      {address.field && (
        <p class="quiet">
          <Vietnamese>{t.inField(address.field)}</Vietnamese>
        </p>
      )}
      {address.publisher && (
        <p class="quiet">
          <Vietnamese>{t.ofPublisher(address.publisher)}</Vietnamese>
        </p>
      )}
    </>
  )
}

/** Says how the words were read, and offers the literal search instead. */
function Understood({ t, address, result }: SearchProps): VNode | null {
  const { meant, corrected, renamed } = result.understanding
  if (address.literal) {
    return (
      <p class="quiet">
        {t.literalNow} <a href={addressOf(address, { literal: false, page: 1 })}>{t.understand}</a>
      </p>
    )
  }
  if (meant.length === 0 && corrected.length === 0 && !renamed) return null
  const pairs = corrected.map(({ typed, read }) => t.pair(typed, read)).join(', ')
  return (
    <p class="quiet">
      {renamed && `${t.renamed(renamed.typed, renamed.now)} `}
      {corrected.length > 0 && `${t.corrected(pairs)} `}
      {meant.length > 0 && `${t.meant(address.query, meant.join(', '))} `}
      <a href={addressOf(address, { literal: true, page: 1 })}>{t.literal}</a>
    </p>
  )
}

function Hits({ address, result, compact }: SearchProps): VNode {
  const { meant, corrected } = result.understanding
  const words = wordsToMark([address.query, ...meant, ...corrected.map(({ read }) => read)])
  if (compact) {
    return (
      <ol class="plain">
        {result.hits.map(({ code, name }) => (
          <li key={code} class="row-li">
            <a href={`/procedures/${encodeURIComponent(code)}`}>
              <Vietnamese>{name}</Vietnamese>
            </a>
            <span class="quiet num">{code}</span>
          </li>
        ))}
      </ol>
    )
  }
  return (
    <ol class="hits">
      {result.hits.map((hit) => (
        <ProcedureCard key={hit.code} hit={hit} words={words} />
      ))}
    </ol>
  )
}

function Help({ t, empty }: { t: SearchProps['t']; empty: boolean }): VNode {
  const { hotline } = useFrame().agency.contact
  return (
    <div class="panel">
      <h3>{t.helpTitle}</h3>
      {empty && <p>{t.noneHelp}</p>}
      <p>
        {t.help} <a href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>{hotline}</a>. {t.helpAfter}
      </p>
    </div>
  )
}
