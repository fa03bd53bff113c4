import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import { dayOf } from '#kernel/local-date.ts'
import {
  BackLink,
  ErrorSummary,
  type GivenFile,
  Hidden,
  Notice,
  Page,
  type SummaryItem,
  SummaryList,
  useFrame,
} from '#platform/html/index.ts'
import { formatDateTime, formatDay, formatMoney } from '#platform/i18n/index.ts'
import { deadlineWords, parseLimit, sayLimit } from '#rooms/deadlines/index.ts'
import {
  CheckAnswersView,
  DeclarationView,
  type Draft,
  type FeeLine,
  type FeeNotice,
  type SummaryGroup,
} from '#rooms/forms/index.ts'
import type { ResultChannel } from '../../dossier.ts'
import type { Estimate } from '../shared/estimate.ts'
import type { vi } from './check.vi.ts'
import { Help } from './help.view.tsx'

export interface Checked {
  code: string
  serviceName: string
  draft: Draft
  groups: readonly SummaryGroup[]
  files: Readonly<Record<string, GivenFile>>
  /** Number of this step, which is the last. */
  number: number
  lastStep: string | undefined
  /** Whether the form asks how the result is wanted; if not, the service offers one way only. */
  asksDelivery: boolean
  delivery: ResultChannel
  place: string
  email: string | undefined
  timeLimit: string
  estimate: Estimate
  fees: FeeNotice
}

interface Props {
  checked: Checked
  errors?: readonly FieldError[]
  kept?: boolean
  t: typeof vi
}

function feeItem(line: FeeLine, language: 'vi' | 'en', t: typeof vi): SummaryItem {
  const label = line.name[language]
  if (line.exemption) return { label, value: t.exempt(line.exemption.name[language]) }
  if (line.amount === 0) return { label, value: t.free }
  return {
    label,
    value: (
      <>
        <b class="num">{formatMoney(line.amount)}</b>
        {t.payLater}
      </>
    ),
  }
}

/** What is to be paid, line by line. */
export function feeItems({ fees, t }: { fees: FeeNotice; t: typeof vi }, language: 'vi' | 'en'): SummaryItem[] {
  const lines = fees.lines.map((line) => feeItem(line, language, t))
  if (fees.unset.length > 0) lines.push({ label: t.kinds.charge, value: t.unset })
  if (lines.length === 0) return [{ label: t.kinds.charge, value: t.free }]
  if (fees.lines.length < 2) return lines
  return [...lines, { label: t.total, value: <b class="num">{formatMoney(fees.total)}</b> }]
}

function dueWords({ estimate }: Checked, language: 'vi' | 'en', t: typeof vi): ComponentChildren {
  if (!estimate.dueAt) return t.dueNote
  const day = formatDay(dayOf(estimate.dueAt), language)
  return (
    <>
      <span class="num">
        {estimate.receivedToday ? t.dueToday(day) : t.dueOther(day, formatDay(estimate.receivedOn, language))}
      </span>
      <p class="small quiet">{t.dueNote}</p>
    </>
  )
}

function followItems(checked: Checked, language: 'vi' | 'en', t: typeof vi): SummaryItem[] {
  const { estimate, email } = checked
  return [
    { label: t.place, value: checked.place },
    ...(estimate.checkedBy
      ? [{ label: t.checked, value: <span class="num">{t.checkedBy(formatDateTime(estimate.checkedBy))}</span> }]
      : []),
    { label: t.limit, value: sayLimit(parseLimit(checked.timeLimit), deadlineWords(language)) },
    { label: t.due, value: dueWords(checked, language, t) },
    // Where the form asks, the answer stands above already, with its change.
    ...(checked.asksDelivery ? [] : [{ label: t.delivery, value: t.deliveries[checked.delivery] }]),
    { label: t.notice, value: email ? t.noticeEmail(email) : t.noticeInbox },
    ...feeItems({ fees: checked.fees, t }, language),
  ]
}

/** Everything that will be filed, what follows from it, and the declaration. */
export function CheckPage({ checked, errors = [], kept = false, t }: Props) {
  const { language } = useFrame()
  const { code, draft, lastStep } = checked
  const base = `/procedures/${code}/apply`
  return (
    <Page
      title={t.title}
      problem={errors.length > 0}
      private
      path={`${base}/check`}
      before={<BackLink href={lastStep ? `${base}/${lastStep}` : base} />}
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
            <SummaryList heading={t.whatFollows} items={followItems(checked, language, t)} />
          </section>
          <DeclarationView
            action={`${base}/check`}
            errors={errors}
            hidden={
              <>
                <Hidden name="draft" value={draft.id} />
                <Hidden name="revision" value={String(draft.revision)} />
              </>
            }
            beside={<a href={`${base}/printout`}>{t.printout}</a>}
          />
          <p class="small quiet">{t.after}</p>
        </div>
        <aside class="side">
          <Help />
        </aside>
      </div>
    </Page>
  )
}

interface PrintoutProps {
  checked: Pick<Checked, 'code' | 'serviceName' | 'draft' | 'groups' | 'files'>
  t: typeof vi
}

/** What has been filled in so far, to print or to keep. R-052 @see Circular 32/2017/TT-BTTTT, Art. 8.4 */
export function PrintoutPage({ checked, t }: PrintoutProps) {
  const { code, draft } = checked
  return (
    <Page title={t.printTitle} private before={<BackLink href={`/procedures/${code}/apply`} />}>
      <div class="form">
        <div>
          <p class="quiet">{checked.serviceName}</p>
          <h1>{t.printTitle}</h1>
          <p class="small quiet num">{t.savedAt(formatDateTime(draft.updatedAt))}</p>
        </div>
        <Notice kind="wait">{t.printDraft}</Notice>
        <CheckAnswersView groups={checked.groups} files={checked.files} />
      </div>
    </Page>
  )
}
