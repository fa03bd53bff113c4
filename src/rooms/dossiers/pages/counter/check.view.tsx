import type { FieldError } from '#kernel/errors.ts'
import { dayOf, timeOf } from '#kernel/local-date.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Buttons,
  Checkboxes,
  ErrorSummary,
  FileUpload,
  Form,
  Hidden,
  Notice,
  Page,
  type SummaryItem,
  SummaryList,
  useFrame,
} from '#platform/html/index.ts'
import { formatDay, type Language } from '#platform/i18n/index.ts'
import { deadlineWords, parseLimit, sayLimit } from '#rooms/deadlines/index.ts'
import { CheckAnswersView, type UploadLimits } from '#rooms/forms/index.ts'
import type { vi as applyVi } from '../apply/check.vi.ts'
import { feeItems } from '../apply/check.view.tsx'
import type { PaperRow } from '../intake/intake.ts'
import type { vi as intakeVi } from '../intake/intake.vi.ts'
import { PaperFields } from '../intake/parts.view.tsx'
import { Beside } from './beside.view.tsx'
import type { vi } from './check.vi.ts'
import type { CheckedAtDesk } from './checked.ts'

export const MOST_SCANS = 20

/** Words of this page, and those of pages whose parts stand on it. */
export interface CheckWords {
  t: typeof vi
  apply: typeof applyVi
  intake: typeof intakeVi
}

interface Props {
  checked: CheckedAtDesk
  rows: readonly PaperRow[]
  errors?: readonly FieldError[]
  kept?: boolean
  upload: UploadLimits
  words: CheckWords
}

function followItems({ checked, words: { t, apply } }: Props, language: Language): SummaryItem[] {
  const { dueIfNow, asksDelivery, delivery, fees } = checked
  const due = dueIfNow && `${timeOf(dueIfNow)}, ${formatDay(dayOf(dueIfNow), language)}`
  return [
    { label: t.competent, value: checked.competent },
    { label: t.limit, value: sayLimit(parseLimit(checked.timeLimit), deadlineWords(language)) },
    ...(due ? [{ label: t.due, value: <b class="num">{due}</b> }] : []),
    ...(asksDelivery ? [] : [{ label: t.delivery, value: apply.deliveries[delivery] }]),
    ...feeItems({ fees, t: apply }, language),
  ]
}

function Scans({ checked, errors = [], upload, words: { t } }: Props) {
  return (
    <section>
      <h2>{t.scans.title}</h2>
      <Form action={`${checked.base}/scans`} multipart class="form">
        <FileUpload
          name="scans"
          label={t.scans.label}
          hint={t.scans.hint}
          optional
          {...upload}
          maxFiles={MOST_SCANS}
          files={checked.scans}
          removeName="remove"
          errors={errors}
        />
        <Button kind="two" small>
          {t.scans.add}
        </Button>
      </Form>
    </section>
  )
}

function Receive({ checked, rows, errors = [], words: { t, intake } }: Props) {
  const { draft } = checked.at
  const words = t.receive
  return (
    <section>
      <h2>{words.title}</h2>
      <Form action={`${checked.base}/receipt`} class="form">
        <Hidden name="revision" value={String(draft.revision)} />
        <PaperFields
          label={words.papers}
          hint={words.hint}
          rows={rows}
          expected={checked.papers.length}
          errors={errors}
          t={intake}
        />
        <Checkboxes
          name="signed"
          label={words.signed}
          items={[{ value: 'yes', label: words.isSigned(checked.answersCode) }]}
          errors={errors}
        />
        {checked.timeLimit === '0wd' && <Notice>{words.sameDay}</Notice>}
        <p class="small quiet">{words.after}</p>
        <Buttons>
          <Button>{words.confirm}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

/** Everything before the person at the counter signs, and the one press that files and receives. */
export function CheckAtDeskPage(props: Props) {
  const { checked, errors = [], kept, words } = props
  const { language } = useFrame()
  const { t } = words
  const { base, lastStep } = checked
  return (
    <Page
      title={t.title}
      problem={errors.length > 0}
      private
      path={`${base}/check`}
      before={<BackLink href={`${base}/${lastStep ?? ''}`} />}
    >
      <div class="two-col">
        <div class="flow">
          <ErrorSummary errors={errors} />
          {kept && errors.length === 0 && (
            <Notice kind="wait" live>
              {t.kept}
            </Notice>
          )}
          <div>
            <p class="prog">
              {t.step(checked.number)} · {checked.serviceName}
            </p>
            <h1>{t.title}</h1>
          </div>
          <CheckAnswersView
            groups={checked.groups}
            files={checked.files}
            stepHref={(step) => `${base}/${step}?from=check`}
          />
          <section>
            <SummaryList heading={t.whatFollows} items={followItems(props, language)} />
          </section>
          <section>
            <h2>{t.sign.title}</h2>
            <p>{t.sign.text}</p>
            <p class="num">{t.sign.code(checked.answersCode)}</p>
            <Buttons>
              <ButtonLink href={`${base}/declaration`} kind="two" icon="print">
                {t.sign.print}
              </ButtonLink>
            </Buttons>
          </section>
          <Scans {...props} />
          <Receive {...props} />
        </div>
        <aside class="side">
          <Beside at={checked.at} />
        </aside>
      </div>
    </Page>
  )
}
