import type { ComponentChildren } from 'preact'
import { dayOf, type LocalDateTime, timeOf } from '#kernel/local-date.ts'
import { Path, Tag, type TagKind, useFrame } from '#platform/html/index.ts'
import { formatDay, type Language, wordsFor } from '#platform/i18n/index.ts'
import { type DueProgress, deadlineWords, sayProgress } from '#rooms/deadlines/index.ts'
import type { Status } from '../../status.ts'
import { en } from './course.en.ts'
import { type Course, type StageKey, stagesOf } from './course.ts'
import { vi } from './course.vi.ts'
import { sayMoment } from './moment.ts'

interface PathProps {
  course: Course
  /** What more stands under a stage: where, who, what the person must do. */
  more?: Partial<Record<StageKey, ComponentChildren>>
}

/** “Hồ sơ đang ở đâu” as the drum's band. */
export function CoursePath({ course, more = {} }: PathProps) {
  const { language } = useFrame()
  const t = wordsFor({ language }, { vi, en })
  const stages = stagesOf(course).map(({ key, state, at }) => {
    const when = at && (state === 'now' ? t.from(sayMoment(at, language)) : sayMoment(at, language))
    const detail = (when || more[key]) && (
      <p>
        {when && <span class="num">{when}</span>}
        {when && more[key] && '. '}
        {more[key]}
      </p>
    )
    return { state, title: t.stages[state][key], ...(detail ? { detail } : {}) }
  })
  return <Path stages={stages} />
}

const TAGS: Record<Status, TagKind> = {
  draft: 'case',
  submitted: 'running',
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

interface StatusProps {
  status: Status
  progress?: DueProgress | undefined
}

/** State and, while the clock runs, whether it is in time: shape and word first, colour last. */
export function StatusTag({ status, progress }: StatusProps) {
  const t = wordsFor(useFrame(), { vi, en })
  const word = t.statuses[status]
  if (progress?.state === 'overdue') return <Tag kind="overdue">{t.overdue(word)}</Tag>
  if (progress?.state === 'dueToday') return <Tag kind="today">{t.dueToday(word)}</Tag>
  if (progress && progress.state !== 'waiting') return <Tag kind={TAGS[status]}>{t.inTime(word)}</Tag>
  return <Tag kind={TAGS[status]}>{word}</Tag>
}

interface DueProps extends StatusProps {
  dueAt: LocalDateTime | undefined
}

function withoutDate({ status }: DueProps, t: typeof vi): string {
  if (status === 'submitted') return t.noDueYet
  return status === 'awaiting-supplement' || status === 'awaiting-payment' ? t.noDueWaiting : t.noDueEnded
}

/** The day of the result, large; without one, why there is none. */
export function DueBlock(props: DueProps) {
  const { dueAt, progress, status } = props
  const { language } = useFrame()
  const t = wordsFor({ language }, { vi, en })
  const ended = status === 'refused' || status === 'withdrawn' || status === 'discontinued'
  return (
    <div class="due">
      {!ended && <p class="quiet">{t.dueLabel}</p>}
      <p class="big num">
        {ended ? t.statuses[status] : dueAt ? <Day dueAt={dueAt} language={language} t={t} /> : t.noDue}
      </p>
      <p>
        {!ended && <StatusTag status={status} progress={progress} />}{' '}
        <span class="quiet">
          {progress?.state === 'overdue' && `${t.sorry} `}
          {progress ? sayProgress(progress, deadlineWords(language)) : !dueAt || ended ? withoutDate(props, t) : ''}
        </span>
      </p>
    </div>
  )
}

function Day({ dueAt, language, t }: { dueAt: LocalDateTime; language: Language; t: typeof vi }) {
  return (
    <>
      {formatDay(dayOf(dueAt), language)}, <span class="nb">{t.before(timeOf(dueAt))}</span>
    </>
  )
}
