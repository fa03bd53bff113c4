import { useFrame } from '#platform/html/index.ts'
import type { Words } from '#platform/i18n/index.ts'
import { ArticlePage } from '../article.view.tsx'
import type { vi } from './accessibility.vi.ts'

/** What works, what does not, and whom to tell. R-245 */
export function AccessibilityPage({ t }: { t: Words<typeof vi> }) {
  const { contact } = useFrame().agency
  const aside = (
    <section class="panel">
      <h2>{t.tell}</h2>
      <p>{t.tellText}</p>
      <ul>
        <li>
          <a href={`tel:${contact.hotline}`}>{contact.hotline}</a>
        </li>
        <li>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </li>
        <li>
          <a href="/preferences?return=/accessibility">{t.preferences}</a>
        </li>
      </ul>
    </section>
  )
  return <ArticlePage t={t} aside={aside} asideLabel={t.tell} />
}
