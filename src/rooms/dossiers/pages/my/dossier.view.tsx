import type { ComponentChildren } from 'preact'
import type { LocalDate } from '#kernel/local-date.ts'
import { BackLink, Details, Notice, Page, type SummaryItem, SummaryList, Tag, useFrame } from '#platform/html/index.ts'
import { formatDateTime, formatMoney } from '#platform/i18n/index.ts'
import { WhyThisDate } from '#rooms/deadlines/index.ts'
import { CheckAnswersView } from '#rooms/forms/index.ts'
import { isAnswered, isLegal } from '../../status.ts'
import type { StageKey } from '../shared/course.ts'
import { CoursePath, DueBlock } from '../shared/course.view.tsx'
import { sayMoment } from '../shared/moment.ts'
import { FirstPromise } from '../shared/promise.view.tsx'
import type { vi } from './dossier.vi.ts'
import type { OwnProps, Paper } from './own-dossier.ts'
import { Told } from './told.view.tsx'

function moreOf({ own, t }: OwnProps): Partial<Record<StageKey, ComponentChildren>> {
  const { course, dossier } = own
  const { language } = useFrame()
  const step = dossier.step
  const working = course.receivedAt && !course.resultReadyAt && course.status !== 'awaiting-supplement'
  return {
    checking: (
      <>
        {t.at(own.receivingUnit)} <b>{t.nothing}</b>
      </>
    ),
    received: course.receivedAt && t.at(own.receivingUnit),
    processing: working && (
      <>
        {step && `${step.name[language]}. `}
        {t.at(own.competentUnit)} {step?.officerName && t.holder(step.officerName)} <b>{t.nothing}</b>
      </>
    ),
    returned: t.deliveries[dossier.resultChannel],
  }
}

function factsOf({ own, t }: OwnProps): SummaryItem[] {
  const { dossier, says } = own
  const owed = says.fees.total > 0 ? <b class="num">{formatMoney(says.fees.total)}</b> : t.free
  return [
    ...(dossier.code ? [{ label: t.code, value: <span class="num">{dossier.code}</span> }] : []),
    { label: t.temporaryCode, value: <span class="num">{dossier.temporaryCode}</span> },
    { label: t.owner, value: dossier.owner.name },
    { label: t.receivedBy, value: own.receivingUnit },
    { label: t.decidedBy, value: own.competentUnit },
    { label: t.delivery, value: t.deliveries[dossier.resultChannel] },
    { label: t.fees, value: owed },
  ]
}

function Slips({ own: { ref, slips }, t }: OwnProps) {
  const { receipt, refusal, supplementRequests } = slips
  const base = `/dossiers/${ref}`
  const list = [
    ...(receipt ? [{ href: `${base}/receipt`, name: t.receipt, at: receipt.receivedAt }] : []),
    ...supplementRequests.map(({ number, requestedAt }) => ({
      href: `${base}/supplement-requests/${number}`,
      name: t.supplementRequest(number),
      at: requestedAt,
    })),
    ...(refusal ? [{ href: `${base}/refusal`, name: t.refusal, at: refusal.refusedAt }] : []),
  ]
  return (
    <section class="sec" aria-labelledby="slips">
      <h2 id="slips">{t.slips}</h2>
      {list.length === 0 && <p>{t.noSlips}</p>}
      <ul class="plain">
        {list.map(({ href, name, at }) => (
          <li key={href} class="row-li">
            <span>
              <a href={href}>{name}</a>
            </span>
            <span class="quiet num">
              {formatDateTime(at)} ·{' '}
              <a href={`${href}.pdf`}>
                <span class="vh">{name}, </span>
                {t.pdf}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function PaperRow({ paper, t }: { paper: Paper; t: typeof vi }) {
  return (
    <li class="row-li">
      <span>
        <a href={paper.viewHref ?? '#'}>{paper.name}</a>
      </span>
      <span class="quiet">
        {paper.supplement !== undefined && `${t.suppliedWith(paper.supplement)} · `}
        {paper.state && <Tag kind={paper.state.kind}>{paper.state.label}</Tag>}
      </span>
    </li>
  )
}

function Filed({ own, t }: OwnProps) {
  const files = Object.fromEntries(own.papers.map((paper) => [paper.id, paper]))
  return (
    <>
      <section class="sec" aria-labelledby="papers">
        <h2 id="papers">{t.papers}</h2>
        {own.papers.length === 0 && <p>{t.noPapers}</p>}
        <ul class="plain">
          {own.papers.map((paper) => (
            <PaperRow key={paper.id} paper={paper} t={t} />
          ))}
        </ul>
      </section>
      <section class="sec" aria-labelledby="answers">
        <div class="sec-h">
          <h2 id="answers">{t.answers}</h2>
          <a href={`/my/dossiers/${own.ref}/application`}>{t.print}</a>
        </div>
        <Details summary={t.answersOpen}>
          <CheckAnswersView groups={own.says.answers} files={files} />
        </Details>
      </section>
    </>
  )
}

function Log({ own, t }: OwnProps) {
  return (
    <section class="sec" aria-labelledby="log">
      <h2 id="log">{t.log}</h2>
      <p class="small quiet">{t.logNote}</p>
      <ol class="log">
        {own.log.map(({ seq, at, words }) => (
          <li key={seq}>
            <span class="num quiet">{formatDateTime(at)}</span>
            <span>{words}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Side({ own, t }: OwnProps) {
  const { hotline } = useFrame().agency.contact
  return (
    <aside class="side tg-side" aria-label={t.actions}>
      <section class="panel">
        <h2>{t.actions}</h2>
        <ul>
          {isLegal('withdraw', own.dossier.status) && (
            <li>
              <a href={`/my/dossiers/${own.ref}/withdraw`}>{t.withdraw}</a>
            </li>
          )}
          {isAnswered(own.dossier.status) && (
            <li>
              <a href={`/my/dossiers/${own.ref}/rating`}>{t.rate}</a>
            </li>
          )}
          <li>
            <a href="/my/messages">{t.messages}</a>
          </li>
          {own.dossier.resultChannel === 'post' && (
            <li>
              <a href="/my/post">{t.post}</a>
            </li>
          )}
          <li>
            <a href={`/track/${own.ref}`}>{t.publicPage}</a>
          </li>
          <li>
            {t.ask} <a href={`tel:${hotline}`}>{hotline}</a>
          </li>
        </ul>
      </section>
    </aside>
  )
}

/** One dossier as its owner sees it: what to do, where it is, why that day, and everything that was said. R-038 */
export function OwnDossierPage(props: OwnProps & { today: LocalDate }) {
  const { own, today, t } = props
  const { language } = useFrame()
  const { dossier, clock, course } = own
  const name = dossier.procedureName[language]
  return (
    <Page title={`${name}, ${own.ref}`} private before={<BackLink href="/my">{t.back}</BackLink>}>
      <p class="num quiet">{own.ref}</p>
      <h1>{name}</h1>
      <Told {...props} />
      <DueBlock status={course.status} dueAt={dossier.dueAt} progress={clock.progress} />
      <FirstPromise promise={dossier} />
      <div class="track-grid sec-first">
        <section class="tg-path" aria-labelledby="where">
          <h2 id="where">{t.where}</h2>
          <CoursePath course={course} more={moreOf(props)} />
        </section>
        {clock.explanation && (
          <div class="tg-why">
            <WhyThisDate
              explanation={clock.explanation}
              language={language}
              today={today}
              procedureCode={dossier.procedureCode}
            />
          </div>
        )}
        <Side {...props} />
      </div>
      <section class="sec">
        <SummaryList heading={t.facts} items={factsOf(props)} />
      </section>
      <Slips {...props} />
      <Filed {...props} />
      <Log {...props} />
    </Page>
  )
}

/** The application as it was sent, to print or to keep. R-052 */
export function ApplicationPage({ own, t }: OwnProps) {
  const { language } = useFrame()
  const files = Object.fromEntries(own.papers.map((paper) => [paper.id, paper]))
  return (
    <Page title={`${t.printTitle}, ${own.ref}`} private before={<BackLink href={`/my/dossiers/${own.ref}`} />}>
      <div class="form">
        <div>
          <p class="num quiet">{own.ref}</p>
          <h1>{own.dossier.procedureName[language]}</h1>
          <p class="small quiet num">{t.filedAt(sayMoment(own.dossier.submittedAt, language))}</p>
        </div>
        <Notice icon="print">{t.printHint}</Notice>
        <section>
          <SummaryList heading={t.facts} items={factsOf({ own, t })} />
        </section>
        <CheckAnswersView groups={own.says.answers} files={files} />
      </div>
    </Page>
  )
}
