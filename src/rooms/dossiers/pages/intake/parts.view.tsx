import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import { dayOf, timeOf } from '#kernel/local-date.ts'
import { BackLink, Checkboxes, Details, ErrorSummary, Page, Select, TextField, useFrame } from '#platform/html/index.ts'
import { formatDateTime, formatDay } from '#platform/i18n/index.ts'
import { CheckAnswersView } from '#rooms/forms/index.ts'
import { maskIdNumber } from '#rooms/identity/index.ts'
import { type Intake, PAPER_KINDS, type PaperRow } from './intake.ts'
import type { vi } from './intake.vi.ts'

interface PageProps {
  intake: Intake
  /** `receive`, `supplement`, `refuse`: the form's address under the dossier's. */
  at: string
  title: string
  errors: readonly FieldError[]
  t: typeof vi
  children: ComponentChildren
}

/** The frame of the desk's three forms: what to do on the left, the dossier on the right. */
export function IntakePage({ intake, at, title, errors, t, children }: PageProps) {
  const { language } = useFrame()
  const { dossier, ref } = intake
  const back = `/desk/dossiers/${ref}`
  return (
    <Page
      title={`${title}, ${ref}`}
      problem={errors.length > 0}
      private
      path={`${back}/${at}`}
      before={<BackLink href={back}>{t.back}</BackLink>}
    >
      <div class="two-col">
        <div class="form">
          <ErrorSummary errors={errors} />
          <div>
            <p class="num quiet">
              {ref} · {dossier.procedureName[language]}
            </p>
            <h1>{title}</h1>
          </div>
          {children}
        </div>
        <aside class="side" aria-label={t.about}>
          <About intake={intake} t={t} />
        </aside>
      </div>
    </Page>
  )
}

function About({ intake, t }: { intake: Intake; t: typeof vi }) {
  const { language } = useFrame()
  const { dossier, files, says, dueIfNow } = intake
  const { owner, applicant } = dossier
  const due = dueIfNow && `${timeOf(dueIfNow)}, ${formatDay(dayOf(dueIfNow), language)}`
  const identity = owner.identityNumber && maskIdNumber(owner.identityNumber)
  return (
    <>
      <section>
        <h2>{t.about}</h2>
        <ul class="plain">
          <Fact label={t.owner}>{owner.name}</Fact>
          {identity && (
            <Fact label={t.identity}>
              <span class="num nb">{identity}</span>
            </Fact>
          )}
          {applicant.name !== owner.name && <Fact label={t.applicant}>{applicant.name}</Fact>}
          <Fact label={t.submitted}>
            <span class="num">{formatDateTime(dossier.submittedAt)}</span>
          </Fact>
          <Fact label={t.competent}>{intake.competentUnit}</Fact>
          {due && !dossier.receivedAt && (
            <Fact label={t.dueIfNow}>
              <b class="num">{due}</b>
            </Fact>
          )}
        </ul>
      </section>
      <section>
        <h2>{t.files}</h2>
        {files.length === 0 && <p class="quiet">{t.noFiles}</p>}
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <a href={file.viewHref ?? '#'}>{file.name}</a>
            </li>
          ))}
        </ul>
      </section>
      <Details summary={t.answers}>
        <CheckAnswersView groups={says.answers} files={Object.fromEntries(files.map((file) => [file.id, file]))} />
      </Details>
    </>
  )
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <li>
      <span class="small quiet">{label}</span>
      <br />
      {children}
    </li>
  )
}

interface PaperProps {
  label: string
  hint?: string
  rows: readonly PaperRow[]
  /** How many of the rows the service asks for; one more is the officer's own. */
  expected: number
  errors: readonly FieldError[]
  t: typeof vi
}

/** Papers, each with its kind and number of copies, and room for one that nobody expected. */
export function PaperFields({ label, hint, rows, expected, errors, t }: PaperProps) {
  const own = rows[expected]
  return (
    <>
      <Checkboxes
        name="papers"
        label={label}
        hint={hint}
        errors={errors}
        values={rows.flatMap(({ ticked }, index) => (ticked ? [String(index)] : []))}
        items={rows.slice(0, expected).map((row, index) => ({
          value: String(index),
          label: row.name,
          reveal: <KindAndCopies row={row} index={index} errors={errors} t={t} />,
        }))}
      />
      <Details summary={t.otherPaper} open={own !== undefined}>
        <TextField name="other" label={t.other} value={own?.name} errors={errors} optional autocomplete="off" />
        <KindAndCopies
          row={own ?? { name: t.otherPaper, ticked: false, kind: 'original', copies: '1' }}
          index={expected}
          errors={errors}
          t={t}
        />
      </Details>
    </>
  )
}

interface RowProps {
  row: PaperRow
  index: number
  errors: readonly FieldError[]
  t: typeof vi
}

function KindAndCopies({ row, index, errors, t }: RowProps) {
  const kinds = PAPER_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))
  return (
    <div class="stack-s">
      <Select name={`kind-${index}`} label={t.kind(row.name)} items={kinds} value={row.kind} errors={errors} />
      <TextField
        name={`copies-${index}`}
        label={t.copies}
        value={row.copies}
        errors={errors}
        inputmode="numeric"
        width="short"
        autocomplete="off"
      />
    </div>
  )
}
