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
import { SavedElsewhereView } from './elsewhere.view.tsx'
import { en } from './form.en.ts'
import type { Form as CompiledForm } from './form.ts'
import { vi } from './form.vi.ts'
import { visitOf, walk } from './journey.ts'
import { KnownView } from './known.view.tsx'
import { drawnIds, layout } from './layout.ts'
import { ASKED_FIELD } from './posted.ts'
import { type FormError, sayErrors } from './problem.ts'
import type { FormContext } from './profile.ts'
import { type Drawing, QuestionView, type UploadLimits } from './question.view.tsx'

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
  const said = sayErrors(errors, language)
  const drawing: Drawing = { language, context, errors: said, files, upload, removeName, t }
  const title = visit.definition.title[language]
  const open = placed.filter(({ asked }) => !asked.locked)
  const known = visit.asked.filter(({ locked }) => locked)
  const hasFiles = visit.step.questions.some(({ definition }) => definition.kind === 'file')

  return (
    <div class="two-col">
      <div class="form">
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
          <Hidden name={ASKED_FIELD} value={drawnIds(placed).join(',')} />
          {props.revision !== undefined && <Hidden name="--revision" value={String(props.revision)} />}
          <KnownView known={known} drawing={drawing} />
          {open.map((one) => (
            <QuestionView key={one.asked.id} placed={one} drawing={drawing} />
          ))}
          <Buttons>
            <Button>{t.continue}</Button>
            {props.laterHref && <a href={props.laterHref}>{t.later}</a>}
          </Buttons>
        </Form>
      </div>
      <Aside where={whereOf(open, language)} t={t} more={props.aside} />
    </div>
  )
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
