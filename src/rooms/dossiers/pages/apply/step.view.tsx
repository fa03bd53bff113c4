import type { ComponentChildren } from 'preact'
import { BackLink, Button, Form, type GivenFile, Notice, Page, useFrame } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import {
  type Draft,
  type Filled,
  type FormError,
  FormStepView,
  type Opened,
  sayResumeCode,
  stepBefore,
  type UploadLimits,
  visitOf,
  walk,
} from '#rooms/forms/index.ts'
import type { Applying } from './applying.ts'
import type { vi } from './step.vi.ts'

export interface StepShown {
  step: string
  /** The page was opened from the check of answers, and goes back there. */
  fromCheck: boolean
  errors?: readonly FormError[]
  revealed?: readonly string[]
  /** What had been typed when the session ran out stands in the fields. */
  kept?: boolean
  resumed?: boolean
  /** The last change was just taken back. */
  undone?: boolean
  /** There is an earlier dossier of this procedure to copy from: where to ask for it. */
  copyFrom?: string | undefined
  /** What of a table stands open. */
  opened?: Opened | undefined
  /** What another window saved while this was typed. */
  saved?: Filled
}

/** Where the steps stand, and what is around them. */
export interface Way {
  base: string
  /** What comes before the first step. */
  start: string
  /** Where to leave it for later. */
  later: string
  aside: ComponentChildren
}

interface Props extends StepShown {
  applying: Applying
  way: Way
  draft: Draft
  files: Readonly<Record<string, GivenFile>>
  upload: UploadLimits
  t: typeof vi
}

function Before({ applying, draft, step, fromCheck, way, t }: Props) {
  if (fromCheck) return <BackLink href={`${way.base}/check`}>{t.backToCheck}</BackLink>
  const before = stepBefore(walk(applying.service.form, draft, applying.context), step)
  return <BackLink href={before ? `${way.base}/${before}` : way.start} />
}

/** By which any desk of the agency finds what is filled in here, and goes on with the person. R-027 */
function ResumeCode({ code, t }: { code: string; t: typeof vi }) {
  return (
    <section>
      <h2>{t.elsewhere}</h2>
      <p>
        {t.resumeCode} <b class="num nb">{sayResumeCode(code)}</b>
      </p>
      <p class="small quiet">{t.resumeText}</p>
    </section>
  )
}

/** One step of an application, at home or at a counter. */
export function StepPage(props: Props) {
  const { applying, draft, step, fromCheck, errors = [], way, t } = props
  const { language } = useFrame()
  const { service, context } = applying
  const title = visitOf(walk(service.form, draft, context), step)?.definition.title[language] ?? ''
  const path = `${way.base}/${step}${fromCheck ? '?from=check' : ''}`
  return (
    <Page
      title={title}
      problem={errors.length > 0}
      private
      path={path}
      islands={['live-form']}
      before={<Before {...props} />}
    >
      {props.kept && (
        <Notice kind="wait" live>
          {t.kept}
        </Notice>
      )}
      {props.resumed && (
        <Notice live>
          <p>{t.resumed(formatDateTime(draft.updatedAt))}</p>
          <p>
            <a href="/my">{t.startAgain}</a>
          </p>
        </Notice>
      )}
      {props.undone && <Notice live>{t.undone}</Notice>}
      {props.copyFrom && (
        <Notice title={t.earlier}>
          <Form action={props.copyFrom}>
            <p>{t.earlierText}</p>
            <Button kind="two" small>
              {t.copy}
            </Button>
          </Form>
        </Notice>
      )}
      <FormStepView
        form={service.form}
        step={step}
        filled={draft}
        context={context}
        action={path}
        service={service.package.service.name[language]}
        errors={errors}
        revealed={props.revealed ?? []}
        opened={props.opened}
        mayUndo={draft.lastChange !== undefined}
        revision={draft.revision}
        elsewhere={props.saved && { saved: props.saved, keepHref: path }}
        files={props.files}
        upload={props.upload}
        removeName="remove"
        laterHref={way.later}
        aside={
          <>
            {way.aside}
            {draft.resumeCode && <ResumeCode code={draft.resumeCode} t={t} />}
          </>
        }
      />
    </Page>
  )
}
