import { dayOf } from '#kernel/local-date.ts'
import { BackLink, DueRing, ErrorSummary, Icon, Page, Tag, type TagKind } from '#platform/html/index.ts'
import { formatDateTime, formatDay, wordsFor } from '#platform/i18n/index.ts'
import { WhyThisDate } from '#rooms/deadlines/index.ts'
import type { Status } from '#rooms/dossiers/index.ts'
import { ActBar, Decision, News } from './acts.view.tsx'
import { Answers } from './answers.view.tsx'
import { History } from './history.view.tsx'
import { en as lookUpsEn } from './look-ups.en.ts'
import { vi as lookUpsVi } from './look-ups.vi.ts'
import { LookUps } from './look-ups.view.tsx'
import { Papers } from './papers.view.tsx'
import type { ActProps } from './workspace.ts'

const TAGS: Record<Status, TagKind> = {
  draft: 'case',
  submitted: 'look',
  received: 'running',
  refused: 'wrong',
  processing: 'running',
  'awaiting-supplement': 'waiting',
  'awaiting-payment': 'waiting',
  withdrawn: 'paused',
  discontinued: 'wrong',
  'result-ready': 'done',
  returned: 'done',
}

function Clock({ workspace: { dossier, ring, progressWords }, language, t }: ActProps) {
  if (!dossier.dueAt) {
    const stopped = dossier.receivedAt !== undefined
    return (
      <div class="clock">
        <Icon name={stopped ? 'pause' : 'clock'} />
        <div>
          <b>{stopped ? t.stopped : t.noClock}</b>
          <span class="small quiet">{stopped ? t.stoppedWhy : t.noClockWhy}</span>
        </div>
      </div>
    )
  }
  const when = `${dossier.dueAt.slice(11)}, ${formatDay(dayOf(dossier.dueAt), language)}`
  return (
    <div class="clock">
      {ring && <DueRing used={ring.used} total={ring.total} />}
      <div>
        <b class="num">{t.due(when)}</b>
        <span class="small quiet">
          {progressWords} · <a href="#why-this-date">{t.why}</a>
        </span>
      </div>
    </div>
  )
}

function Holder({ workspace, t }: ActProps) {
  const [work] = workspace.work
  if (!work) return null
  const since = formatDateTime(work.item.claimedAt ?? work.item.openedAt)
  if (work.may === 'act') return <>{t.heldByMe(since)} </>
  return <>{work.holder ? t.heldBy(work.holder, since) : t.heldByNobody} </>
}

function Head(props: ActProps) {
  const { workspace, language, t } = props
  const { dossier, ref } = workspace
  const own = dossier.applicant.name === dossier.owner.name
  return (
    <div class="ws-head">
      <div>
        <p class="num quiet">
          {ref} · {t.procedureCode(dossier.procedureCode)}
        </p>
        <h1>
          {dossier.owner.name}: {dossier.procedureName[language]}
        </h1>
        <p>
          <Tag kind={TAGS[dossier.status]}>
            {dossier.status === 'processing' && dossier.step ? dossier.step.name[language] : t.statuses[dossier.status]}
          </Tag>{' '}
          <span class="quiet small">
            <Holder {...props} />
            {own ? t.filedByOwner : t.filedByOther(dossier.applicant.name)}
          </span>
        </p>
      </div>
      <Clock {...props} />
    </div>
  )
}

/** One dossier on the officer's desk: clock, news, answers beside papers, what happened, and what can be done now. */
export function WorkspacePage(props: ActProps) {
  const { workspace, errors = [], typed, language, t } = props
  const { dossier, explanation, ref } = workspace
  const hasPaper = workspace.open !== undefined
  return (
    <Page
      title={`${ref} · ${dossier.owner.name}`}
      problem={errors.length > 0}
      path={`/desk/dossiers/${ref}`}
      private
      before={<BackLink href="/desk">{t.back}</BackLink>}
    >
      <ErrorSummary errors={errors} />
      <Head {...props} />
      <News {...props} />
      <div class="ws">
        <div class="said">
          <Answers {...props} />
          <LookUps
            lookUps={workspace.lookUps}
            at={`/desk/dossiers/${ref}`}
            mayAsk={workspace.mayAskRegistries}
            errors={errors}
            typed={typed?.fields ?? {}}
            language={language}
            t={wordsFor({ language }, { vi: lookUpsVi, en: lookUpsEn })}
          />
          {hasPaper && <Decision {...props} />}
          <History {...props} />
        </div>
        <div class="beside">
          <Papers {...props} />
          {!hasPaper && <Decision {...props} />}
        </div>
      </div>
      {explanation && (
        <WhyThisDate
          explanation={explanation}
          language={language}
          today={dayOf(workspace.now)}
          procedureCode={dossier.procedureCode}
        />
      )}
      <ActBar {...props} />
    </Page>
  )
}
