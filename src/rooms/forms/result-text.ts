import type { LocalDate } from '#kernel/local-date.ts'
import { isLocalDate } from '#kernel/local-date.ts'
import { dayIn, partialIn } from './answer.ts'
import type { Answer, FormDefinition, QuestionDefinition } from './definition.ts'
import { answerNames, questionsOf } from './form.ts'
import { dateInWords, numberInWords } from './in-words.ts'
import type { FormContext } from './profile.ts'
import { type LineGiven, lineApplies, type Service } from './service.ts'
import { sayAnswer, sayDay } from './summary.ts'

/** What only the moment of issue knows. */
export interface ResultFacts {
  seq?: number
  issuedOn: LocalDate
  /** The unit that issues: `Ủy ban nhân dân xã Mẫu An`. */
  unit: string
  dossierCode: string
  /** Fields the officer filled in, by id. */
  fields: Readonly<Record<string, string>>
}

/** The words of a result, ready to be set in type by the `results` room. */
export interface ResultText {
  title: string
  subject?: string
  number: string
  paragraphs: string[]
  tables: { caption?: string; head: string[]; rows: [string, string][] }[]
  signer: { position: string }
  recipients: string[]
}

export type ResultGiven = LineGiven & { context: FormContext; facts: ResultFacts }

const NAME = /\{([A-Za-z][A-Za-z0-9]*)\}/g

/** Names in a template, each once. */
export function templateNames(template: string): string[] {
  return [...new Set([...template.matchAll(NAME)].map((match) => match[1] ?? ''))]
}

/** Names that exist without being a question or a field. */
export const RESULT_FACTS = ['seq', 'year', 'issuedOn', 'unit', 'dossierCode'] as const

/** The paper in words: every name said in Vietnamese as people read it, rows without a value left out. */
export function resultText(service: Service, given: ResultGiven): ResultText {
  const { result } = service.package
  const say = sayer(service, given)
  return {
    title: say(result.title),
    ...(result.subject ? { subject: say(result.subject) } : {}),
    number: say(result.number),
    paragraphs: result.paragraphs
      .filter((line) => lineApplies(service, line, given))
      .map((line) => say(line.text))
      .filter((text) => text !== ''),
    tables: result.tables.map(({ caption, rows }) => ({
      ...(caption ? { caption: say(caption) } : {}),
      head: [],
      rows: rows
        .filter((row) => lineApplies(service, row, given))
        .map((row): [string, string] => [row.label, say(row.value)])
        .filter(([, value]) => value !== ''),
    })),
    signer: { position: say(result.signer.position) },
    recipients: result.recipients.map(say),
  }
}

/** What the officer's fields begin with: the package's suggestions for these answers; a day as `2026-11-25`. */
export function suggestFields(
  service: Service,
  given: Omit<ResultGiven, 'facts'> & { facts: Omit<ResultFacts, 'fields'> },
): Record<string, string> {
  const say = sayer(service, { ...given, facts: { ...given.facts, fields: {} } })
  const suggested: Record<string, string> = {}
  for (const { id, kind, suggest } of service.package.result.fields) {
    if (!suggest) continue
    const day = kind === 'date' ? dayIn(given.journey.answers[templateNames(suggest)[0] ?? '']) : undefined
    suggested[id] = kind === 'date' ? (day ?? '') : say(suggest)
  }
  return suggested
}

function sayer(service: Service, { journey, context, facts }: ResultGiven): (template: string) => string {
  const asked = questionsOf(service.package.form)
  const questions = new Map(asked.map((question) => [question.id, question]))
  const known: Record<string, string> = {
    seq: facts.seq === undefined ? '' : String(facts.seq),
    year: facts.issuedOn.slice(0, 4),
    issuedOn: sayDay(facts.issuedOn),
    unit: facts.unit,
    dossierCode: facts.dossierCode,
  }
  const one = (name: string): string => {
    if (Object.hasOwn(known, name)) return known[name] ?? ''
    const field = Object.hasOwn(facts.fields, name) ? facts.fields[name] : undefined
    if (field !== undefined) return isLocalDate(field) ? sayDay(field) : field
    return sayNamed(name)
  }
  return (template) => template.replace(NAME, (_, name: string) => one(name)).trim()

  function sayNamed(name: string): string {
    const question = questions.get(name)
    if (question) return sayQuestion(question)
    const figure = name.endsWith(IN_WORDS) ? questions.get(name.slice(0, -IN_WORDS.length)) : undefined
    if (figure) return inWords(journey.answers[figure.id])
    const parts = asked.filter(({ id, block }) => block?.id === name && id !== `${name}Old`)
    const said = parts.map(sayQuestion).filter((text) => text !== '')
    return said.toReversed().join(', ')
  }

  function sayQuestion(question: QuestionDefinition): string {
    const of = { context, language: 'vi', unmasked: true } as const
    return sayAnswer(question, journey.answers[question.id], of)
  }
}

const IN_WORDS = 'InWords'
const FIGURES: ReadonlySet<string> = new Set(['money', 'number', 'date', 'partial-date', 'calculated'])

function inWords(answer: Answer | undefined): string {
  if (typeof answer === 'number') return numberInWords(answer, 'vi')
  return typeof answer === 'string' && partialIn(answer) ? dateInWords(answer, 'vi') : ''
}

/** Everything a template may say of a form: its questions, figures and days `…InWords`, and a whole address by its block. */
export function sayableNames(form: FormDefinition): string[] {
  const asked = questionsOf(form)
  const figures = asked.filter(({ kind }) => FIGURES.has(kind)).map(({ id }) => `${id}${IN_WORDS}`)
  const addresses = asked.flatMap(({ block }) => (block?.kind === 'address' ? [block.id] : []))
  return [...new Set([...answerNames(form), ...figures, ...addresses])]
}
