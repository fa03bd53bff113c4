import { groupDigits } from '#kernel/money.ts'
import type { Value } from '#platform/rules/index.ts'
import { isEmpty, rawText } from './answer.ts'
import { type DateError, dateError, partialDateError } from './check-date.ts'
import type { Answer, QuestionDefinition } from './definition.ts'
import { FORMATS } from './formats.ts'
import type { Asked } from './journey.ts'
import { sayNumber } from './numbers.ts'
import { isOpen, notOffered, optionsOf, search } from './options.ts'
import { disagreement } from './personal-number.ts'
import { both, type ProblemWords, spokenLabel } from './problem.ts'
import type { FormContext } from './profile.ts'

type Say = (words: ProblemWords, label: string) => string

/** How long a text may be when the form does not say. */
export const LONGEST_TEXT = 200
export const LONGEST_LONG_TEXT = 4_000

/** What is answered: a question of a step, or a cell of a row. */
export type Answered = Pick<Asked, 'definition' | 'required' | 'answer'> & Partial<Pick<Asked, 'documents' | 'locked'>>

interface Around {
  context: FormContext
  /** What was answered before. */
  values: Readonly<Record<string, Value>>
}

/**
 * What is wrong with one answer by itself; undefined when it is in order. Locked answers are the state's and always are;
 * the rows of a table are looked at one by one (`check-rows.ts`).
 */
export function answerError(asked: Answered, around: Around): DateError | undefined {
  const { definition } = asked
  if (definition.kind === 'note' || definition.kind === 'calculated' || asked.locked) return undefined
  if (isMissing(asked)) return missingError(asked)
  const { answer } = asked
  if (definition.kind === 'file') return filesError(asked)
  if (answer === undefined || isEmpty(answer)) return undefined
  if (definition.kind === 'date') return dateError(definition, answer, around.context.today)
  if (definition.kind === 'partial-date') return partialDateError(definition, answer, around.context.today)
  const say = wrong(definition, answer, around)
  return say && { box: undefined, message: both(spokenLabel(definition), say) }
}

function isMissing({ definition, required, answer, documents = [] }: Answered): boolean {
  if (definition.kind === 'file') return required && documents.length === 0
  // What a person stands for is asked or not asked; asked, it is never left open.
  if (definition.kind === 'declaration') return answer !== true
  return required && isEmpty(answer)
}

function missingError({ definition }: Answered): DateError {
  const own = definition.kind === 'note' ? undefined : definition.missing
  const say =
    definition.kind === 'partial-date' && definition.precision === 'year' ? MISSING.text : MISSING[definition.kind]
  return { box: undefined, message: own ?? both(spokenLabel(definition), say) }
}

const text: Say = (words, label) => words.missingText(label)
const choice: Say = (words, label) => words.missingChoice(label)

const MISSING: Record<QuestionDefinition['kind'], Say> = {
  text,
  'long-text': text,
  number: text,
  money: text,
  note: text,
  radios: choice,
  select: choice,
  calculated: text,
  date: (words, label) => words.missingDate(label),
  'partial-date': (words, label) => words.missingPartialDate(label),
  declaration: (words) => words.missingDeclaration,
  table: (words, label) => words.missingRows(label),
  checkboxes: (words, label) => words.missingBoxes(label),
  'yes-no': (words) => words.missingYesNo,
  file: (words, label) => words.missingFile(label),
}

function filesError({ definition, documents = [] }: Answered): DateError | undefined {
  const most = definition.kind === 'file' ? (definition.maxFiles ?? 4) : 0
  if (documents.length <= most) return undefined
  return { box: undefined, message: both(spokenLabel(definition), (words) => words.tooManyFiles(String(most))) }
}

function wrong(definition: QuestionDefinition, answer: Answer, around: Around): Say | undefined {
  switch (definition.kind) {
    case 'text':
    case 'long-text':
      return wrongText(definition, answer, around)
    case 'number':
    case 'money':
      return wrongNumber(definition, answer)
    case 'radios':
    case 'select':
    case 'checkboxes':
      return wrongChoice(definition, answer, around)
    case 'yes-no':
      return typeof answer === 'boolean' ? undefined : (words) => words.missingYesNo
    default:
      return undefined
  }
}

type Text = Extract<QuestionDefinition, { kind: 'text' | 'long-text' }>

function wrongText(definition: Text, answer: Answer, { values }: Around): Say | undefined {
  if (typeof answer !== 'string') return (words, label) => words.missingText(label)
  const most = definition.maxLength ?? (definition.kind === 'text' ? LONGEST_TEXT : LONGEST_LONG_TEXT)
  const length = [...answer].length
  if (length > most) return (words) => words.tooLong(groupDigits(most), groupDigits(length))
  if (definition.kind === 'long-text' || !definition.format) return undefined
  const { format, agrees } = definition
  if (!FORMATS[format].fits(answer)) return (words) => words.formats[format]
  const part =
    agrees && disagreement(answer, { bornOn: values[agrees.bornOn ?? ''], gender: values[agrees.gender ?? ''] })
  return part ? (words) => words.disagrees[part] : undefined
}

type Figure = Extract<QuestionDefinition, { kind: 'number' | 'money' }>

function wrongNumber(definition: Figure, answer: Answer): Say | undefined {
  const { kind, min = 0, max } = definition
  const decimals = definition.kind === 'number' ? (definition.decimals ?? 0) : 0
  if (typeof answer !== 'number' || !hasAtMost(decimals, answer)) {
    const typed = typeof answer === 'number' ? sayNumber(answer) : rawText(answer)
    if (decimals > 0) return (words, label) => words.notADecimal(label, typed, String(decimals))
    return (words, label) => (kind === 'money' ? words.notMoney(label, typed) : words.notANumber(label, typed))
  }
  const shown = (value: number) => (kind === 'money' ? `${groupDigits(value)} đồng` : sayNumber(value))
  if (answer < min) return (words, label) => words.tooSmall(label, shown(min))
  return max !== undefined && answer > max ? (words, label) => words.tooLarge(label, shown(max)) : undefined
}

function hasAtMost(decimals: number, value: number): boolean {
  return Number.isFinite(value) && Number(value.toFixed(decimals)) === value
}

type Choice = Extract<QuestionDefinition, { kind: 'radios' | 'select' | 'checkboxes' }>

function wrongChoice(definition: Choice, answer: Answer, { context, values }: Around): Say | undefined {
  const options = optionsOf(definition, context, values)
  if (isOpen(definition, options)) {
    const text = typeof answer === 'string' ? answer : ''
    return text !== '' && [...text].length <= LONGEST_TEXT ? undefined : choice
  }
  const [stranger] = notOffered(options, answer)
  if (stranger === undefined) return undefined
  if (definition.kind !== 'select' || !definition.search) return (words) => words.notAnOption
  const fits = search(options, stranger).length
  return (words) => (fits === 0 ? words.notFound(stranger.slice(0, 60)) : words.severalFit(stranger.slice(0, 60)))
}
