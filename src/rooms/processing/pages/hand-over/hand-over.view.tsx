import type { FieldError } from '#kernel/errors.ts'
import { BackLink, Button, Buttons, ErrorSummary, Form, LongText, Page, Radios, Select } from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { WorkItem } from '../../work-item.ts'
import type { vi } from './hand-over.vi.ts'

export interface HandingOver {
  ref: string
  owner: string
  item: WorkItem
  holder: string | undefined
  colleagues: readonly { id: string; name: string }[]
}

interface Props {
  handing: HandingOver
  typed?: { to: string; reason: string }
  errors?: readonly FieldError[]
  language: Language
  t: typeof vi
}

/** Below this, the names stand side by side to be seen at once. */
const FEW = 8

function Names({ handing: { colleagues }, typed, errors = [], t }: Props) {
  const field = { name: 'to', label: t.to, hint: t.toHint, value: typed?.to, errors }
  const items = colleagues.map(({ id, name }) => ({ value: id, label: name }))
  return items.length < FEW ? <Radios {...field} items={items} /> : <Select {...field} items={items} />
}

/** Gives one step of one dossier to a colleague, with the reason. R-083 */
export function HandOverPage(props: Props) {
  const { handing, typed, errors = [], language, t } = props
  const { ref, owner, item, holder } = handing
  const step = item.stepName[language]
  const at = `/desk/dossiers/${ref}`
  return (
    <Page title={`${t.title}, ${ref}`} errors={errors} private before={<BackLink href={at}>{t.back}</BackLink>}>
      <ErrorSummary errors={errors} />
      <p class="num quiet">
        {ref} · {owner}
      </p>
      <h1>{t.title}</h1>
      <p>{holder ? t.what(step, holder) : t.whatFree(step)}</p>
      {handing.colleagues.length === 0 ? (
        <p>
          {t.nobody} {t.nobodyNow}
        </p>
      ) : (
        <Form action={`${at}/steps/${item.id}/hand-over`} class="form">
          <Names {...props} />
          <LongText name="reason" label={t.reason} hint={t.reasonHint} value={typed?.reason} errors={errors} rows={3} />
          <p class="quiet small">{t.effect}</p>
          <Buttons>
            <Button>{t.confirm}</Button>
            <a href={at}>{t.cancel}</a>
          </Buttons>
        </Form>
      )}
    </Page>
  )
}
