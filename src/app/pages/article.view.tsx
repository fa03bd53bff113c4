import type { ComponentChildren } from 'preact'
import { Breadcrumb, Page } from '#platform/html/index.ts'

export interface Article {
  title: string
  description: string
  lead: string
  home: string
  sections: readonly {
    id: string
    title: string
    paragraphs: readonly string[]
    points?: readonly string[] | undefined
  }[]
}

interface Props {
  t: Article
  /** Facts of this agency, after the lead. */
  facts?: ComponentChildren
  aside?: ComponentChildren
  asideLabel?: string
}

/** A page of text about the portal itself: lead, sections one can link to, an aside. */
export function ArticlePage({ t, facts, aside, asideLabel }: Props) {
  const before = <Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.title }]} />
  return (
    <Page title={t.title} description={t.description} before={before}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {facts}
      <div class="two-col">
        <div>
          {t.sections.map(({ id, title, paragraphs, points }) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
              {points && (
                <ul>
                  {points.map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              )}
            </section>
          ))}
        </div>
        {aside && (
          <aside class="side" aria-label={asideLabel}>
            {aside}
          </aside>
        )}
      </div>
    </Page>
  )
}
