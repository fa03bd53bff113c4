import { useFrame } from '#platform/html/index.ts'
import type { Words } from '#platform/i18n/index.ts'
import { ArticlePage } from '../article.view.tsx'
import type { vi } from './help.vi.ts'

/** How things are done here, and who helps. */
export function HelpPage({ t }: { t: Words<typeof vi> }) {
  const { contact } = useFrame().agency
  const aside = (
    <>
      <section class="panel">
        <h2>{t.people}</h2>
        <ul>
          <li>
            <a href={`tel:${contact.hotline}`}>{contact.hotline}</a>, {t.hotline}
          </li>
          <li>
            <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>, {t.office}
          </li>
          <li>
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
          </li>
        </ul>
      </section>
      <section>
        <h2>{t.links}</h2>
        <ul>
          <li>
            <a href="/procedures">{t.procedures}</a>
          </li>
          <li>
            <a href="/questions">{t.questions}</a>
          </li>
          <li>
            <a href="/petitions">{t.petitions}</a>
          </li>
          <li>
            <a href="/track">{t.track}</a>
          </li>
          <li>
            <a href="/verify">{t.verify}</a>
          </li>
          <li>
            <a href="/accessibility">{t.accessibility}</a>
          </li>
        </ul>
      </section>
    </>
  )
  return <ArticlePage t={t} aside={aside} asideLabel={t.people} />
}
