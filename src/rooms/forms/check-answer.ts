import { groupDigits } from '#kernel/money.ts'
import { isEmpty, rawText } from './answer.ts'
import { type DateError, dateError } from './check-date.ts'
import type { Answer, QuestionDefinition } from './definition.ts'
import { FORMATS } from './formats.ts'
import type { Asked } from './journey.ts'
import { optionsOf } from './options.ts'
import { both, type ProblemWords } from './problem.ts'
import type { FormContext } from './profile.ts'

type Say = (words: ProblemWords, label: string) => string

/** How long a text may be when the form does not say. */
export const LONGEST_TEXT = 200
export const LONGEST_LONG_TEXT = 4_000

/** What is wrong with one answer by itself; undefined when it is in order. Locked answers are the state's and always are. */
export function answerError(asked: Asked, context: FormContext): DateError | undefined {
  const { definition } = asked
  if (definition.kind === 'note' || asked.locked) return undefined
  if (isMissing(asked)) return missingError(asked)
  const { answer } = asked
  if (definition.kind === 'file') return filesError(asked)
  if (answer === undefined || isEmpty(answer)) return undefined
  if (definition.kind === 'date') return dateError(definition, answer, context.today)
  const say = wrong(definition, answer, context)
  return say && { box: undefined, message: both(definition.label, say) }
}

function isMissing({ definition, required, answer, documents }: Asked): boolean {
  return required && (definition.kind === 'file' ? documents.length === 0 : isEmpty(answer))
}

function missingError({ definition }: Asked): DateError {
  const own = definition.kind === 'note' ? undefined : definition.missing
  return { box: undefined, message: own ?? both(definition.label, MISSING[definition.kind]) }
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
  date: (words, label) => words.missingDate(label),
  checkboxes: (words, label) => words.missingBoxes(label),
  'yes-no': (words) => words.missingYesNo,
  file: (words, label) => words.missingFile(label),
}

function filesError({ definition, documents }: Asked): DateError | undefined {
  const most = definition.kind === 'file' ? (definition.maxFiles ?? 4) : 0
  if (documents.length <= most) return undefined
  return { box: undefined, message: both(definition.label, (words) => words.tooManyFiles(String(most))) }
}

function wrong(definition: QuestionDefinition, answer: Answer, context: FormContext): Say | undefined {
  switch (definition.kind) {
    case 'text':
    case 'long-text':
      return wrongText(definition, answer)
    case 'number':
    case 'money':
      return wrongNumber(definition, answer)
    case 'radios':
    case 'select':
    case 'checkboxes':
      return wrongChoice(definition, answer, context)
    case 'yes-no':
      return typeof answer === 'boolean' ? undefined : (words) => words.missingYesNo
    default:
      return undefined
  }
}

function wrongText(definition: QuestionDefinition & { kind: 'text' | 'long-text' }, answer: Answer): Say | undefined {
  if (typeof answer !== 'string') return (words, label) => words.missingText(label)
  const most = definition.maxLength ?? (definition.kind === 'text' ? LONGEST_TEXT : LONGEST_LONG_TEXT)
  const length = [...answer].length
  if (length > most) return (words) => words.tooLong(groupDigits(most), groupDigits(length))
  const format = definition.kind === 'text' ? definition.format : undefined
  return format && !FORMATS[format].fits(answer) ? (words) => words.formats[format] : undefined
}

function wrongNumber(definition: QuestionDefinition & { kind: 'number' | 'money' }, answer: Answer): Say | undefined {
  const { kind, min = 0, max } = definition
  if (typeof answer !== 'number') {
    const typed = rawText(answer)
    return (words, label) => (kind === 'money' ? words.notMoney(label, typed) : words.notANumber(label, typed))
  }
  const shown = (value: number) => (kind === 'money' ? `${groupDigits(value)} đồng` : String(value))
  if (answer < min) return (words, label) => words.tooSmall(label, shown(min))
  return max !== undefined && answer > max ? (words, label) => words.tooLarge(label, shown(max)) : undefined
}

function wrongChoice(definition: QuestionDefinition, answer: Answer, context: FormContext): Say | undefined {
  const offered = new Set(optionsOf(definition, context).map((option) => option.value))
  const chosen = Array.isArray(answer) ? (answer as readonly string[]) : [rawText(answer)]
  return chosen.every((value) => offered.has(value)) ? undefined : (words) => words.notAnOption
}
