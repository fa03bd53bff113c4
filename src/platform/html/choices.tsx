import type { ComponentChildren } from 'preact'
import { describedBy, errorsAt, type FieldProps, GroupField } from './field.tsx'

export interface Choice {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** Questions that belong to this answer: shown when it is chosen, by style alone; always shown in old browsers. */
  reveal?: ComponentChildren
}

interface ChoicesProps extends Omit<FieldProps, 'value'> {
  items: readonly Choice[]
}

interface ItemProps {
  type: 'radio' | 'checkbox'
  name: string
  idPrefix?: string | undefined
  index: number
  item: Choice
  checked: boolean
  invalid: boolean
}

function Item({ type, name, idPrefix = name, index, item, checked, invalid }: ItemProps) {
  const id = index === 0 ? idPrefix : `${idPrefix}-${index + 1}`
  return (
    <li>
      <div class="opt">
        <input
          type={type}
          id={id}
          name={name}
          value={item.value}
          checked={checked}
          aria-invalid={invalid ? true : undefined}
          aria-describedby={describedBy(index === 0 ? `${id}-1` : id, { hint: item.hint, errors: [] })}
        />
        <label for={id}>{item.label}</label>
        {item.hint && (
          <div class="hint" id={`${index === 0 ? `${id}-1` : id}-hint`}>
            {item.hint}
          </div>
        )}
      </div>
      {item.reveal && <div class="reveal">{item.reveal}</div>}
    </li>
  )
}

interface RadiosProps extends ChoicesProps {
  value?: string | undefined
  /** Where another control on the page has the id that the first radio would have. */
  idPrefix?: string
}

/** One answer of a few. The first control has the id of the field. */
export function Radios({ items, value, idPrefix, ...field }: RadiosProps) {
  const errors = errorsAt(field.errors, field.name)
  return (
    <GroupField field={field} errors={errors} role="radiogroup">
      <ul class="opts">
        {items.map((item, index) => (
          <Item
            key={item.value}
            type="radio"
            name={field.name}
            idPrefix={idPrefix}
            index={index}
            item={item}
            checked={item.value === value}
            invalid={false}
          />
        ))}
      </ul>
    </GroupField>
  )
}

/** Any number of answers, all posted under one name. */
export function Checkboxes({
  items,
  values = [],
  ...field
}: ChoicesProps & { values?: readonly string[] | undefined }) {
  const errors = errorsAt(field.errors, field.name)
  return (
    <GroupField field={field} errors={errors}>
      <ul class="opts">
        {items.map((item, index) => (
          <Item
            key={item.value}
            type="checkbox"
            name={field.name}
            index={index}
            item={item}
            checked={values.includes(item.value)}
            invalid={errors.length > 0}
          />
        ))}
      </ul>
    </GroupField>
  )
}
