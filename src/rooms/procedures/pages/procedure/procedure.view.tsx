import type { VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { ButtonLink, Buttons, Icon, Page } from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import type { CheckedPackage } from '../../installable.ts'
import type { Procedure, VersionLine } from '../../store/procedures.ts'
import { Crumbs, plainIn, Vietnamese } from '../shared/facts.tsx'
import { Aside } from './aside.view.tsx'
import type { ProcedureWords } from './blocks.view.tsx'
import { Cases, Details } from './details.view.tsx'
import { InShort } from './in-short.view.tsx'
import { FourFacts } from './key-facts.view.tsx'
import type { Offer } from './offer.ts'
import { NationalPapers, OfferedPapers } from './papers.view.tsx'
import { PlainSteps } from './steps.view.tsx'
import { NationalWays, OfferedWays } from './ways.view.tsx'

export interface ProcedureProps {
  t: ProcedureWords
  procedure: Procedure
  versions: VersionLine[]
  syncedAt: Date | null
  /** What the installed package says here and that day; undefined when it cannot be applied for on this portal. */
  offer: Offer | undefined
  /** Where a person can hand in a dossier. */
  desks: readonly Unit[]
  /** The day asked for, when it is not today. */
  on?: string | undefined
  /** What other rooms say of it. */
  below?: VNode | undefined
}

export function ProcedurePage(props: ProcedureProps): VNode {
  const { t, procedure } = props
  const { agency, language } = useFrame()
  const { record, service } = procedure
  const plain = plainIn(service?.package.procedure.plain ?? record.plain, language)
  const title = (language === 'en' && plain?.name) || record.name
  const crumbs = [{ href: `/procedures?field=${encodeURIComponent(record.field.name)}`, label: record.field.name }]
  const before = <Crumbs here={<Vietnamese>{record.name}</Vietnamese>} between={record.field.name ? crumbs : []} />
  return (
    <Page title={title} description={t.description(title, agency.name[language])} before={before}>
      <h1>{language === 'en' && plain?.name ? plain.name : <Vietnamese>{record.name}</Vietnamese>}</h1>
      {language === 'en' && plain?.name && (
        <p class="quiet">
          <Vietnamese>{record.name}</Vietnamese>
        </p>
      )}
      {plain?.summary && <p class="lead measure">{plain.summary}</p>}
      {props.on && (
        <p class="note" role="note">
          {t.onDay(formatDate(new Date(`${props.on}T00:00:00Z`)))}{' '}
          <a href={`/procedures/${encodeURIComponent(procedure.code)}`}>{t.toNow}</a>
        </p>
      )}
      {record.detail === 'full' ? (
        <FourFacts t={t} record={record} offer={props.offer} />
      ) : (
        <p class="panel">{t.listedOnly}</p>
      )}
      <Doors {...props} />
      {t.legal && <p class="small quiet">{t.legal}</p>}
      <div class="two-col sec">
        <div>
          <InShort t={t} procedure={procedure} />
          {props.offer ? (
            <OfferedPapers papers={props.offer.papers} t={t} />
          ) : (
            <NationalPapers groups={record.papers} t={t} />
          )}
          {service && <PlainSteps steps={service.package.procedure.steps} t={t} />}
          {service ? (
            <OfferedWays offered={service.package.service} desks={props.desks} t={t} />
          ) : (
            <NationalWays channels={record.channels} t={t} />
          )}
          <Cases t={t} procedure={procedure} />
          {props.below}
          <Details t={t} procedure={procedure} versions={props.versions} />
        </div>
        <Aside {...props} />
      </div>
    </Page>
  )
}

function hasCheck({ service }: Procedure): boolean {
  return service !== undefined && (service.package as CheckedPackage).check !== undefined
}

/** Where to apply, by who owns the intake screen and whether the service is installed here. */
function Doors({ t, procedure }: ProcedureProps): VNode {
  const { code, offer, applyAt, record } = procedure
  const own = applyAt.by === 'own'
  const reason = offer?.partialReason ? t.reasons[offer.partialReason] : ''
  const basis = offer?.partialBasis?.[useFrame().language] ?? ''
  return (
    <>
      <Buttons>
        {own ? (
          <ButtonLink href={`/procedures/${encodeURIComponent(code)}/apply`}>
            {t.apply} <Icon name="forward" small />
          </ButtonLink>
        ) : (
          <ButtonLink href={applyAt.href}>
            {applyAt.by === 'ministry' ? t.ministry : t.elsewhere} <Icon name="forward" small />
          </ButtonLink>
        )}
        {own && (
          <ButtonLink href="#cn" kind="two">
            {t.counter}
          </ButtonLink>
        )}
      </Buttons>
      {hasCheck(procedure) && (
        <p>
          <a href={`/procedures/${encodeURIComponent(code)}/check`}>{t.check}</a>
        </p>
      )}
      {own && <p class="small quiet">{t.equal}</p>}
      {offer?.level === 'partial' && (
        <p class="small">
          {t.partial} {reason} {basis}
        </p>
      )}
      {(offer?.level ?? record.nationalLevel) !== 'full' && (
        <p class="small">
          <a href={`/procedures/${encodeURIComponent(code)}/wish`}>{t.wish}</a>
        </p>
      )}
    </>
  )
}
