import type { ComponentChildren } from 'preact'
import { type Column, Icon, Table, Tag } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { ProvingEntry } from '../../commands/list.ts'
import { coverIn, isPersonal } from '../../personal.ts'
import { sayField } from '../../wording.ts'
import { Breaking } from '../shared/breaking.view.tsx'
import type { MessageProps } from './shown.ts'

interface Field {
  name: string
  value: unknown
  /** Numbers of the entries that prove it; 0 is the record as it was filed. */
  proof: readonly number[]
  reasons: readonly string[]
}

/** `DanhSachGiayToKetQua[0].TenGiayTo` speaks of a field of `DanhSachGiayToKetQua`. */
function rootOf(field: string): string {
  return field.split(/[.[]/)[0] ?? field
}

/** What was sent and what the other side missed: first what it speaks of, then in the order people read. */
function fieldsOf({ opened: { message }, t }: MessageProps): Field[] {
  const { payload = {}, proof = {}, reasons } = message
  const reasonsOf = (name: string) =>
    reasons
      .filter(({ field }) => rootOf(field) === name)
      .map(({ field, reason }) => (field === name ? reason : `${field}: ${reason}`))
  const sent = Object.entries(payload).map(([name, value]) => ({
    ...{ name, value, proof: proof[name] ?? [], reasons: reasonsOf(name) },
  }))
  const missed = [...new Set(reasons.map(({ field }) => rootOf(field)))].filter(
    (name) => name !== '' && !(name in payload),
  )
  const all = [...sent, ...missed.map((name) => ({ name, value: undefined, proof: [], reasons: reasonsOf(name) }))]
  const known = Object.keys(t.says.fields)
  const place = ({ name, reasons: said }: Field) =>
    (said.length > 0 ? 0 : 1000) + (known.includes(name) ? known.indexOf(name) : known.length)
  return all.sort((one, other) => place(one) - place(other))
}

/** The payload, field by field, beside the entries of the log that prove each. */
export function Content(props: MessageProps) {
  const { opened, t } = props
  const { message } = opened
  const fields = fieldsOf(props)
  return (
    <section aria-labelledby="content">
      <h2 id="content">{t.content}</h2>
      {message.payload ? <p class="small quiet">{t.contentLead}</p> : <p>{t.notComposed(message.seq ?? 0)}</p>}
      {fields.length > 0 && (
        <Table
          class="queue"
          caption={t.content}
          captionHidden
          columns={columnsOf(props)}
          rows={fields}
          rowKey={({ name }) => name}
          rowClass={({ reasons }) => (reasons.length > 0 ? 'late' : undefined)}
        />
      )}
    </section>
  )
}

function columnsOf(props: MessageProps): Column<Field>[] {
  const { opened, isOpen, t } = props
  const { payload } = opened.message
  const entries = new Map(opened.entries.map((entry) => [entry.seq, entry]))
  return [
    {
      key: 'field',
      head: t.field,
      rowHeader: true,
      cell: ({ name }) => (
        <>
          {sayField(name, t.says) ?? name}
          {sayField(name, t.says) && <span class="sub">{name}</span>}
        </>
      ),
    },
    {
      key: 'value',
      head: t.value,
      cell: (field) => (
        <>
          <Value {...field} isOpen={isOpen} t={t} />
          {field.reasons.map((reason) => (
            <p class="err" key={reason}>
              <Icon name="stop" />
              <span>
                {t.refusedField}: <Breaking>{isOpen ? reason : coverIn(reason, payload)}</Breaking>
              </span>
            </p>
          ))}
        </>
      ),
    },
    {
      key: 'proof',
      head: t.proof,
      cell: ({ proof }) => proof.map((seq) => <Entry key={seq} seq={seq} entry={entries.get(seq)} t={t} />),
    },
  ]
}

function Entry({ seq, entry, t }: { seq: number; entry: ProvingEntry | undefined; t: MessageProps['t'] }) {
  if (seq === 0) return <p>{t.record}</p>
  return (
    <p>
      {entry?.words ?? ''}
      <span class="sub num">
        {t.entry(seq)}
        {entry && `, ${formatDateTime(entry.at)}`}
      </span>
    </p>
  )
}

function Value({ name, value, isOpen, t }: Pick<Field, 'name' | 'value'> & Pick<MessageProps, 'isOpen' | 't'>) {
  if (value === undefined) return <span class="quiet">{t.notSent}</span>
  if (isPersonal(name) && !isOpen) return <Tag kind="look">{t.covered}</Tag>
  return <Said value={value} t={t} />
}

/** A value of a contract as it was sent; lists and groups one line each. A moment is also said as people say it. */
function Said({ value, t }: { value: unknown; t: MessageProps['t'] }): ComponentChildren {
  if (Array.isArray(value) && value.length === 0) return <span class="quiet">{t.empty}</span>
  if (Array.isArray(value)) {
    return (
      <ol>
        {value.map((item) => (
          <li key={JSON.stringify(item)}>
            <Said value={item} t={t} />
          </li>
        ))}
      </ol>
    )
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([name, inner]) => (
      <p key={name}>
        <span class="quiet">{name}:</span> <Said value={inner} t={t} />
      </p>
    ))
  }
  const text = String(value)
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text) ?? []
  return (
    <>
      <span class="num">
        <Breaking>{text}</Breaking>
      </span>
      {year && <span class="sub num">{`${hour}:${minute}:${second}, ${day}/${month}/${year}`}</span>}
    </>
  )
}
