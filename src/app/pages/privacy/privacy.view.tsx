import { useFrame } from '#platform/html/index.ts'
import type { Words } from '#platform/i18n/index.ts'
import { ArticlePage } from '../article.view.tsx'
import type { vi } from './privacy.vi.ts'

/** What is kept, why, who sees it, which rights there are. R-216 */
export function PrivacyPage({ t }: { t: Words<typeof vi> }) {
  const { language, agency } = useFrame()
  const { contact } = agency
  const aside = (
    <section class="panel">
      <h2>{t.ask}</h2>
      <p>{t.askText}</p>
      <ul>
        <li>{contact.unit[language]}</li>
        <li>
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </li>
        <li>
          <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>
        </li>
      </ul>
    </section>
  )
  return <ArticlePage t={t} aside={aside} asideLabel={t.ask} />
}
