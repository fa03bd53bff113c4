import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import { Button, Buttons, Checkboxes, Details, Form, LongText, Notice } from '#platform/html/index.ts'
import type { PersonalFact } from '../personal-facts.ts'
import type { vi } from './marked-text.vi.ts'

export interface MarkedText {
  name: string
  label: string
  text: string
  facts: readonly PersonalFact[]
  limit: number
}

interface Props {
  action: string
  texts: readonly MarkedText[]
  dismissed: readonly string[]
  errors: readonly FieldError[]
  /** What the button does: “Đăng công khai”. */
  button: string
  t: typeof vi
  /** More fields of the same form, before the marks. */
  children?: ComponentChildren
}

/** The text with what may be personal marked in it. */
function Marked({ text, facts }: Pick<MarkedText, 'text' | 'facts'>) {
  const pieces: ComponentChildren[] = []
  let at = 0
  for (const fact of facts) {
    pieces.push(
      text.slice(at, fact.from),
      <mark key={fact.from} class="tag wait">
        {fact.text}
      </mark>,
    )
    at = fact.to
  }
  pieces.push(text.slice(at))
  return <p class="pre measure">{pieces}</p>
}

/**
 * Texts that others will read: shown with what looks personal marked, to be changed, and each mark to be dismissed one
 * by one. The command refuses while one is left; this only shows it.
 */
export function MarkedTextForm({ action, texts, dismissed, errors, button, t, children }: Props) {
  const kinds = new Map(texts.flatMap(({ facts }) => facts.map(({ text, kind }) => [text, kind] as const)))
  const isEmpty = texts.every(({ text }) => text.trim() === '')
  const items = [...kinds].map(([text, kind]) => ({ value: text, label: t.dismissOne(text), hint: t.kinds[kind] }))
  return (
    <Form action={action} class="form">
      {isEmpty ? null : items.length === 0 ? (
        <Notice kind="good" title={t.noMarksTitle}>
          {t.noMarks}
        </Notice>
      ) : (
        <Notice kind="wait" title={t.marksTitle(items.length)}>
          {t.marks}
        </Notice>
      )}
      {texts.map(({ name, label, text, facts, limit }) => (
        <div key={name} class="stack-s">
          <LongText name={name} label={label} value={text} rows={8} limit={limit} errors={errors} />
          {facts.length > 0 && (
            <Details summary={t.seeMarks} open>
              <Marked text={text} facts={facts} />
            </Details>
          )}
        </div>
      ))}
      {children}
      {items.length > 0 && (
        <Checkboxes
          name="dismiss"
          label={t.dismiss}
          hint={t.dismissHint}
          items={items}
          values={dismissed}
          errors={errors}
        />
      )}
      <Checkboxes name="looked" label={t.looked} items={[{ value: 'yes', label: t.lookedYes }]} errors={errors} />
      <Buttons>
        <Button name="do" value="publish">
          {button}
        </Button>
        <Button kind="two" name="do" value="check">
          {t.checkAgain}
        </Button>
      </Buttons>
    </Form>
  )
}
