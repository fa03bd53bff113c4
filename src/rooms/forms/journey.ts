import type { Rule, Value } from '#platform/rules/index.ts'
import { isEmpty, ruleValue } from './answer.ts'
import type { Answer, Answers, Documents, Filled, QuestionDefinition, StepDefinition } from './definition.ts'
import type { Form, Question, Step } from './form.ts'
import type { Fact, FormContext } from './profile.ts'

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
  definition: StepDefinition
  asked: readonly Asked[]
}

/** A question as it stands before this person. */
export interface Asked {
  id: string
  definition: QuestionDefinition
  required: boolean
  answer: Answer | undefined
  documents: readonly string[]
  /** What the profile knows, with its source. */
  fact: Fact | undefined
  /** The state's own data: shown, and reported when wrong, not typed. */
  locked: boolean
  /** What the person says is wrong about a locked answer. */
  report: string | undefined
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
  const locked = fact?.authoritative === true && definition.kind !== 'note' && definition.prefill?.locked === true
  const said = definition.kind === 'file' ? undefined : own(filled.answers, id)
  const answer = locked ? fact?.value : said
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
  return { id, definition, required, answer, documents, fact, locked, report }
}

/** A question as it would stand before this person were it visible: drawn under the answer that would show it. */
export function standing({ id, definition, required }: Question, filled: Filled, context: FormContext): Asked {
  const fact = factFor(definition, context)
  return {
    id,
    definition,
    required: required !== false,
    answer: own(filled.answers, id),
    documents: own(filled.documents, id) ?? [],
    fact,
    locked: fact?.authoritative === true && definition.kind !== 'note' && definition.prefill?.locked === true,
    report: undefined,
  }
}

/** Ids of the questions that can be answered. */
export function askedIds(asked: readonly Asked[]): string[] {
  return asked.filter(({ definition }) => definition.kind !== 'note').map(({ id }) => id)
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
