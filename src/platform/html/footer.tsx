import { formatDateTime } from '#platform/i18n/index.ts'
import { useFrame } from './frame.ts'
import { frameWords } from './words.ts'

function telephone(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`
}

/** Who answers for the portal, and the ways on. R-033. @see Circular 32/2017/TT-BTTTT, Art. 16.3 */
export function PageFooter() {
  const frame = useFrame()
  const words = frameWords(frame.language)
  const { contact } = frame.agency
  const { language } = frame

  return (
    <footer class="foot">
      <div class="wrap">
        <div class="cols">
          <div>
            <h2>{contact.unit[language]}</h2>
            <p>
              {words.contact.responsible}: <span lang="vi">{contact.person}</span>, {contact.position[language]}
              <br />
              {contact.address[language]}
              <br />
              {words.contact.phone}: <a href={telephone(contact.phone)}>{contact.phone}</a> {words.contact.officeHours},{' '}
              <a href={telephone(contact.hotline)}>{contact.hotline}</a> {words.contact.allHours}
              <br />
              {words.contact.email}: <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </p>
          </div>
          <FooterLinks title={words.about.title} links={words.about.links} />
          <FooterLinks title={words.help.title} links={words.help.links} />
        </div>
        <p class="label">
          <a href="/about#label">{words.label}</a>
          {frame.lastSync && (
            <>
              {' · '}
              {words.synced} <time dateTime={frame.lastSync.toISOString()}>{formatDateTime(frame.lastSync)}</time>
            </>
          )}
          {' · '}
          {words.software}
        </p>
      </div>
    </footer>
  )
}

function FooterLinks({ title, links }: { title: string; links: readonly { href: string; label: string }[] }) {
  return (
    <div>
      <h2>{title}</h2>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
