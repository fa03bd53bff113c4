import type { ComponentChildren, VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { ButtonLink, Buttons, Icon, KeyFacts, Page } from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import { feeFact, limitFact } from '../../card.ts'
import { stepsOfPackage } from '../../installable.ts'
import type { CaseOffer, Named } from '../../record.ts'
import type { Procedure, VersionLine } from '../../store/procedures.ts'
import { Crumbs, feeText, lengthText, limitText, plainIn, useFactWords, Vietnamese } from '../shared/facts.tsx'
import { Aside } from './aside.view.tsx'
import { Blocks, Lang, Papers, type ProcedureWords, Steps, Ways } from './parts.view.tsx'

export interface ProcedureProps {
  t: ProcedureWords
  procedure: Procedure
  versions: VersionLine[]
  syncedAt: Date | null
  /** The day asked for, when it is not today. */
  on?: string | undefined
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
      {record.detail === 'full' ? <FourFacts {...props} /> : <p class="panel">{t.listedOnly}</p>}
      <Doors {...props} />
      {t.legal && <p class="small quiet">{t.legal}</p>}
      <div class="two-col">
        <div>
          <Papers groups={record.papers} t={t} />
          <Steps steps={service ? stepsOfPackage(service.package) : record.steps} t={t} />
          <Ways channels={record.channels} t={t} />
          <Details {...props} />
        </div>
        <Aside {...props} />
      </div>
    </Page>
  )
}

function FourFacts({ t, procedure: { record, service } }: ProcedureProps): VNode {
  const { language } = useFrame()
  const facts = useFactWords()
  const papers = record.papers.flatMap((group) => group.papers).length
  const limit = limitFact(record)
  const fee = feeFact(record)
  const shortFee = record.channels[0]?.fees[0]?.text ?? ''
  const asks = plainIn(service?.package.procedure.plain, language)?.asksOfYou
  return (
    <KeyFacts
      facts={[
        { label: t.limit, value: limitText(limit, facts), note: limit.from ? t.limitNote : '' },
        {
          label: t.fee,
          value: fee.amounts.length === 0 && isShort(shortFee) ? shortFee : feeText(fee, facts),
          note: fee.more ? t.feeNote : '',
        },
        {
          label: t.decides,
          value: <Vietnamese>{record.executing[0]?.name ?? t.unknownAgency}</Vietnamese>,
          note: record.anywhereInProvince ? t.anywhere : '',
        },
        {
          label: t.prepare,
          value: asks?.length ? t.asks(asks.length) : papers > 0 ? t.papersCount(papers) : t.papersNone,
          note: asks?.length ? asks.join('; ') : papers > 0 ? t.papersSome : '',
        },
      ]}
    />
  )
}

function isShort(text: string): boolean {
  return text !== '' && text.length <= 40
}

const NATIONAL_PORTAL = 'https://dichvucong.gov.vn/'

/** Where to apply, by who owns the intake screen and whether the service is installed here. */
function Doors({ t, procedure }: ProcedureProps): VNode {
  const { code, service, offer } = procedure
  const own = service !== undefined && (offer?.intake ?? 'own') === 'own'
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
          <ButtonLink href={NATIONAL_PORTAL}>
            {offer?.intake === 'ministry' ? t.ministry : t.elsewhere} <Icon name="forward" small />
          </ButtonLink>
        )}
        {own && (
          <ButtonLink href="#hoi" kind="two">
            {t.counter}
          </ButtonLink>
        )}
      </Buttons>
      {own && <p class="small quiet">{t.equal}</p>}
      {offer?.level === 'partial' && (
        <p class="small">
          {t.partial} {reason} {basis}
        </p>
      )}
    </>
  )
}

function Details({ t, procedure: { record, code }, versions }: ProcedureProps): VNode {
  const facts = useFactWords()
  return (
    <section class="sec" aria-label={t.about}>
      {record.cases.length > 1 && (
        <Fold title={t.cases}>
          <ul>
            {record.cases.map((one: CaseOffer, at) => (
              <li key={at}>
                <Vietnamese>{one.name}</Vietnamese> <span class="num">({one.code})</span>
                {one.limit.amount !== null && one.limit.unit && (
                  <>: {lengthText({ amount: one.limit.amount, unit: one.limit.unit }, facts)}</>
                )}
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {record.requirements.length > 0 && (
        <Fold title={t.requirements}>
          <Blocks blocks={record.requirements} />
        </Fold>
      )}
      {record.receivedAt.length > 0 && (
        <Fold title={t.receivedAt}>
          <Blocks blocks={record.receivedAt} />
        </Fold>
      )}
      <Agencies t={t} record={record} />
      {record.law.length > 0 && (
        <Fold title={t.law(record.law.length)}>
          <Names names={record.law} />
        </Fold>
      )}
      {versions.length > 1 && (
        <Fold title={t.versions(versions.length)}>
          <ul>
            {versions.map(({ version, validFrom, validTo }) => (
              <li key={version}>
                <a href={`/procedures/${encodeURIComponent(code)}?on=${validFrom}`}>
                  {t.version(version, formatDate(validFrom))}
                </a>
                {validTo && t.until(formatDate(validTo))}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

function Agencies({ t, record }: { t: ProcedureWords; record: Procedure['record'] }): VNode | null {
  const groups: [string, Named[]][] = [
    [t.executing, record.executing],
    [t.deciding, record.deciding],
    [t.coordinating, record.coordinating],
  ]
  const some = groups.filter(([, names]) => names.length > 0)
  if (some.length === 0) return null
  return (
    <Fold title={t.agencies}>
      {some.map(([label, names]) => (
        <div key={label}>
          <h3>{label}</h3>
          <Lang>
            <ul>
              {names.map(({ name }) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </Lang>
        </div>
      ))}
    </Fold>
  )
}

function Names({ names }: { names: Named[] }): VNode {
  return (
    <Lang>
      <ul>
        {names.map(({ code, name }, at) => (
          <li key={at}>
            <b class="num">{code}</b> {name !== code && name}
          </li>
        ))}
      </ul>
    </Lang>
  )
}

function Fold({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <details>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
