import { isLocalDate, type LocalDate } from '#kernel/local-date.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { KINDS, MOST_OPTIONS, type Option, type Question, type QuestionKind, type SurveySettings } from './survey.ts'

/** The boxes of the settings, as typed. */
export interface TypedSettings {
  titleVi: string
  titleEn: string
  leadVi: string
  leadEn: string
  consentVi: string
  consentEn: string
  access: string
  opens: { day: string; month: string; year: string }
  closes: { day: string; month: string; year: string }
}

export interface TypedQuestion {
  kind: string
  labelVi: string
  labelEn: string
  /** One option a line, `Tiếng Việt | English`. */
  options: string
  required: boolean
}

export const LONGEST_TITLE = 200
export const LONGEST_TEXT = 2000

export type SettingsProblem =
  | 'titleVi'
  | 'titleEn'
  | 'leadVi'
  | 'leadEn'
  | 'consentVi'
  | 'consentEn'
  | 'access'
  | 'opens'
  | 'closes'
  | 'order'

export function dayIn({ day, month, year }: TypedSettings['opens']): LocalDate | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}

function isText(text: string, longest: number): boolean {
  return text !== '' && text.length <= longest
}

/** Everything is said in both languages, or it is not asked. */
export function readSettings(typed: TypedSettings): { settings: SurveySettings } | { problems: SettingsProblem[] } {
  const { access } = typed
  const [opensOn, closesOn] = [dayIn(typed.opens), dayIn(typed.closes)]
  const problems: SettingsProblem[] = [
    ...(['titleVi', 'titleEn'] as const).filter((name) => !isText(typed[name], LONGEST_TITLE)),
    ...(['leadVi', 'leadEn', 'consentVi', 'consentEn'] as const).filter((name) => !isText(typed[name], LONGEST_TEXT)),
  ]
  if (access !== 'open' && access !== 'invited') problems.push('access')
  if (!opensOn) problems.push('opens')
  if (!closesOn) problems.push('closes')
  if (opensOn && closesOn && closesOn < opensOn) problems.push('order')
  if (problems.length > 0 || !opensOn || !closesOn) return { problems }
  const both = (vi: string, en: string): Bilingual => ({ vi, en })
  return {
    settings: {
      title: both(typed.titleVi, typed.titleEn),
      lead: both(typed.leadVi, typed.leadEn),
      consent: both(typed.consentVi, typed.consentEn),
      access: access === 'invited' ? 'invited' : 'open',
      opensOn,
      closesOn,
    },
  }
}

export type QuestionProblem = 'kind' | 'labelVi' | 'labelEn' | 'options'

/** A question with the next free id, or what is wrong with it. */
export function readQuestion(
  typed: TypedQuestion,
  taken: readonly Pick<Question, 'id'>[],
): { question: Question } | { problems: QuestionProblem[] } {
  const kind = KINDS.find((one) => one === typed.kind)
  const problems: QuestionProblem[] = [
    ...(kind ? [] : (['kind'] as const)),
    ...(['labelVi', 'labelEn'] as const).filter((name) => !isText(typed[name], LONGEST_TITLE * 2)),
  ]
  const options = hasOptions(kind) ? readOptions(typed.options) : []
  if (options === undefined) problems.push('options')
  if (!kind || problems.length > 0 || options === undefined) return { problems }
  const label = { vi: typed.labelVi, en: typed.labelEn }
  return { question: { id: nextId(taken), kind, label, options, required: typed.required } }
}

export function hasOptions(kind: QuestionKind | undefined): boolean {
  return kind === 'one' || kind === 'several'
}

/** From two to twenty lines, each in both languages; undefined otherwise. */
function readOptions(text: string): Option[] | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const written = lines.filter((line) => line !== '')
  const options = written.map((line, index) => {
    const [vi = '', en = '', ...rest] = line.split('|').map((part) => part.trim())
    return rest.length === 0 && vi !== '' && en !== '' ? { value: `o${index + 1}`, label: { vi, en } } : undefined
  })
  const whole = options.filter((option) => option !== undefined)
  return whole.length === written.length && whole.length >= 2 && whole.length <= MOST_OPTIONS ? whole : undefined
}

/** Never one that was used before it: answers are kept under it. */
function nextId(taken: readonly Pick<Question, 'id'>[]): string {
  return `q${Math.max(0, ...taken.map(({ id }) => Number(id.slice(1)))) + 1}`
}
