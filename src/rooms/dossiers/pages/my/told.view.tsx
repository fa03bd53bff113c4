import { ButtonLink, Buttons, Notice, useFrame } from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import type { OwnProps } from './own-dossier.ts'

/** What the person needs to know or do now, before anything else. */
export function Told(props: OwnProps) {
  const { dossier, result, slips } = props.own
  if (slips.refusal) return <Refused {...props} />
  if (dossier.status === 'awaiting-supplement') return <Missing {...props} />
  return result ? <Ready {...props} /> : null
}

function Missing({ own, t }: OwnProps) {
  const request = own.slips.supplementRequests.find(({ suppliedAt }) => suppliedAt === undefined)
  if (!request) return null
  return (
    <Notice kind="wait" title={t.supplyTitle}>
      <p>
        {t.supplyText(request.items.length)} {request.supplyBy && t.sendBy(formatDate(request.supplyBy))}
      </p>
      <ol>
        {request.items.map(({ id, name, reason }) => (
          <li key={id}>
            <b>{name}</b>: {reason}
          </li>
        ))}
      </ol>
      <Buttons>
        <ButtonLink href={`/my/dossiers/${own.ref}/supplement`}>{t.supplyNow}</ButtonLink>
      </Buttons>
    </Notice>
  )
}

function Ready({ own, t }: OwnProps) {
  const { result, dossier } = own
  if (!result) return null
  const rejected = result.outcome === 'rejected'
  return (
    <Notice kind={rejected ? 'stop' : 'good'} title={t.resultTitle}>
      <p>{rejected ? t.rejected : t.granted}</p>
      <Buttons>
        <ButtonLink href={`/my/results/${result.id}/file`} icon="download">
          {t.download}
        </ButtonLink>
      </Buttons>
      {dossier.resultChannel === 'counter' && <p>{t.atCounter(own.receivingUnit)}</p>}
      {dossier.resultChannel === 'post' && <p>{t.byPost}</p>}
    </Notice>
  )
}

function Refused({ own, t }: OwnProps) {
  const { language } = useFrame()
  const { refusal } = own.slips
  if (!refusal) return null
  return (
    <Notice kind="stop" title={t.refusedTitle}>
      <p class="pre">{refusal.reason}</p>
      <p>
        {t.basis} <span lang={language === 'en' ? 'vi' : undefined}>{refusal.basis}</span>
      </p>
      {refusal.advice && (
        <p>
          {t.canDo} {refusal.advice}
        </p>
      )}
      <p>
        <a href={`/procedures/${own.dossier.procedureCode}/apply`}>{t.again}</a>
      </p>
    </Notice>
  )
}
