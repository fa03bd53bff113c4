import { describedBy, errorsAt, type FieldProps, GroupField } from './field.tsx'
import { useFrame } from './frame.ts'
import { frameWords } from './words.ts'

const PARTS = ['day', 'month', 'year'] as const

export type DatePart = (typeof PARTS)[number]

export interface TypedDate {
  day: string
  month: string
  year: string
}

interface Props extends Omit<FieldProps, 'value'> {
  /** `2026-11-25`, or what was typed in the three boxes when it is no date. */
  value?: string | TypedDate | undefined
  /** A birthday: the browser may offer the person's own. */
  birthday?: boolean
  /** The boxes, when less than a day is asked for: a year, a month of a year. */
  parts?: readonly DatePart[]
}

function boxesOf(value: string | TypedDate | undefined): TypedDate {
  if (typeof value !== 'string') return value ?? { day: '', month: '', year: '' }
  const [year = '', month = '', day = ''] = value.split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/**
 * A day in three boxes (or fewer), posted as `name-day`, `name-month`, `name-year`. An error at `name` marks all three,
 * one at `name-year` only that box; the first box answers to `#name`.
 */
export function DateField({ value, birthday = false, parts = PARTS, ...field }: Props) {
  const { language } = useFrame()
  const words = frameWords(language)
  const errors = errorsAt(field.errors, field.name, PARTS)
  const typed = boxesOf(value)
  const pointed = new Set(errors.map((error) => error.field))
  const [first] = parts
  const firstIsPointedAt = pointed.has(`${field.name}-${first}`)

  return (
    <GroupField field={field} errors={errors} id={firstIsPointedAt ? field.name : undefined}>
      <div class="date">
        {parts.map((part) => {
          const id = part === first && !firstIsPointedAt ? field.name : `${field.name}-${part}`
          const wrong = pointed.has(field.name) || pointed.has(`${field.name}-${part}`)
          return (
            <div key={part} class={part}>
              <label for={id}>{words.dateParts[part]}</label>
              <input
                id={id}
                name={`${field.name}-${part}`}
                class={wrong ? 'bad' : undefined}
                type="text"
                inputmode="numeric"
                autocomplete={birthday ? `bday-${part}` : undefined}
                value={typed[part]}
                aria-invalid={wrong ? true : undefined}
                aria-describedby={wrong ? describedBy(field.name, { hint: false, errors }) : undefined}
              />
            </div>
          )
        })}
      </div>
    </GroupField>
  )
}
