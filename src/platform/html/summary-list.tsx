import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

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

/** What was answered or is known: label, value, source, one action. */
export function SummaryList({ items, heading, headingId, action }: Props) {
  return (
    <>
      {heading && (
        <div class="sl-h">
          <h2 id={headingId}>{heading}</h2>
          {action}
        </div>
      )}
      <dl class="sl">
        {items.map(({ label, value, source, action: act }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {source && <Source>{source}</Source>}
            </dd>
            {act && (
              <dd class="a">
                <a href={act.href}>
                  {act.words}
                  <span class="vh"> {lowerFirst(label)}</span>
                </a>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </>
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
