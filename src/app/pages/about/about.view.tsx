import { SummaryList, useFrame } from '#platform/html/index.ts'
import type { Words } from '#platform/i18n/index.ts'
import { ArticlePage } from '../article.view.tsx'
import type { vi } from './about.vi.ts'

/** Whose portal this is and who answers for it. */
export function AboutPage({ t }: { t: Words<typeof vi> }) {
  const { agency, language, origin, sisterOrigin } = useFrame()
  const { contact } = agency
  const hosts = language === 'vi' ? { vi: origin, en: sisterOrigin } : { vi: sisterOrigin, en: origin }
  const facts = (
    <SummaryList
      items={[
        { label: t.facts.agency, value: agency.fullName[language] },
        { label: t.facts.code, value: <span class="num">{agency.code}</span> },
        { label: t.facts.unit, value: contact.unit[language] },
        {
          label: t.facts.person,
          value: (
            <>
              <span lang="vi">{contact.person}</span>, {contact.position[language]}
            </>
          ),
        },
        { label: t.facts.address, value: contact.address[language] },
        {
          label: t.facts.phone,
          value: (
            <>
              <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>,{' '}
              <a href={`tel:${contact.hotline}`}>{contact.hotline}</a>
            </>
          ),
        },
        { label: t.facts.email, value: <a href={`mailto:${contact.email}`}>{contact.email}</a> },
        { label: t.facts.vi, value: <a href={hosts.vi}>{new URL(hosts.vi).host}</a> },
        { label: t.facts.en, value: <a href={hosts.en}>{new URL(hosts.en).host}</a> },
      ]}
    />
  )
  return <ArticlePage t={t} facts={facts} />
}
