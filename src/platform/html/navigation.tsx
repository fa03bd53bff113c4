import type { ComponentChildren } from 'preact'
import { useFrame } from './frame.ts'
import { Icon } from './icon.tsx'
import { frameWords } from './words.ts'

export interface Crumb {
  label: string
  /** Absent for the page itself, the last one. */
  href?: string | undefined
}

/** Where this page stands. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const words = frameWords(useFrame().language)
  return (
    <nav class="crumb" aria-label={words.breadcrumb}>
      <ol>
        {items.map(({ label, href }) => (
          <li key={label}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  )
}

/** One step back on a path of several pages. */
export function BackLink({ href, children }: { href: string; children?: ComponentChildren }) {
  return (
    <a class="back" href={href}>
      <Icon name="back" small />
      {children ?? frameWords(useFrame().language).back}
    </a>
  )
}

interface PaginationProps {
  page: number
  pages: number
  /** Address of a page by its number, from 1. */
  href(page: number): string
  /** What is paged, for screen readers: “Kết quả tìm thủ tục”. */
  label: string
}

function shownPages(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  return [...new Set(wanted)].sort((a, b) => a - b)
}

/** Pages of a long list: previous, near numbers, next. Nothing when there is one page. */
export function Pagination({ page, pages, href, label }: PaginationProps) {
  const words = frameWords(useFrame().language)
  if (pages <= 1) return null
  const numbers = shownPages(page, pages)
  return (
    <nav class="pages" aria-label={label}>
      {page > 1 && (
        <a class="prev" href={href(page - 1)} rel="prev">
          <Icon name="back" small />
          {words.previous}
        </a>
      )}
      <ol>
        {numbers.map((number, index) => (
          <li key={number} class={index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? 'gap' : undefined}>
            <a href={href(number)} aria-current={number === page ? 'page' : undefined}>
              <span class="vh">{words.page} </span>
              <span class="num">{number}</span>
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a class="next" href={href(page + 1)} rel="next">
          {words.next}
          <Icon name="forward" small />
        </a>
      )}
    </nav>
  )
}

export interface Tab {
  /** Another page (`/desk?view=late`) or a section of this one (`#papers`). */
  href: string
  label: ComponentChildren
  count?: number | undefined
  current?: boolean | undefined
}

/** Views of one thing: links, each with its own address, so that they work without script and can be shared. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav class="paper-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'true' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span class="num count">{tab.count}</span>}
        </a>
      ))}
    </nav>
  )
}

export interface View {
  href: string
  label: string
  /** A text where it was counted no further: `999+`. */
  count?: number | string | undefined
  current?: boolean | undefined
}

/** The views of a queue with what is left in each, in groups; the current one is marked. */
export function Views({
  groups,
  label,
}: {
  groups: readonly { title: string; views: readonly View[] }[]
  label: string
}) {
  return (
    <nav class="views" aria-label={label}>
      {groups.map(({ title, views }) => (
        <div key={title}>
          <h2>{title}</h2>
          <ul>
            {views.map((view) => (
              <li key={view.href}>
                <a href={view.href} aria-current={view.current ? 'page' : undefined}>
                  <span>{view.label}</span>
                  {view.count !== undefined && <span class="num">{view.count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
