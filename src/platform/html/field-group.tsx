import type { ComponentChildren } from 'preact'

interface Props {
  legend: string
  hint?: ComponentChildren
  id?: string | undefined
  children: ComponentChildren
}

/** Questions that belong together: a person, an address, a row. Their common name is read before each of them. */
export function FieldGroup({ legend, hint, id, children }: Props) {
  const hintId = hint ? `${id ?? legend.replace(/\W+/g, '')}-group-hint` : undefined
  return (
    <fieldset class="together" id={id} tabIndex={id ? -1 : undefined} aria-describedby={hintId}>
      <legend>{legend}</legend>
      {hint && (
        <div class="hint" id={hintId}>
          {hint}
        </div>
      )}
      {children}
    </fieldset>
  )
}
