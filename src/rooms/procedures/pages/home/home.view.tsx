import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { Drum, Icon, Page, SearchBox } from '#platform/html/index.ts'
import type { Words } from '#platform/i18n/index.ts'
import type { Audience } from '../../record.ts'
import type { SearchHit } from '../../store/search.ts'
import { limitText, plainIn, useFactWords, Vietnamese } from '../shared/facts.tsx'
import type { vi } from './home.vi.ts'
import { LIFE_EVENTS } from './life-events.ts'

interface Props {
  t: Words<typeof vi>
  /** Services that can be applied for here. */
  here: SearchHit[]
  audiences: Record<Audience, number>
  fields: [name: string, count: number][]
  total: number
  /** What other rooms say of the agency: its figures. */
  beside?: VNode | undefined
}

const EXAMPLES = ['giấy kết hôn', 'làm nhà', 'khai sinh cho con']
const SHOWN_AUDIENCES: Audience[] = ['citizen', 'business', 'organisation', 'foreigner', 'overseas']

export function HomePage(props: Props): VNode {
  const { agency, language } = useFrame()
  const { t } = props
  return (
    <Page title={t.title} description={t.description(agency.name[language])} islands={['suggest']} bare>
      <Hero t={t} />
      <div class="wrap">
        <Doors t={t} />
        <LifeEvents t={t} />
        <div class="sec two-col">
          <Here {...props} />
          {props.beside}
        </div>
        <Browse {...props} />
      </div>
    </Page>
  )
}

function Hero({ t }: Pick<Props, 't'>): VNode {
  return (
    <>
      <section class="hero" aria-labelledby="h1">
        <Drum />
        <div class="wrap">
          <h1 id="h1">{t.question}</h1>
          <p>{t.lead}</p>
          <SearchBox action="/procedures" label={t.search} button={t.find} />
          <p class="small">
            {t.examples}{' '}
            {EXAMPLES.map((words, at) => (
              <span key={words} lang="vi">
                {at > 0 && ', '}
                <a href={`/procedures?q=${encodeURIComponent(words)}`}>{words}</a>
              </span>
            ))}
          </p>
        </div>
      </section>
      <div class="hero-edge" aria-hidden="true" />
    </>
  )
}

function Doors({ t }: Pick<Props, 't'>): VNode {
  const { hotline } = useFrame().agency.contact
  const doors = [
    { href: '/track', icon: 'clock', name: t.track, text: t.trackText },
    { href: '/my', icon: 'bell', name: t.mine, text: t.mineText },
    { href: `tel:${hotline.replace(/[^\d+]/g, '')}`, icon: 'helpers', name: t.help, text: t.helpText(hotline) },
  ] as const
  return (
    <div class="sec sec-first">
      <h2 class="vh">{t.tasks}</h2>
      <nav class="doors" aria-label={t.tasks}>
        {doors.map(({ href, icon, name, text }) => (
          <a key={href} href={href}>
            <Icon name={icon} />
            <span>
              <b>{name}</b>
              <span>{text}</span>
            </span>
          </a>
        ))}
      </nav>
    </div>
  )
}

function LifeEvents({ t }: Pick<Props, 't'>): VNode {
  const { language } = useFrame()
  return (
    <section class="sec" aria-labelledby="le">
      <h2 id="le">{t.life}</h2>
      <ul class="life">
        {LIFE_EVENTS.map(({ id, icon, name, text }) => (
          <li key={id}>
            <Icon name={icon} />
            <div>
              <h3>
                <a href={`/procedures?event=${id}`}>{name[language]}</a>
              </h3>
              <p>{text[language]}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Here({ t, here }: Props): VNode {
  const { language } = useFrame()
  const facts = useFactWords()
  return (
    <section aria-labelledby="here">
      <div class="sec-h">
        <h2 id="here">{t.here}</h2>
        <a href="/procedures">{t.all}</a>
      </div>
      {here.length === 0 ? (
        <p>{t.nothingHere}</p>
      ) : (
        <ol class="plain">
          {here.map(({ code, name, card }) => (
            <li key={code} class="row-li">
              <a href={`/procedures/${encodeURIComponent(code)}`}>
                {(language === 'en' && plainIn(card.plain, 'en')?.name) || <Vietnamese>{name}</Vietnamese>}
              </a>
              <span class="quiet num">{limitText(card.limit, facts)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** from here every service is a field and a name away. */
function Browse({ t, audiences, fields, total }: Props): VNode {
  const { language } = useFrame()
  const facts = useFactWords()
  const number = (count: number) => new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count)
  return (
    <section class="sec" aria-labelledby="browse">
      <h2 id="browse">{t.browse}</h2>
      <div class="two-col">
        <div class="flow">
          <h3>{t.fields}</h3>
          <ul class="plain">
            {fields.map(([name, count]) => (
              <li key={name} class="row-li">
                <a href={`/procedures?field=${encodeURIComponent(name)}`}>
                  <Vietnamese>{name}</Vietnamese>
                </a>
                <span class="quiet num">{number(count)}</span>
              </li>
            ))}
          </ul>
          <p>
            <a href="/sitemap#fields">{t.allFields}</a>
          </p>
        </div>
        <div class="flow">
          <h3>{t.audience}</h3>
          <ul class="plain">
            {SHOWN_AUDIENCES.filter((audience) => audiences[audience] > 0).map((audience) => (
              <li key={audience} class="row-li">
                <a href={`/procedures?for=${audience}`}>{facts.audiences[audience]}</a>
                <span class="quiet num">{number(audiences[audience])}</span>
              </li>
            ))}
            <li class="row-li">
              <a href="/procedures">{t.all}</a>
              <span class="quiet num">{number(total)}</span>
            </li>
          </ul>
        </div>
      </div>
    </section>
  )
}
