import type { ComponentChildren } from 'preact'
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  type GivenFile,
  Hidden,
  Notice,
  StepIndicator,
  useFrame,
} from '#platform/html/index.ts'
import { wordsFor } from '#platform/i18n/index.ts'
import type { Filled } from './definition.ts'
import { differences } from './differences.ts'
import type { Drawing, UploadLimits } from './drawing.ts'
import { SavedElsewhereView } from './elsewhere.view.tsx'
import { estimatedMinutes } from './estimate.ts'
import { en } from './form.en.ts'
import type { Form as CompiledForm } from './form.ts'
import { vi } from './form.vi.ts'
import { visitOf, walk } from './journey.ts'
import { KnownView } from './known.view.tsx'
import { drawnIds, layout } from './layout.ts'
import { ASKED_FIELD, GO_FIELD, UNDO_FIELD } from './posted.ts'
import { type FormError, sayErrors } from './problem.ts'
import type { FormContext } from './profile.ts'
import { QuestionsView, SensitiveNotice } from './questions.view.tsx'
import type { Opened } from './row-acts.ts'
import { rowAnchor } from './table-question.view.tsx'

export interface FormStepProps {
  form: CompiledForm
  step: string
  filled: Filled
  context: FormContext
  /** Where it is posted. */
  action: string
  /** What is being applied for, beside “Bước 3 trong 5”. */
  service: string
  errors?: readonly FormError[]
  /** Questions that the last post made visible: said on top, not as errors. */
  revealed?: readonly string[]
  /** This step was saved in another window while these answers were typed: both are shown, nothing is lost. */
  elsewhere?: { saved: Filled; keepHref: string } | undefined
  /** There is a change to be taken back. */
  mayUndo?: boolean
  /** What of a table stands open, as the address says. */
  opened?: Opened | undefined
  /** Of the draft; a second window saving the same step is then noticed. */
  revision?: number | undefined
  files?: Readonly<Record<string, GivenFile>>
  upload: UploadLimits
  /** Name of the button that takes a file away; its value is the document's id. */
  removeName?: string
  /** Leave it for later. */
  laterHref?: string
  /** More in the aside: who helps. */
  aside?: ComponentChildren
}

/**
 * The content of a form step: errors, progress, question, save, and where to find the answer on the paper. It goes
 * inside `Page`; the h1 is the step's title. Works without script.
 */
export function FormStepView(props: FormStepProps) {
  const { form, step, filled, context, errors = [], revealed = [], files = {}, upload, removeName } = props
  const { language } = useFrame()
  const t = wordsFor({ language }, { vi, en })
  const journey = walk(form, filled, context)
  const visit = visitOf(journey, step)
  if (!visit) return null
  const placed = layout(visit, filled, context)
  const opened = openedTables(errors, props.opened)
  const said = sayErrors(placeErrors(errors, opened), language)
  const drawing: Drawing = {
    ...{ language, context, errors: said, files, upload, removeName, t },
    ...{ values: journey.values, opened },
  }
  const title = visit.definition.title[language]
  const open = placed.filter(({ asked }) => !asked.locked)
  const known = visit.asked.filter(({ locked }) => locked)
  const hasFiles = visit.step.questions.some(({ definition }) => definition.kind === 'file')
  const hasRows = visit.asked.some(({ definition }) => definition.kind === 'table')

  return (
    <div class="two-col">
      <div class="form" data-live="">
        <ErrorSummary errors={said} />
        {revealed.length > 0 && said.length === 0 && (
          <Notice live>
            <p>
              <a href={`#${revealed[0]}`}>{t.revealed}</a>
            </p>
          </Notice>
        )}
        <div>
          <StepIndicator step={visit.number} total={journey.steps.length + 1} of={props.service} />
          <p class="hint">{t.minutes(String(estimatedMinutes(journey, step)))}</p>
          <h1>{title}</h1>
          {visit.definition.intro && <p class="hint">{visit.definition.intro[language]}</p>}
        </div>
        {props.elsewhere && (
          <SavedElsewhereView
            differences={differences(form, step, { saved: props.elsewhere.saved, typed: filled, context, language })}
            keepHref={props.elsewhere.keepHref}
            t={t}
          />
        )}
        <Form action={props.action} multipart={hasFiles} class="form">
          {/* Enter presses the first button, which must not be that of a row. */}
          {hasRows && !hasFiles && <button type="submit" class="vh" tabIndex={-1} aria-hidden="true" />}
          <Hidden name={ASKED_FIELD} value={drawnIds(placed).join(',')} />
          {props.revision !== undefined && <Hidden name="--revision" value={String(props.revision)} />}
          <KnownView known={known} drawing={drawing} />
          <SensitiveNotice placed={open} drawing={drawing} />
          <QuestionsView placed={open} drawing={drawing} />
          <Buttons>
            <Button>{t.continue}</Button>
            {props.laterHref && <a href={props.laterHref}>{t.later}</a>}
          </Buttons>
          <p class="hint" role="status" data-saved={t.saved} />
          <div class="acts">
            {props.mayUndo && (
              <Button kind="link" name={UNDO_FIELD} value="yes">
                {t.undo}
              </Button>
            )}
            <SwitchWay form={form} t={t} />
          </div>
        </Form>
      </div>
      <Aside where={whereOf(open, language)} t={t} more={props.aside} />
    </div>
  )
}

/** One page or several is for the person to choose; what is typed is saved on the way. R-048 */
function SwitchWay({ form, t }: { form: CompiledForm; t: typeof vi }) {
  if (!form.parts && form.steps.length < 2) return null
  return (
    <Button kind="link" name={GO_FIELD} value={form.parts ? 'steps' : 'one-page'}>
      {form.parts ? t.stepByStep : t.onePage}
    </Button>
  )
}

/** Where the first wrong row of a table stands in fields, its errors are seen at their fields. */
function openedTables(errors: readonly FormError[], opened: Opened | undefined): Record<string, Opened> {
  const tables: Record<string, Opened> = opened ? { [opened.table]: opened } : {}
  for (const { question, row } of errors) {
    const known = tables[question]
    if (row !== undefined && known?.row === undefined) tables[question] = { table: question, row }
  }
  return tables
}

/** Errors of a row that is not open lead to its button in the list. */
function placeErrors(errors: readonly FormError[], opened: Readonly<Record<string, Opened>>): FormError[] {
  return errors.map((error) => {
    if (error.row === undefined || opened[error.question]?.row === error.row) return error
    return { ...error, field: rowAnchor(error.question, error.row) }
  })
}

interface Place {
  label: string
  where: string
}

function whereOf(placed: ReturnType<typeof layout>, language: 'vi' | 'en'): Place[] {
  return placed.flatMap(({ asked: { definition }, under }) => [
    ...(definition.kind !== 'note' && definition.where
      ? [{ label: definition.label[language], where: definition.where[language] }]
      : []),
    ...[...under.values()].flatMap((children) => whereOf([...children], language)),
  ])
}

function Aside({ where, t, more }: { where: readonly Place[]; t: typeof vi; more: ComponentChildren }) {
  if (where.length === 0 && !more) return null
  return (
    <aside class="side" aria-label={t.help}>
      {where.length > 0 && (
        <section class="panel">
          <h2>{t.where}</h2>
          {where.map(({ label, where: text }) => (
            <p key={label}>
              <b>{label}.</b> {text}
            </p>
          ))}
        </section>
      )}
      {more}
    </aside>
  )
}
