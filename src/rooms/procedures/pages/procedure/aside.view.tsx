import type { ComponentChildren, VNode } from 'preact'
import { useFrame } from '#platform/html/frame.ts'
import { formatDate, formatDateTime } from '#platform/i18n/index.ts'
import type { Procedure } from '../../store/procedures.ts'
import { useFactWords, Vietnamese } from '../shared/facts.tsx'
import type { ProcedureWords } from './blocks.view.tsx'

interface AsideProps {
  t: ProcedureWords
  procedure: Procedure
  syncedAt: Date | null
}

/** Whom to ask, and which version this is. */
export function Aside(props: AsideProps): VNode {
  const { t } = props
  const { contact } = useFrame().agency
  return (
    <aside class="side" aria-label={t.about}>
      <section>
        <h2>{t.ask}</h2>
        <ul>
          <li>
            <a href={`tel:${contact.hotline.replace(/[^\d+]/g, '')}`}>{contact.hotline}</a>, {t.always}
          </li>
          <li>
            {t.line} <a href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>{contact.phone}</a>
          </li>
        </ul>
      </section>
      <VersionFacts {...props} />
    </aside>
  )
}

/** level, code, decision, version in force, last change, last synchronisation. */
function VersionFacts({ t, procedure, syncedAt }: AsideProps): VNode {
  const facts = useFactWords()
  const { record, offer } = procedure
  const { decision } = record
  const rows: [string, ComponentChildren][] = [
    [t.code, procedure.code],
    [t.field, <Vietnamese>{record.field.name}</Vietnamese>],
    [t.publisher, <Vietnamese>{record.publisher.name}</Vietnamese>],
    [t.level, facts.levels[offer?.level ?? record.nationalLevel]],
    [t.decision, decision && t.decisionOf(decision.number, formatDate(decision.on), decision.agency)],
    [t.inForce, t.version(procedure.version, formatDate(procedure.validFrom))],
    [t.updated, record.updatedOn && formatDate(record.updatedOn)],
    [t.synced, procedure.origin === 'package' ? t.notSynced : syncedAt && formatDateTime(syncedAt)],
  ]
  return (
    <section class="small">
      <h2>{t.about}</h2>
      <ul>
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <li key={label}>
              {label}: <b>{value}</b>
            </li>
          ))}
      </ul>
      <p>
        <a href={`/api/v1/procedures/${encodeURIComponent(procedure.code)}`}>{t.data}</a>
      </p>
    </section>
  )
}
