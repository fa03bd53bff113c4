import { useFrame } from '#platform/html/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import { en } from './help.en.ts'
import { vi } from './help.vi.ts'

/** Who helps, and that nothing is lost meanwhile: beside every page of an application. */
export function Help() {
  const { agency, language } = useFrame()
  const { hotline } = agency.contact
  const t = wordsFor({ language }, { vi, en })
  return (
    <section>
      <h2>{t.help}</h2>
      <ul>
        <li>
          {t.call} <a href={`tel:${hotline}`}>{hotline}</a> {t.callAfter}
        </li>
        <li>{t.counter}</li>
      </ul>
      <p class="small quiet">{t.saved}</p>
    </section>
  )
}
