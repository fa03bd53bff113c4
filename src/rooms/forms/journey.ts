import type { Rule, Value } from '#platform/rules/index.ts'
import { isEmpty, rowsIn, ruleValue } from './answer.ts'
import type { Answer, Answers, Documents, Filled, QuestionDefinition, StepDefinition } from './definition.ts'
import type { Form, Question, Step } from './form.ts'
import { found, optionsOf } from './options.ts'
import type { Fact, FormContext } from './profile.ts'
import { pasteKey } from './row-names.ts'
import { askedRows, reckoned } from './rows.ts'

/**
 * The way one person goes through a form. It is never stored: it follows from the form, what was said and what is known,
 * so it cannot be stale. What is not asked is not there, whatever was typed before: `answers` and `documents` hold only
 * what may be submitted.
 */
export interface Journey {
  steps: readonly Visit[]
  answers: Answers
  documents: Documents
  /** What rules read: answers that are well formed, and `applicant`. */
  values: Readonly<Record<string, Value>>
}

export interface Visit {
  id: string
  /** From 1, among the steps of this journey. */
  number: number
  step: Step
  definition: StepDefinition<QuestionDefinition>
  asked: readonly Asked[]
}

/** A question as it stands before this person. */
export interface Asked {
  id: string
  definition: QuestionDefinition
  question: Question
  required: boolean
  answer: Answer | undefined
  documents: readonly string[]
  /** What the profile knows, with its source. */
  fact: Fact | undefined
  /** The state's own data: shown, and reported when wrong, not typed. */
  locked: boolean
  /** What the person says is wrong about a locked answer. */
  report: string | undefined
  /** Lines that were pasted into a table and are not in order yet. */
  pasted?: string | undefined
}

/** Under which key a person's report about a locked answer is kept and posted. */
export function reportKey(question: string): string {
  return `${question}--wrong`
}

/** Walks the form. Pure; the same in the browser and on the server. */
export function walk(form: Form, filled: Filled, context: FormContext): Journey {
  const walking: Walking = { filled, context, answers: {}, documents: {}, values: startValues(context) }
  const steps: Visit[] = []
  for (const step of form.steps) {
    if (!holds(step.when, walking)) continue
    const asked = askAll(step.questions, walking)
    if (asked.length === 0) continue
    steps.push({ id: step.id, number: steps.length + 1, step, definition: step.definition, asked })
  }
  return { steps, answers: walking.answers, documents: walking.documents, values: walking.values }
}

interface Walking {
  filled: Filled
  context: FormContext
  answers: Record<string, Answer>
  documents: Record<string, readonly string[]>
  values: Record<string, Value>
}

function startValues({ applicant }: FormContext): Record<string, Value> {
  return { applicant: { kind: applicant?.kind ?? 'person' } }
}

function holds(rule: Rule | undefined, { values, context }: Walking): boolean {
  return rule === undefined || rule.evaluate(values, context.today) === true
}

/** One after another: a question may depend on the one just before it. */
function askAll(questions: readonly Question[], walking: Walking): Asked[] {
  const asked: Asked[] = []
  for (const question of questions) {
    if (holds(question.when, walking)) asked.push(ask(question, walking))
  }
  return asked
}

function ask(question: Question, walking: Walking): Asked {
  const { id, definition } = question
  const { filled, context, values } = walking
  const fact = factFor(definition, context)
  const locked = isLocked(definition, fact)
  const answer = locked ? fact?.value : saidTo(question, walking)
  const documents = definition.kind === 'file' ? (own(filled.documents, id) ?? []) : []
  const report = locked ? reportOf(filled.answers, id) : undefined
  const required = typeof question.required === 'boolean' ? question.required : holds(question.required, walking)

  if (definition.kind === 'file') {
    if (documents.length > 0) walking.documents[id] = documents
    values[id] = [...documents]
  } else if (definition.kind !== 'note') {
    if (answer !== undefined && !isEmpty(answer)) walking.answers[id] = answer
    values[id] = ruleValue(definition, answer)
  }
  if (report) walking.answers[reportKey(id)] = report
  const pasted = definition.kind === 'table' ? own(filled.answers, pasteKey(id)) : undefined
  const waiting = typeof pasted === 'string' ? { pasted } : {}
  return { id, definition, question, required, answer, documents, fact, locked, report, ...waiting }
}

function isLocked(definition: QuestionDefinition, fact: Fact | undefined): boolean {
  return fact?.authoritative === true && definition.kind !== 'note' && definition.prefill?.locked === true
}

/** What this person says: typed, reckoned, or found on a list by the words they typed. */
function saidTo(question: Question, { filled, context, values }: Walking): Answer | undefined {
  const { id, definition } = question
  if (definition.kind === 'file' || definition.kind === 'note') return undefined
  if (question.value) return reckoned(question.value.evaluate(values, context.today))
  const said = own(filled.answers, id)
  if (said === undefined) return undefined
  if (definition.kind === 'table') return askedRows(question, rowsIn(said), { values, context })
  return definition.kind === 'select' ? found(definition, optionsOf(definition, context, values), said) : said
}

/** A question as it would stand before this person were it visible: drawn under the answer that would show it. */
export function standing(question: Question, filled: Filled, context: FormContext): Asked {
  const { id, definition, required } = question
  const fact = factFor(definition, context)
  return {
    id,
    definition,
    question,
    required: required !== false,
    answer: own(filled.answers, id),
    documents: own(filled.documents, id) ?? [],
    fact,
    locked: isLocked(definition, fact),
    report: undefined,
  }
}

/** Ids of the questions that can be answered. */
export function askedIds(asked: readonly Asked[]): string[] {
  return asked.filter(({ definition }) => isAnswered(definition)).map(({ id }) => id)
}

/** False for what is only read: a note, a reckoned figure. */
export function isAnswered({ kind }: QuestionDefinition): boolean {
  return kind !== 'note' && kind !== 'calculated'
}

function factFor(definition: QuestionDefinition, { profile }: FormContext): Fact | undefined {
  if (definition.kind === 'note' || !definition.prefill || !profile) return undefined
  const fact = own(profile, definition.prefill.fact)
  return fact && !isEmpty(fact.value) ? fact : undefined
}

function reportOf(answers: Answers, id: string): string | undefined {
  const report = own(answers, reportKey(id))
  return typeof report === 'string' && report !== '' ? report : undefined
}

function own<T>(holder: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(holder, key) ? holder[key] : undefined
}

/** The visit to a step, when this journey goes there. */
export function visitOf(journey: Journey, step: string): Visit | undefined {
  return journey.steps.find((visit) => visit.id === step)
}

/** The step after this one; undefined after the last, where the answers are checked. */
export function stepAfter(journey: Journey, step: string): string | undefined {
  const index = journey.steps.findIndex((visit) => visit.id === step)
  return index < 0 ? undefined : journey.steps[index + 1]?.id
}

export function stepBefore(journey: Journey, step: string): string | undefined {
  const index = journey.steps.findIndex((visit) => visit.id === step)
  return index < 1 ? undefined : journey.steps[index - 1]?.id
}
