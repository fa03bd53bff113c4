import type { ComponentChildren } from 'preact'
import type { FieldError } from '#kernel/errors.ts'
import { groupDigits } from '#kernel/money.ts'
import {
  Checkboxes,
  type Choice,
  DateField,
  FileUpload,
  LongText,
  MoneyField,
  Notice,
  Radios,
  SearchField,
  Select,
  TextField,
} from '#platform/html/index.ts'
import { isTypedDate, partialIn } from './answer.ts'
import type { Answer, MoneyQuestion, QuestionDefinition } from './definition.ts'
import type { Drawing } from './drawing.ts'
import { moneyInWords } from './in-words.ts'
import type { Asked } from './journey.ts'
import type { Placed } from './layout.ts'
import { sayNumber } from './numbers.ts'
import { isOpen, optionsOf, optionWith, search } from './options.ts'
import type { Option } from './profile.ts'
import { sayAnswer } from './summary.ts'
import { TableQuestionView } from './table-question.view.tsx'

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
      return (
        <TextField
          {...field}
          inputmode={definition.decimals ? 'decimal' : 'numeric'}
          width={definition.decimals ? 'medium' : 'short'}
          value={saidNumber(asked.answer)}
        />
      )
    case 'money':
      return (
        <MoneyField {...field} hint={moneyHint(definition, asked.answer, drawing)} value={saidMoney(asked.answer)} />
      )
    case 'declaration':
      return (
        <Checkboxes
          {...field}
          optional={false}
          items={[{ value: 'yes', label: definition.text[language] }]}
          values={asked.answer === true ? ['yes'] : []}
        />
      )
    case 'calculated':
      return <CalculatedView asked={asked} drawing={drawing} />
    case 'table':
      return <TableQuestionView asked={asked} drawing={drawing} Question={QuestionView} />
    case 'partial-date':
      return <DateField {...field} value={saidPartial(asked.answer)} parts={BOXES[definition.precision]} />
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
  const options = optionsOf(definition, context, drawing.values)
  if (isOpen(definition, options)) return <TextField {...field} value={said(answer)} />
  if (definition.kind === 'select') return <SelectView asked={placed.asked} field={field} drawing={drawing} />
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

/** More options than the browser is sent for suggestions while typing. */
const MOST_SUGGESTED = 250

function SelectView({ asked, field, drawing }: { asked: Asked; field: Field; drawing: Drawing }) {
  const { definition, answer } = asked
  const { language, context, values, t } = drawing
  const options = optionsOf(definition, context, values)
  const itemOf = ({ value, label }: Option) => ({ value, label: label[language] })
  if (definition.kind !== 'select' || !definition.search)
    return <Select {...field} items={options.map(itemOf)} value={said(answer)} />
  const typed = said(answer) ?? ''
  const chosen = optionWith(options, typed)
  return (
    <SearchField
      {...field}
      hint={field.hint ?? t.searchHint}
      value={chosen?.label[language] ?? typed}
      suggestions={options.length <= MOST_SUGGESTED ? options.map(({ label }) => label[language]) : []}
      fits={chosen ? [] : search(options, typed).map(itemOf)}
      fitsLabel={t.fits}
    />
  )
}

/** Nothing to fill in: what follows from the answers, as it stands when the page was made. */
function CalculatedView({ asked, drawing }: { asked: Asked; drawing: Drawing }) {
  const { definition } = asked
  const { language, context, t } = drawing
  const value = sayAnswer(definition, asked.answer, { context, language })
  return (
    <div class="field reckoned">
      <span class="lbl">{definition.label[language]}</span>
      <p class="hint">{t.reckoned}</p>
      <output id={definition.id}>{value === '' ? '…' : value}</output>
    </div>
  )
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

const BOXES = { year: ['year'], month: ['month', 'year'], any: ['day', 'month', 'year'] } as const

/** `1962-05` stands in two boxes of three. */
function saidPartial(answer: Answer | undefined) {
  if (isTypedDate(answer)) return answer
  const [year = '', month = '', day = ''] = partialIn(answer)?.split('-') ?? []
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

function moneyHint({ hint, inWords }: MoneyQuestion, answer: Answer | undefined, { language, t }: Drawing) {
  if (!inWords || typeof answer !== 'number') return hint?.[language]
  const words = t.inWords(moneyInWords(answer, language))
  return hint ? `${hint[language]} ${words}` : words
}

function saidNumber(answer: Answer | undefined): string | undefined {
  return typeof answer === 'number' && !Number.isInteger(answer) ? sayNumber(answer) : said(answer)
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
