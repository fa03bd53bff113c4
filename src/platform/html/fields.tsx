import type { FieldError } from '#kernel/errors.ts'
import { describedBy, errorsAt, type FieldProps, LabelledField } from './field.tsx'
import { useFrame } from './frame.ts'
import { frameWords } from './words.ts'

type Width = 'short' | 'medium' | 'full'

const WIDTH: Record<Width, string | undefined> = { short: 'w-s', medium: 'w-m', full: undefined }

interface TextProps extends FieldProps {
  type?: 'text' | 'tel' | 'email' | 'search' | 'password'
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined
  /** Width says how long an answer is expected: `short` a few digits, `medium` a code or phone number. */
  width?: Width
  spellcheck?: boolean
  /** Language of the answer, when it is not the page's. */
  lang?: string | undefined
}

function classes(...names: (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}

/** What marks a control as wrong and ties it to its words. */
function wiring(field: FieldProps, errors: readonly FieldError[], more: string[] = []) {
  return {
    id: field.name,
    name: field.name,
    'aria-invalid': errors.length > 0 ? (true as const) : undefined,
    'aria-describedby': describedBy(field.name, { hint: field.hint, errors, more }),
  }
}

/** One line of text. `type` is narrowed below because Preact's typings part the inputs by it. */
export function TextField({ type = 'text', width = 'full', autocomplete, inputmode, ...field }: TextProps) {
  const errors = errorsAt(field.errors, field.name)
  return (
    <LabelledField field={field} errors={errors}>
      <input
        {...wiring(field, errors)}
        class={classes(WIDTH[width], errors.length > 0 && 'bad', inputmode === 'numeric' && 'num')}
        type={type as 'text'}
        value={field.value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        {...(field.spellcheck === undefined ? {} : { spellcheck: field.spellcheck })}
        {...(field.lang ? { lang: field.lang } : {})}
      />
    </LabelledField>
  )
}

/** Several lines. `limit` is said before; nothing is cut off while typing, the server answers when it is too long. */
export function LongText({ rows = 5, limit, ...field }: FieldProps & { rows?: number; limit?: number | undefined }) {
  const { language } = useFrame()
  const errors = errorsAt(field.errors, field.name)
  const left = limit === undefined ? undefined : limit - (field.value ?? '').length
  const more = limit === undefined ? [] : [`${field.name}-count`]
  return (
    <LabelledField field={field} errors={errors}>
      <textarea {...wiring(field, errors, more)} class={classes(errors.length > 0 && 'bad')} rows={rows}>
        {field.value}
      </textarea>
      {left !== undefined && (
        <p class="hint num" id={`${field.name}-count`}>
          {frameWords(language).characters(limit ?? 0, left)}
        </p>
      )}
    </LabelledField>
  )
}

/** An amount in whole đồng; `50.000`, `50 000` and `50000` are all read by the server. */
export function MoneyField(field: FieldProps) {
  const errors = errorsAt(field.errors, field.name)
  const unit = `${field.name}-unit`
  return (
    <LabelledField field={field} errors={errors}>
      <div class="with-unit">
        <input
          {...wiring(field, errors, [unit])}
          class={classes('num w-m', errors.length > 0 && 'bad')}
          type="text"
          inputmode="numeric"
          autocomplete="off"
          value={field.value}
        />
        <span class="unit" id={unit}>
          đồng
        </span>
      </div>
    </LabelledField>
  )
}

export interface SelectItem {
  value: string
  label: string
}

/** For eight options or more; fewer are Radios. The first, empty line says what to choose. */
export function Select({ items, empty, ...field }: FieldProps & { items: readonly SelectItem[]; empty?: string }) {
  const { language } = useFrame()
  const errors = errorsAt(field.errors, field.name)
  return (
    <LabelledField field={field} errors={errors}>
      <select {...wiring(field, errors)} class={classes(errors.length > 0 && 'bad')}>
        <option value="">{empty ?? frameWords(language).choose}</option>
        {items.map(({ value, label }) => (
          <option key={value} value={value} selected={value === field.value}>
            {label}
          </option>
        ))}
      </select>
    </LabelledField>
  )
}
