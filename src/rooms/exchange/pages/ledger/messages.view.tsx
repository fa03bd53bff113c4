import { type Column, Table, Tag } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { Message } from '../../message.ts'
import { sayService, sayState, sayWhy } from '../../wording.ts'
import { Breaking } from '../shared/breaking.view.tsx'
import { LOOK } from '../shared/tags.ts'
import { addressOf, LEDGER } from './asked.ts'
import type { PartProps } from './shown.ts'

type Props = PartProps & { choosing: boolean }

/** One page of messages; none is said in words. */
export function Messages(props: Props) {
  const { asked, listed, choosing, t } = props
  const { messages, noSuchDossier } = listed
  if (noSuchDossier) return <p>{t.noSuchDossier}</p>
  if (messages.length === 0) {
    return <p>{asked.state || asked.service || asked.dossier ? t.emptyFiltered : t.empty[asked.view]}</p>
  }
  const columns = columnsOf(props)
  return (
    <Table
      class="queue"
      caption={t.views[asked.view]}
      captionHidden
      columns={choosing ? [choice(props), ...columns] : columns}
      rows={messages}
      rowKey={({ id }) => String(id)}
      rowClass={({ state }) => (state === 'refused' || state === 'dead' ? 'late' : undefined)}
    />
  )
}

function choice({ typed, t }: Props): Column<Message> {
  return {
    key: 'choose',
    head: t.chooseHead,
    quietHead: true,
    class: 'ck',
    cell: ({ id }) => (
      <label>
        <input type="checkbox" name="id" value={String(id)} checked={typed.chosen?.includes(id) ?? false} />
        <span class="vh">{t.choose(id)}</span>
      </label>
    ),
  }
}

function columnsOf({ asked, listed, t }: Props): Column<Message>[] {
  const whole = { ...asked, view: 'all' as const, state: undefined, service: undefined }
  const about = ({ service, dossierId, ref }: Message) => {
    const dossier = listed.refs.get(dossierId ?? '') ?? ref
    return (
      <>
        {sayService(service, t.says)}
        {dossier && (
          <span class="sub">
            <a class="num code" href={addressOf({ ...whole, dossier })}>
              {dossier}
            </a>
          </span>
        )}
      </>
    )
  }
  return [
    {
      key: 'number',
      head: t.number,
      rowHeader: true,
      cell: ({ id }) => (
        <a href={`${LEDGER}/${id}`}>
          <span class="vh">{t.open(id)}</span>
          <span class="num" aria-hidden="true">
            {id}
          </span>
        </a>
      ),
    },
    { key: 'what', head: t.what, cell: about },
    { key: 'caused', head: t.caused, cell: ({ causedAt }) => <span class="num">{formatDateTime(causedAt)}</span> },
    {
      key: 'why',
      head: t.why,
      cell: (message) => (
        <>
          <Tag kind={LOOK[message.state]}>{sayState(message, t.says)}</Tag>
          <span class="sub">
            <Breaking>{sayWhy(message, t.says, formatDateTime)}</Breaking>
          </span>
        </>
      ),
    },
    { key: 'attempts', head: t.attempts, figures: true, cell: ({ attempts }) => (attempts > 0 ? attempts : '') },
  ]
}
