import type { ComponentChildren } from 'preact'
import { useFrame } from './frame.ts'
import { Icon } from './icon.tsx'
import { frameWords } from './words.ts'

export interface SummaryItem {
  label: string
  value: ComponentChildren
  /** “Cơ sở dữ liệu quốc gia về dân cư, lúc 14:02 hôm nay”: where the state's own answer comes from. */
  source?: string | undefined
  /** One action; its hidden words repeat the label. Data of the state offers “Báo sai”, not “Sửa”. */
  action?: { href: string; words: string } | undefined
}

interface Props {
  items: readonly SummaryItem[]
  heading?: string | undefined
  headingId?: string | undefined
  /** At the right of the heading. */
  action?: ComponentChildren
}

/** What was answered or is known: label, value, source, one action. A source that every row shares is said once, above. */
export function SummaryList({ items, heading, headingId, action }: Props) {
  const shared = heading === undefined ? undefined : sharedSource(items)
  return (
    <>
      {heading && (
        <div class="sl-h">
          <h2 id={headingId}>{heading}</h2>
          {action}
        </div>
      )}
      {shared && <Source>{shared}</Source>}
      <dl class="sl">
        {items.map((item) => (
          <Row key={item.label} item={item} shared={shared} />
        ))}
      </dl>
    </>
  )
}

/** The one source of all rows that have any; undefined when they differ, or when it would be said once anyway. */
function sharedSource(items: readonly SummaryItem[]): string | undefined {
  const sources = items.flatMap(({ source }) => source ?? [])
  return sources.length > 1 && new Set(sources).size === 1 ? sources[0] : undefined
}

function Row({ item: { label, value, source, action }, shared }: { item: SummaryItem; shared: string | undefined }) {
  const words = frameWords(useFrame().language)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {source && source === shared ? (
          <span class="had">
            {value}
            <Icon name="data" small />
            <span class="vh">({words.known})</span>
          </span>
        ) : (
          value
        )}
        {source && source !== shared && <Source>{source}</Source>}
      </dd>
      {action && (
        <dd class="a">
          <a href={action.href}>
            {action.words}
            <span class="vh"> {lowerFirst(label)}</span>
          </a>
        </dd>
      )}
    </div>
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The drum of data: this comes from a national database, and since when. */
export function Source({ children }: { children: ComponentChildren }) {
  return (
    <p class="from">
      <Icon name="data" small />
      <span>{children}</span>
    </p>
  )
}
