import type { Assurance } from '#kernel/viewer.ts'
import { Button, Form, Page, type Task, TaskList, useFrame } from '#platform/html/index.ts'
import { formatDate, formatDateTime, type Language } from '#platform/i18n/index.ts'
import type { SupplementRequest } from '../../slips.ts'
import type { DossierSummary } from '../../store/lists.ts'
import { StatusTag } from '../shared/course.view.tsx'
import type { vi } from './my.vi.ts'

export interface OpenDraft {
  id: string
  procedureCode: string
  name: string
  updatedAt: Date
}

export interface Mine {
  name: string
  assurance: Assurance
  /** What was asked for and not yet given, by dossier. */
  requests: ReadonlyMap<string, SupplementRequest>
  drafts: readonly OpenDraft[]
  dossiers: readonly DossierSummary[]
  /** Where the next page begins. */
  next: string | undefined
  isFirst: boolean
}

interface Props {
  mine: Mine
  t: typeof vi
}

function supplyTask(
  dossier: DossierSummary,
  request: SupplementRequest,
  of: { t: typeof vi; language: Language },
): Task {
  const { t, language } = of
  const [first] = request.items
  return {
    id: dossier.id,
    state: { kind: 'waiting', label: t.waiting },
    title: t.supplyTitle(request.items.length, dossier.procedureName[language]),
    detail: (
      <p>
        {first && t.officerWrote(`${first.name}: ${first.reason}`)}{' '}
        {request.items.length > 1 && `${t.andMore(request.items.length - 1)} `}
        {!request.atIntake && (
          <>
            {t.pausedSince} <span class="num nb">{formatDateTime(request.requestedAt)}</span>.{' '}
          </>
        )}
        {request.supplyBy && (
          <>
            {t.sendBy} <b class="num nb">{formatDate(request.supplyBy)}</b>.
          </>
        )}
      </p>
    ),
    action: { href: `/my/dossiers/${dossier.ref}/supplement`, words: t.supplyNow },
  }
}

function tasksOf({ mine, t }: Props, language: Language): Task[] {
  return mine.dossiers.flatMap((dossier): Task[] => {
    const request = mine.requests.get(dossier.id)
    if (request) return [supplyTask(dossier, request, { t, language })]
    if (dossier.status !== 'result-ready') return []
    return [
      {
        id: dossier.id,
        state: { kind: 'done', label: t.ready },
        title: t.readyTitle(dossier.procedureName[language]),
        detail: t.readyText,
        action: { href: `/my/dossiers/${dossier.ref}`, words: t.see },
      },
    ]
  })
}

function Drafts({ mine, t }: Props) {
  const { language } = useFrame()
  if (mine.drafts.length === 0) return null
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts">{t.drafts}</h2>
      <ol class="mine">
        {mine.drafts.map(({ id, name, procedureCode, updatedAt }) => (
          <li key={id}>
            <div>
              <h3>
                <a href={`/procedures/${procedureCode}/apply`} lang={language}>
                  {name}
                </a>
              </h3>
              <p class="m num">{t.draftSaved(formatDateTime(updatedAt))}</p>
            </div>
            <div class="r">
              <a href={`/procedures/${procedureCode}/apply`}>
                {t.goOn}
                <span class="vh">: {name}</span>
              </a>
              <Form action={`/my/drafts/${id}/discard`}>
                <Button kind="link">
                  {t.discard}
                  <span class="vh">: {name}</span>
                </Button>
              </Form>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whenOf(dossier: DossierSummary, t: typeof vi): string {
  const { status, dueAt, returnedAt, submittedAt } = dossier
  if (returnedAt) return t.returnedOn(formatDate(returnedAt))
  if (status === 'awaiting-supplement' || status === 'awaiting-payment') return t.clockStopped
  if (dueAt && (status === 'received' || status === 'processing')) return t.due(formatDateTime(dueAt))
  return t.submittedAt(formatDateTime(submittedAt))
}

function Dossiers({ mine, t }: Props) {
  const { language } = useFrame()
  const { dossiers, next, isFirst } = mine
  return (
    <section class={mine.isFirst && mine.drafts.length > 0 ? 'sec' : undefined} aria-labelledby="dossiers">
      <h2 id="dossiers">{t.dossiers}</h2>
      {dossiers.length === 0 && (
        <p>
          {t.none} <a href="/procedures">{t.find}</a>
        </p>
      )}
      <ol class="mine">
        {dossiers.map((dossier) => (
          <li key={dossier.id}>
            <div>
              <h3>
                <a href={`/my/dossiers/${dossier.ref}`}>{dossier.procedureName[language]}</a>
              </h3>
              <p class="m num">{dossier.ref}</p>
            </div>
            <div class="r">
              <StatusTag status={dossier.status} />
              <span class="m num">{whenOf(dossier, t)}</span>
            </div>
          </li>
        ))}
      </ol>
      {(next || !isFirst) && (
        <p class="row-li">
          {next && <a href={`/my?before=${encodeURIComponent(next)}`}>{t.older}</a>}
          {!isFirst && <a href="/my">{t.newest}</a>}
        </p>
      )}
    </section>
  )
}

/** The person's page: what waits for them first, then everything that is theirs. */
export function MyPage(props: Props) {
  const { mine, t } = props
  const { agency, language } = useFrame()
  const { hotline } = agency.contact
  return (
    <Page title={t.title} private>
      <h1>{t.title}</h1>
      <p class="quiet">{t.who(mine.name, t.levels[mine.assurance])}</p>
      {mine.isFirst && (
        <section class="sec-first" aria-labelledby="tasks">
          <h2 id="tasks">{t.tasks}</h2>
          <TaskList tasks={tasksOf(props, language)} empty={t.noTasks} />
        </section>
      )}
      <div class="two-col sec">
        <div>
          {mine.isFirst && <Drafts {...props} />}
          <Dossiers {...props} />
        </div>
        <aside class="side" aria-label={t.mine}>
          <section class="panel">
            <h2>{t.mine}</h2>
            <ul>
              <li>
                <a href="/my/messages">{t.messages}</a>
              </li>
              <li>
                <a href="/my/post">{t.post}</a>
              </li>
              <li>
                <a href="/my/reminders">{t.reminders}</a>
              </li>
              <li>
                <a href="/my/questions">{t.questions}</a>
              </li>
              <li>
                <a href="/my/petitions">{t.petitions}</a>
              </li>
              <li>
                <a href="/my/sessions">{t.sessions}</a>
              </li>
              <li>
                <a href="/track">{t.track}</a>
              </li>
            </ul>
          </section>
          <section>
            <h2>{t.helpTitle}</h2>
            <ul>
              <li>
                {t.call} <a href={`tel:${hotline}`}>{hotline}</a>
              </li>
            </ul>
          </section>
        </aside>
      </div>
    </Page>
  )
}
