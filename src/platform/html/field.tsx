import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import { useFrame } from './frame.ts'
import { Icon } from './icon.tsx'
import { frameWords } from './words.ts'

/**
 * What every field takes. Its id is its name, so that `#name` in the error summary lands on the control.
 * `errors` may hold the whole page's problems: a field shows those whose `field` is its own name.
 */
export interface FieldProps {
  name: string
  label: string
  hint?: ComponentChildren
  value?: string | undefined
  errors?: readonly FieldError[] | undefined
  /** Optional is marked, required is not. */
  optional?: boolean | undefined
  /** The label is the question of the page: it becomes its h1. */
  heading?: boolean | undefined
}

/** Messages at a field; with `parts`, also those at its boxes (`born-day`, …). */
export function errorsAt(errors: readonly FieldError[] | undefined, name: string, parts: readonly string[] = []) {
  const names = [name, ...parts.map((part) => `${name}-${part}`)]
  return (errors ?? []).filter((error) => names.includes(error.field))
}

/** Ids of hint and error, in the order they are read; undefined when there are none. */
export function describedBy(name: string, has: { hint: unknown; errors: readonly unknown[]; more?: string[] }) {
  const ids = [has.hint ? `${name}-hint` : '', has.errors.length > 0 ? `${name}-error` : '', ...(has.more ?? [])]
  return ids.filter(Boolean).join(' ') || undefined
}

export function Hint({ name, children }: { name: string; children: ComponentChildren }) {
  if (!children) return null
  return (
    <div class="hint" id={`${name}-hint`}>
      {children}
    </div>
  )
}

/** The messages of one field: bar, octagon, words. Between the hint and the control. */
export function FieldErrors({ name, errors }: { name: string; errors: readonly FieldError[] }) {
  const { language } = useFrame()
  if (errors.length === 0) return null
  return (
    <div id={`${name}-error`}>
      {errors.map(({ message }) => (
        <p class="err" key={message}>
          <Icon name="stop" />
          <span>
            <span class="vh">{frameWords(language).errorPrefix} </span>
            {message}
          </span>
        </p>
      ))}
    </div>
  )
}

/** ` (không bắt buộc)` */
export function OptionalMark({ optional }: { optional: boolean | undefined }) {
  const { language } = useFrame()
  return optional ? <span class="opt-mark"> {frameWords(language).optional}</span> : null
}

interface FrameOfField {
  field: FieldProps
  errors: readonly FieldError[]
  children: ComponentChildren
}

/** Label, hint, messages, control: the frame of a field with one control. */
export function LabelledField({ field, errors, children }: FrameOfField) {
  const label = (
    <label for={field.name}>
      {field.label}
      <OptionalMark optional={field.optional} />
    </label>
  )
  return (
    <div class={errors.length > 0 ? 'field err-box' : 'field'}>
      {field.heading ? <h1>{label}</h1> : label}
      <Hint name={field.name}>{field.hint}</Hint>
      <FieldErrors name={field.name} errors={errors} />
      {children}
    </div>
  )
}

/** Legend, hint, messages, controls: the frame of a field with several controls. */
export function GroupField({
  field,
  errors,
  children,
  ...fieldset
}: FrameOfField & { id?: string | undefined; role?: 'radiogroup' }) {
  const legend = (
    <>
      {field.label}
      <OptionalMark optional={field.optional} />
    </>
  )
  return (
    <div class={errors.length > 0 ? 'group err-box' : 'group'}>
      <fieldset
        {...fieldset}
        class="field"
        aria-describedby={describedBy(field.name, { hint: field.hint, errors })}
        aria-invalid={fieldset.role === 'radiogroup' && errors.length > 0 ? true : undefined}
      >
        <legend>{field.heading ? <h1>{legend}</h1> : legend}</legend>
        <Hint name={field.name}>{field.hint}</Hint>
        <FieldErrors name={field.name} errors={errors} />
        {children}
      </fieldset>
    </div>
  )
}
