import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { Icon } from '#platform/html/index.ts'
import { formatNumber, type Words } from '#platform/i18n/index.ts'
import type { Audience, OnlineLevel } from '../../record.ts'
import type { SearchResult } from '../../store/search.ts'
import { useFactWords, Vietnamese } from '../shared/facts.tsx'
import { addressOf, type SearchAddress } from './address.ts'
import type { vi } from './search.vi.ts'

interface Props {
  t: Words<typeof vi>
  address: SearchAddress
  facets: SearchResult['facets']
}

const LEVELS: OnlineLevel[] = ['full', 'partial', 'information']
const MOST_NAMES = 8

/** Every choice is a link that says how many it leaves: one press, no script, and an address to share. R-008 */
export function Filters({ t, address, facets }: Props): VNode {
  const facts = useFactWords()
  const audiences = (Object.keys(facts.audiences) as Audience[])
    .filter((audience) => facets.audiences[audience] > 0 || address.audiences.includes(audience))
    .map((audience) => ({
      value: audience,
      label: facts.audiences[audience],
      count: facets.audiences[audience],
      isChosen: address.audiences.includes(audience),
      href: addressOf(address, { audiences: toggled(address.audiences, audience), page: 1, event: undefined }),
    }))
  const levels = LEVELS.map((level) => ({
    value: level,
    label: t.levels[level],
    count: facets.levels[level],
    isChosen: address.levels.includes(level),
    href: addressOf(address, { levels: toggled(address.levels, level), page: 1, event: undefined }),
  }))
  const { field, publisher } = address
  const isFiltered = address.audiences.length + address.levels.length > 0 || field || publisher
  const none = { audiences: [], levels: [], field: undefined, publisher: undefined, page: 1 }
  return (
    <section class="side filt" aria-labelledby="loc">
      <h2 id="loc" tabIndex={-1}>
        {t.filter}
      </h2>
      <div class="stack">
        {isFiltered && (
          <p>
            <a href={addressOf(address, none)}>{t.clear}</a>
          </p>
        )}
        <Choices id="audiences" title={t.audience} choices={audiences} t={t} />
        <Choices id="levels" title={t.level} choices={levels} t={t} />
        <Fields t={t} address={address} facets={facets} />
        <Publishers t={t} address={address} facets={facets} />
        <p>
          <a href="/legal-texts">{t.legalTexts}</a>
        </p>
      </div>
    </section>
  )
}

function toggled<T>(chosen: readonly T[], one: T): T[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]
}

interface ChoicesProps {
  id: string
  title: string
  choices: readonly { value: string; label: string; count: number; isChosen: boolean; href: string }[]
  t: Words<typeof vi>
}

function Choices({ id, title, choices, t }: ChoicesProps): VNode {
  const { language } = useFrame()
  return (
    <section aria-labelledby={id}>
      <h3 class="small" id={id}>
        {title}
      </h3>
      <ul>
        {choices.map(({ value, label, count, isChosen, href }) => (
          <li key={value}>
            {count === 0 && !isChosen ? (
              <span class="quiet">{label}</span>
            ) : (
              <a href={href} aria-current={isChosen ? 'true' : undefined}>
                {isChosen && <Icon name="tick" small />}
                {label}
                {isChosen && <span class="vh"> ({t.chosen})</span>}
              </a>
            )}{' '}
            <span class="quiet num">({formatNumber(count, language)})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Fields and agencies are links: one press, and it works like every other link. */
function Fields({ t, address, facets }: Props): VNode | null {
  if (address.field) {
    return (
      <p>
        <a href={addressOf(address, { field: undefined, page: 1 })}>{t.noField}</a>
      </p>
    )
  }
  const href = (field: string) => addressOf(address, { field, page: 1, event: undefined })
  return <Names id="fields" title={t.field} names={facets.fields} href={href} />
}

function Publishers({ t, address, facets }: Props): VNode | null {
  if (address.publisher) {
    return (
      <p>
        <a href={addressOf(address, { publisher: undefined, page: 1 })}>{t.noPublisher}</a>
      </p>
    )
  }
  const href = (publisher: string) => addressOf(address, { publisher, page: 1, event: undefined })
  return <Names id="agencies" title={t.publisher} names={facets.publishers} href={href} />
}

interface NamesProps {
  id: string
  title: string
  names: readonly [string, number][]
  href(name: string): string
}

function Names({ id, title, names, href }: NamesProps): VNode | null {
  const { language } = useFrame()
  const shown = names.filter(([name]) => name !== '').slice(0, MOST_NAMES)
  if (shown.length < 2) return null
  return (
    <section aria-labelledby={id}>
      <h3 class="small" id={id}>
        {title}
      </h3>
      <ul>
        {shown.map(([name, count]) => (
          <li key={name}>
            <a href={href(name)}>
              <Vietnamese>{name}</Vietnamese>
            </a>{' '}
            <span class="quiet num">({formatNumber(count, language)})</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
