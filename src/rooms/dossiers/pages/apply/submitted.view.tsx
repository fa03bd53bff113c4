import { dayOf } from '#kernel/local-date.ts'
import type { Money } from '#kernel/money.ts'
import { ButtonLink, Buttons, ConfirmationPanel, Page, Path, type PathStage, useFrame } from '#platform/html/index.ts'
import { formatDate, formatDay, formatMoney, type Language } from '#platform/i18n/index.ts'
import { type Dossier, refOf } from '../../dossier.ts'
import type { Estimate } from '../shared/estimate.ts'
import { sayMoment } from '../shared/moment.ts'
import type { vi } from './submitted.vi.ts'

export interface Submitted {
  dossier: Dossier
  unit: string
  estimate: Estimate
  payable: Money
}

interface Props {
  submitted: Submitted
  t: typeof vi
}

function stagesFor({ submitted, t }: Props, language: Language): PathStage[] {
  const { dossier, unit, estimate, payable } = submitted
  return [
    { state: 'done', title: t.youSent, detail: <p class="num">{sayMoment(dossier.submittedAt, language)}</p> },
    {
      state: 'now',
      title: t.checking(unit),
      ...(estimate.checkedBy
        ? {
            detail: (
              <p>
                {t.within} <b class="num">{sayMoment(estimate.checkedBy, language)}</b>.
              </p>
            ),
          }
        : {}),
    },
    { state: 'todo', title: payable > 0 ? t.receiptAndPay(formatMoney(payable)) : t.receipt, detail: t.missing },
    {
      state: 'todo',
      title: t.result,
      ...(estimate.dueAt
        ? {
            detail: (
              <p>
                {t.expected} <b class="num">{formatDay(dayOf(estimate.dueAt), language)}</b>{' '}
                {t.ifReceived(formatDate(estimate.receivedOn))}
              </p>
            ),
          }
        : {}),
    },
  ]
}

/** It is filed: the code to keep, where it went, and what happens next. R-061 */
export function SubmittedPage(props: Props) {
  const { submitted, t } = props
  const { language, agency } = useFrame()
  const { dossier, unit } = submitted
  const ref = refOf(dossier)
  const { hotline } = agency.contact
  return (
    <Page title={`${t.title}: ${ref}`} private>
      <ConfirmationPanel title={t.title} codeLabel={dossier.code ? t.final : t.temporary} code={ref}>
        {t.at(sayMoment(dossier.submittedAt, language))}
      </ConfirmationPanel>
      <div class="two-col">
        <div class="flow">
          <p class="measure">
            {t.sent(unit)}{' '}
            {dossier.applicant.email ? (
              <>
                {t.emailed} <b>{dossier.applicant.email}</b> {t.emailedAfter}
              </>
            ) : (
              t.inbox
            )}{' '}
            {t.noPaper}
          </p>
          <section aria-labelledby="next">
            <h2 id="next">{t.next}</h2>
            <Path stages={stagesFor(props, language)} />
          </section>
          <Buttons>
            <ButtonLink href="/my">{t.my}</ButtonLink>
            <ButtonLink href={`/my/dossiers/${ref}/application`} kind="two" icon="print">
              {t.print}
            </ButtonLink>
          </Buttons>
        </div>
        <aside class="side" aria-label={t.mind}>
          <section>
            <h2>{t.mind}</h2>
            <ul>
              <li>
                <a href={`/my/dossiers/${ref}/withdraw`}>{t.withdraw}</a>
              </li>
              <li>
                <a href={`/my/dossiers/${ref}`}>{t.dossier}</a>
              </li>
              <li>
                <a href={`/track/${ref}`}>{t.track}</a>
              </li>
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
