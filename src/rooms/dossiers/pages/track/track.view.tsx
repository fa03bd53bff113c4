import type { FieldError } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { Breadcrumb, Button, ButtonLink, ErrorSummary, Form, Page, TextField, useFrame } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { WhyThisDate } from '#rooms/deadlines/index.ts'
import type { Dossier } from '../../dossier.ts'
import { isAnswered, isLegal } from '../../status.ts'
import type { Clock } from '../shared/clock.ts'
import type { Course } from '../shared/course.ts'
import { CoursePath, DueBlock } from '../shared/course.view.tsx'
import { FirstPromise } from '../shared/promise.view.tsx'
import { wholeCodes } from '../shared/whole-codes.view.tsx'
import type { vi } from './track.vi.ts'

interface SearchProps {
  typed?: string
  errors?: readonly FieldError[]
  t: typeof vi
}

function SearchForm({ typed, errors, t }: SearchProps) {
  return (
    <Form action="/track" method="get" role="search" class="form">
      <TextField
        name="code"
        label={t.label}
        hint={wholeCodes(t.hint)}
        value={typed}
        errors={errors}
        autocomplete="off"
        spellcheck={false}
      />
      <Button icon="search">{t.search}</Button>
    </Form>
  )
}

/** The form; and, with errors, what was wrong with the code. */
export function TrackPage({ typed = '', errors = [], t }: SearchProps) {
  return (
    <Page
      title={t.title}
      problem={errors.length > 0}
      path="/track"
      before={<Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.title }]} />}
    >
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <SearchForm typed={typed} errors={errors} t={t} />
    </Page>
  )
}

/** What everybody may know of a dossier: nothing here is about a person. R-037 */
export interface Tracked extends Pick<Dossier, 'dueAt' | 'originalDueAt' | 'receivedAt' | 'clockFrom'> {
  ref: string
  course: Course
  clock: Clock
  isMine: boolean
}

interface Props {
  tracked: Tracked
  today: LocalDate
  language: Language
  t: typeof vi
}

export function TrackedPage({ tracked, today, language, t }: Props) {
  const { ref, clock, course, dueAt } = tracked
  return (
    <Page
      title={t.heading(ref)}
      private
      path={`/track/${ref}`}
      before={<Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.title, href: '/track' }, { label: ref }]} />}
    >
      <h1>{t.heading(ref)}</h1>
      <DueBlock status={course.status} progress={clock.progress} dueAt={dueAt} />
      <FirstPromise promise={tracked} />
      <div class="track-grid sec">
        <div class="tg-path">
          <section aria-labelledby="where">
            <h2 id="where">{t.where}</h2>
            <CoursePath course={course} />
          </section>
        </div>
        {clock.explanation && (
          <div class="tg-why">
            <WhyThisDate explanation={clock.explanation} language={language} today={today} />
          </div>
        )}
        <Side tracked={tracked} t={t} />
      </div>
      <section class="sec" aria-labelledby="another">
        <h2 id="another">{t.another}</h2>
        <SearchForm t={t} />
      </section>
    </Page>
  )
}

function Side({ tracked: { ref, isMine, course }, t }: { tracked: Tracked; t: typeof vi }) {
  const { agency } = useFrame()
  const mine = `/my/dossiers/${ref}`
  return (
    <aside class="side tg-side" aria-label={t.aside}>
      <section class="panel">
        <h2>{isMine ? t.yours : t.seeMore}</h2>
        <p>{isMine ? t.yoursWhy : t.seeMoreWhy}</p>
        <p>
          <ButtonLink href={isMine ? mine : `/sign-in?return=${encodeURIComponent(mine)}`} small>
            {isMine ? t.open : t.signIn}
          </ButtonLink>
        </p>
      </section>
      <section>
        <h2>{t.other}</h2>
        <ul>
          {isLegal('withdraw', course.status) && (
            <li>
              <a href={`${mine}/withdraw`}>{t.withdraw}</a>
              {!isMine && t.needsSignIn}
            </li>
          )}
          {isAnswered(course.status) && (
            <li>
              <a href={`${mine}/rating`}>{t.rate}</a>
              {!isMine && t.needsSignIn}
            </li>
          )}
          <li>
            {t.ask} <a href={`tel:${agency.contact.hotline}`}>{agency.contact.hotline}</a>
          </li>
        </ul>
      </section>
    </aside>
  )
}
