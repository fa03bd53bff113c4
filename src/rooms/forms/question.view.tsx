import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import { groupDigits } from '#kernel/money.ts'
import {
  Checkboxes,
  type Choice,
  DateField,
  FileUpload,
  type GivenFile,
  LongText,
  MoneyField,
  Notice,
  Radios,
  Select,
  TextField,
} from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { isTypedDate } from './answer.ts'
import type { Answer, QuestionDefinition } from './definition.ts'
import type { vi } from './form.vi.ts'
import type { Asked } from './journey.ts'
import type { Placed } from './layout.ts'
import { optionsOf } from './options.ts'
import type { FormContext } from './profile.ts'

/** What may be uploaded, as the `documents` room allows it. */
export interface UploadLimits {
  /** As people know them: `['PDF', 'JPG', 'PNG']`. */
  formats: readonly string[]
  accept: string
  maxMegabytes: number
}

export interface Drawing {
  language: Language
  context: FormContext
  errors: readonly FieldError[]
  /** What is known of the files already given, by document id. */
  files: Readonly<Record<string, GivenFile>>
  upload: UploadLimits
  /** Name of the button that takes a file away. */
  removeName: string | undefined
  t: typeof vi
}

/** One question with whatever hangs under its answers. */
export function QuestionView({ placed, drawing }: { placed: Placed; drawing: Drawing }) {
  const { asked } = placed
  const { definition } = asked
  const { language } = drawing
  if (definition.kind === 'note') return <Notice title={definition.label[language]}>{definition.text[language]}</Notice>
  const field = {
    name: definition.id,
    label: definition.label[language],
    hint: definition.hint?.[language],
    errors: drawing.errors,
    optional: !asked.required,
  }
  switch (definition.kind) {
    case 'text':
      return <TextField {...field} {...textLook(definition)} value={said(asked.answer)} />
    case 'long-text':
      return <LongText {...field} value={said(asked.answer)} limit={definition.maxLength} />
    case 'number':
      return <TextField {...field} inputmode="numeric" width="short" value={said(asked.answer)} />
    case 'money':
      return <MoneyField {...field} value={saidMoney(asked.answer)} />
    case 'date':
      return (
        <DateField {...field} value={saidDate(asked.answer)} birthday={definition.prefill?.fact === 'person.bornOn'} />
      )
    case 'file':
      return <FileQuestionView asked={asked} field={field} drawing={drawing} />
    default:
      return <ChoiceView placed={placed} field={field} drawing={drawing} />
  }
}

interface Field {
  name: string
  label: string
  hint: string | undefined
  errors: readonly FieldError[]
  optional: boolean
}

function ChoiceView({ placed, field, drawing }: { placed: Placed; field: Field; drawing: Drawing }) {
  const { definition, answer } = placed.asked
  const { language, context, t } = drawing
  if (definition.kind === 'yes-no') {
    const items = [
      { value: 'yes', label: t.yes },
      { value: 'no', label: t.no },
    ].map((item) => ({ ...item, reveal: revealed(placed, item.value, drawing) }))
    return <Radios {...field} items={items} value={answer === true ? 'yes' : answer === false ? 'no' : undefined} />
  }
  const options = optionsOf(definition, context)
  if (definition.kind === 'select') {
    const items = options.map(({ value, label }) => ({ value, label: label[language] }))
    return <Select {...field} items={items} value={said(answer)} />
  }
  const items = options.map((option): Choice => {
    return {
      value: option.value,
      label: option.label[language],
      ...(option.hint ? { hint: option.hint[language] } : {}),
      reveal: revealed(placed, option.value, drawing),
    }
  })
  if (definition.kind === 'checkboxes') {
    return <Checkboxes {...field} items={items} values={Array.isArray(answer) ? (answer as readonly string[]) : []} />
  }
  return <Radios {...field} items={items} value={said(answer)} />
}

function revealed(placed: Placed, value: string, drawing: Drawing): ComponentChildren {
  const children = placed.under.get(value)
  if (!children) return undefined
  return children.map((child) => <QuestionView key={child.asked.id} placed={child} drawing={drawing} />)
}

function FileQuestionView({ asked, field, drawing }: { asked: Asked; field: Field; drawing: Drawing }) {
  const { definition, documents } = asked
  const files = documents.map((id) => drawing.files[id] ?? { id, name: drawing.t.unnamedFile, bytes: 0 })
  const maxFiles = definition.kind === 'file' ? (definition.maxFiles ?? 4) : 1
  return <FileUpload {...field} {...drawing.upload} maxFiles={maxFiles} files={files} removeName={drawing.removeName} />
}

function textLook({ format, width, prefill }: Extract<QuestionDefinition, { kind: 'text' }>) {
  const own = prefill?.fact
  if (format === 'phone') return { type: 'tel', width: 'medium', autocomplete: own ? 'tel' : 'off' } as const
  if (format === 'email') return { type: 'email', autocomplete: own ? 'email' : 'off' } as const
  if (format === 'name') return { autocomplete: own ? 'name' : 'off', spellcheck: false } as const
  const digits = format === 'identity-number' || format === 'old-identity-number'
  return { width: width ?? 'full', ...(digits ? { inputmode: 'numeric' as const } : {}) }
}

function said(answer: Answer | undefined): string | undefined {
  return answer === undefined || typeof answer === 'object' ? undefined : String(answer)
}

function saidMoney(answer: Answer | undefined): string | undefined {
  return typeof answer === 'number' ? groupDigits(answer) : said(answer)
}

function saidDate(answer: Answer | undefined) {
  return isTypedDate(answer) ? answer : typeof answer === 'string' ? answer : undefined
}
