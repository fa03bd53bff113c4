import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
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

export function Filters({ t, address, facets }: Props): VNode {
  const facts = useFactWords()
  const { language } = useFrame()
  const audiences = (Object.keys(facts.audiences) as Audience[]).filter(
    (audience) => facets.audiences[audience] > 0 || address.audiences.includes(audience),
  )
  return (
    <form class="side filt" aria-labelledby="loc" action="/procedures">
      <h2 id="loc" tabIndex={-1}>
        {t.filter}
      </h2>
      {address.query && <input type="hidden" name="q" value={address.query} />}
      {address.field && <input type="hidden" name="field" value={address.field} />}
      {address.publisher && <input type="hidden" name="agency" value={address.publisher} />}
      {address.literal && <input type="hidden" name="exact" value="1" />}
      <div class="stack">
        <fieldset>
          <legend class="small">{t.audience}</legend>
          <ul class="opts">
            {audiences.map((audience) => (
              <Choice
                key={audience}
                name="for"
                value={audience}
                label={facts.audiences[audience]}
                count={formatNumber(facets.audiences[audience], language)}
                checked={address.audiences.includes(audience)}
              />
            ))}
          </ul>
        </fieldset>
        <fieldset>
          <legend class="small">{t.level}</legend>
          <ul class="opts">
            {LEVELS.map((level) => (
              <Choice
                key={level}
                name="level"
                value={level}
                label={t.levels[level]}
                count={formatNumber(facets.levels[level], language)}
                checked={address.levels.includes(level)}
              />
            ))}
          </ul>
        </fieldset>
        <button class="btn two s" type="submit">
          {t.apply}
        </button>
        <Fields t={t} address={address} facets={facets} />
        <Publishers t={t} address={address} facets={facets} />
      </div>
    </form>
  )
}

interface ChoiceProps {
  name: string
  value: string
  label: string
  count: string
  checked: boolean
}

function Choice({ name, value, label, count, checked }: ChoiceProps): VNode {
  const id = `${name}-${value}`
  return (
    <li class="opt">
      <input type="checkbox" id={id} name={name} value={value} checked={checked} />
      <label for={id}>
        {label} <span class="quiet num">({count})</span>
      </label>
    </li>
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
