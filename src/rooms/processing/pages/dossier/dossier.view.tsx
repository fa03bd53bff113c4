import { dayOf } from '#kernel/local-date.ts'
import { BackLink, DueRing, ErrorSummary, Icon, Page, Tag, type TagKind } from '#platform/html/index.ts'
import { formatDateTime, formatDay } from '#platform/i18n/index.ts'
import { WhyThisDate } from '#rooms/deadlines/index.ts'
import { sayScan, saySize } from '#rooms/documents/index.ts'
import type { Status } from '#rooms/dossiers/index.ts'
import type { SummaryRow } from '#rooms/forms/index.ts'
import { Intake, Work } from './acts.view.tsx'
import type { vi } from './dossier.vi.ts'
import { History } from './history.view.tsx'
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

function AnswerRow({ row, t }: { row: SummaryRow; t: typeof vi }) {
  return (
    <div>
      <dt>{row.label}</dt>
      <dd>
        {row.value}
        {row.documents.length > 0 && <a href="#papers">{t.files(row.documents.length)}</a>}
        {row.value === '' && row.documents.length === 0 && <span class="quiet">{t.empty}</span>}
        {row.source && (
          <p class="from">
            <Icon name="data" small />
            <span>
              {row.source.name}
              {row.source.at ? `, ${formatDateTime(row.source.at)}` : ''}
            </span>
          </p>
        )}
        {row.report && <p class="small">{t.reported(row.report)}</p>}
      </dd>
    </div>
  )
}

function Answers({ workspace, t }: ActProps) {
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t.answers}</h2>
      {workspace.answers.map((group) => (
        <div key={group.step}>
          <h3>{group.title}</h3>
          <dl class="ans">
            {group.rows.map((row) => (
              <AnswerRow key={row.question} row={row} t={t} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  )
}

function Papers({ workspace, language, t }: ActProps) {
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t.papers}</h2>
      {workspace.papers.length === 0 && <p class="quiet">{t.noPapers}</p>}
      <ul class="plain">
        {workspace.papers.map((paper) => (
          <li key={paper.id} class="row-li">
            <a href={`/dossiers/${workspace.ref}/documents/${paper.id}`}>{paper.name}</a>
            <span class="small quiet">
              {saySize(paper.size, language)} · {sayScan(paper.scan, language)}
            </span>
          </li>
        ))}
        {workspace.dossier.code && (
          <li class="row-li">
            <a href={`/dossiers/${workspace.ref}/receipt`}>{t.receipt}</a>
          </li>
        )}
        {workspace.resultId && (
          <li class="row-li">
            <a href={`/desk/results/${workspace.resultId}/file`}>{t.downloadResult}</a>
          </li>
        )}
      </ul>
    </section>
  )
}

/** One dossier on the officer's desk: clock, answers beside papers, what happened, what can be done now. */
export function WorkspacePage(props: ActProps) {
  const { workspace, errors = [], language, t } = props
  const { dossier, explanation } = workspace
  return (
    <Page
      title={`${workspace.ref} · ${dossier.owner.name}`}
      problem={errors.length > 0}
      private
      before={<BackLink href="/desk">{t.back}</BackLink>}
    >
      <ErrorSummary errors={errors} />
      <Head {...props} />
      <Intake {...props} />
      {workspace.work.map((work) => (
        <Work key={work.item.id} work={work} {...props} />
      ))}
      <div class="ws">
        <Answers {...props} />
        <div>
          <Papers {...props} />
          <History {...props} />
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
    </Page>
  )
}
