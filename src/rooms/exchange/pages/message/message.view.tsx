import { Breadcrumb, ErrorSummary, Notice, Page, SummaryList, Tag } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import { coverIn } from '../../personal.ts'
import { sayDestination, sayService, sayState, sayWhy } from '../../wording.ts'
import { LEDGER } from '../ledger/asked.ts'
import { LOOK } from '../shared/tags.ts'
import { Deeds, ReadForm } from './acts.view.tsx'
import { Attempts, History } from './attempts.view.tsx'
import { Content } from './content.view.tsx'
import type { MessageProps } from './shown.ts'

/** One message of the ledger: every field beside the entries of the log that prove it. R-186 */
export function MessagePage(props: MessageProps) {
  const { opened, isOpen, mayKeep, errors, path, t } = props
  const { message } = opened
  const title = t.title(message.id)
  const crumbs = [
    { label: t.manage, href: '/manage' },
    { label: t.ledger, href: `${LEDGER}?destination=${message.destination}` },
    { label: title },
  ]
  return (
    <Page title={title} errors={errors} path={path} before={<Breadcrumb items={crumbs} />}>
      <ErrorSummary errors={errors} />
      <div class="ws-head">
        <div>
          <h1>{title}</h1>
          <p>
            {sayService(message.service, t.says)}
            {message.direction === 'in' ? ' ← ' : ' → '}
            {sayDestination(message.destination, t.says)}
          </p>
          <p>
            <Tag kind={LOOK[message.state]}>{sayState(message, t.says)}</Tag>{' '}
            {message.state !== 'refused' && sayWhy(message, t.says, formatDateTime)}
          </p>
        </div>
      </div>
      {isOpen && (
        <Notice kind="wait" live>
          <p>
            {t.reading} <a href={path}>{t.cover}</a>
          </p>
        </Notice>
      )}
      {message.state === 'refused' && <Refusal {...props} />}
      <div class="ws">
        <div>
          <Content {...props} />
          {mayKeep && !isOpen && message.payload && <ReadForm {...props} />}
          <Attempts {...props} />
          <History {...props} />
        </div>
        <div>
          {mayKeep ? <Deeds {...props} /> : <p class="quiet">{t.lookOnly}</p>}
          <Facts {...props} />
        </div>
      </div>
    </Page>
  )
}

/** What the other side finds wrong, where it did not say with which field, or with one that was not sent. */
function Refusal({ opened: { message }, isOpen, t }: MessageProps) {
  const { payload, reasons } = message
  const said = reasons.filter(({ field }) => field === '')
  const fields = reasons.length - said.length
  const text = (reason: string) => (isOpen ? reason : coverIn(reason, payload))
  return (
    <Notice kind="stop" title={message.direction === 'in' ? t.refusedByUs : t.refused}>
      {reasons.length === 0 && <p>{t.says.why.refused}</p>}
      {said.map(({ reason }) => (
        <p key={reason}>{text(reason)}</p>
      ))}
      {fields > 0 && <p>{t.refusedFields(fields)}</p>}
    </Notice>
  )
}

function Facts({ opened, simulated, t }: MessageProps) {
  const { message, dossierRef, entries } = opened
  const { destination, direction, service, contractVersion, key, seq, acknowledgedAt, causedAt } = message
  const ref = dossierRef ?? message.ref
  const entry = entries.find((one) => one.seq === seq)
  const query = new URLSearchParams({ destination, dossier: ref ?? '' })
  return (
    <SummaryList
      items={[
        {
          label: direction === 'in' ? t.from : t.to,
          value: (
            <>
              {sayDestination(destination, t.says)}
              {simulated && <p class="small quiet">{t.simulated}</p>}
            </>
          ),
        },
        ...(ref
          ? [
              {
                label: t.about,
                value: (
                  <a class="num" href={`${LEDGER}?${query}`}>
                    {ref}
                  </a>
                ),
              },
            ]
          : []),
        { label: t.kind, value: `${sayService(service, t.says)} (${service})` },
        {
          label: t.cause,
          value: (
            <>
              {entry ? entry.words : t.causeOther}
              <p class="small num">{formatDateTime(causedAt)}</p>
            </>
          ),
        },
        ...(acknowledgedAt
          ? [{ label: t.acknowledged, value: <span class="num">{formatDateTime(acknowledgedAt)}</span> }]
          : []),
        { label: t.contract, value: <span class="num">{contractVersion}</span> },
        { label: t.key, value: <code class="small">{key}</code> },
      ]}
    />
  )
}
