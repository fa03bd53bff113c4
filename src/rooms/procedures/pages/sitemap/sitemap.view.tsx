import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { Page } from '#platform/html/index.ts'
import { formatNumber, type Words } from '#platform/i18n/index.ts'
import { Crumbs, Vietnamese } from '../shared/facts.tsx'
import type { vi } from './sitemap.vi.ts'

interface Props {
  t: Words<typeof vi>
  fields: [name: string, count: number][]
}

const PAGES = [
  ['/', 'home'],
  ['/procedures', 'procedures'],
  ['/legal-texts', 'legalTexts'],
  ['/questions', 'questions'],
  ['/petitions', 'petitions'],
  ['/track', 'track'],
  ['/verify', 'verify'],
  ['/my', 'my'],
  ['/statistics', 'statistics'],
  ['/statistics/satisfaction', 'satisfaction'],
  ['/surveys', 'surveys'],
  ['/funding', 'funding'],
  ['/open-data', 'openData'],
  ['/api', 'api'],
  ['/conformance', 'conformance'],
  ['/accessibility', 'accessibility'],
  ['/privacy', 'privacy'],
  ['/help', 'help'],
  ['/about', 'about'],
] as const

/** every field is here, and every procedure of a field is one press further. */
export function SitemapPage({ t, fields }: Props): VNode {
  const { language } = useFrame()
  return (
    <Page title={t.title} description={t.description} before={<Crumbs here={t.title} />}>
      <h1>{t.title}</h1>
      <section class="sec" aria-labelledby="pages">
        <h2 id="pages">{t.pages}</h2>
        <ul class="plain">
          {PAGES.map(([href, name]) => (
            <li key={href}>
              <a href={href}>{t.names[name]}</a>
            </li>
          ))}
        </ul>
      </section>
      <section class="sec" aria-labelledby="fields">
        <h2 id="fields">{t.fields}</h2>
        <ul class="plain">
          {fields.map(([name, count]) => (
            <li key={name} class="row-li">
              <a href={`/procedures?field=${encodeURIComponent(name)}`}>
                <Vietnamese>{name}</Vietnamese>
              </a>
              <span class="quiet num">{formatNumber(count, language)}</span>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  )
}
