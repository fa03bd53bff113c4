import { Radios } from './choices.tsx'
import { describedBy, errorsAt, type FieldProps, LabelledField } from './field.tsx'
import type { SelectItem } from './fields.tsx'

interface Props extends FieldProps {
  /** Offered by the browser while typing; leave out what is too long to send. */
  suggestions?: readonly string[]
  /** What fits what was typed, when it does not yet name one thing. */
  fits: readonly SelectItem[]
  /** Above the fits: “Ý bạn là”. */
  fitsLabel: string
}

/**
 * One of a long list, found by typing a few letters. Without script the server answers with what fits; a fit is chosen
 * under the same name, and the last of a name is what counts.
 */
export function SearchField({ suggestions = [], fits, fitsLabel, ...field }: Props) {
  const errors = errorsAt(field.errors, field.name)
  const list = suggestions.length > 0 ? `${field.name}-list` : undefined
  return (
    <div class="stack-s">
      <LabelledField field={field} errors={errors}>
        <input
          id={field.name}
          name={field.name}
          class={errors.length > 0 ? 'bad' : undefined}
          type="text"
          value={field.value}
          autocomplete="off"
          list={list}
          aria-invalid={errors.length > 0 ? true : undefined}
          aria-describedby={describedBy(field.name, { hint: field.hint, errors })}
        />
        {list && (
          <datalist id={list}>
            {suggestions.map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
        )}
      </LabelledField>
      {fits.length > 0 && <Fits name={field.name} label={fitsLabel} items={fits} />}
    </div>
  )
}

function Fits({ name, label, items }: { name: string; label: string; items: readonly SelectItem[] }) {
  return <Radios name={name} idPrefix={`${name}-fits`} label={label} items={items} />
}
