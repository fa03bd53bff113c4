import type { Rule, RuleCompiler } from '#platform/rules/index.ts'
import type { CheckDefinition, FormDefinition, PlainForm, QuestionDefinition, StepDefinition } from './definition.ts'
import { expandForm, onOnePage } from './expand.ts'

/** A form ready to be walked: every rule compiled once. */
export interface Form {
  definition: PlainForm
  steps: readonly Step[]
  /** Of a form on one page: the steps it stands for. */
  parts?: readonly string[]
}

export interface Step {
  id: string
  definition: StepDefinition<QuestionDefinition>
  when: Rule | undefined
  questions: readonly Question[]
  checks: readonly Check[]
}

export interface Question {
  id: string
  definition: QuestionDefinition
  when: Rule | undefined
  /** False for what is optional; a rule where it depends. */
  required: boolean | Rule
  /** What a calculated question is. */
  value?: Rule
  /** Of a table. */
  columns?: readonly Question[]
  rowChecks?: readonly Check[]
}

export interface Check {
  definition: CheckDefinition
  rule: Rule
}

/** Names every rule of a form may read besides the questions before it. */
export const GIVEN_NAMES = ['applicant.kind'] as const

/** Throws RuleError when a rule reads a name that is not there yet. A checked package never does. */
export function compileFormWith(compileRule: RuleCompiler, given: FormDefinition): Form {
  const definition = expandForm(given)
  const known: string[] = [...GIVEN_NAMES]
  const compile: Compile = (source, more = []) => compileRule(source, [...known, ...more])

  const steps = definition.steps.map((step): Step => {
    const when = step.when === undefined ? undefined : compile(step.when)
    const questions = step.questions.map((question): Question => {
      const compiled = compileQuestion(question, compile, [])
      if (question.kind !== 'note') known.push(question.id)
      return compiled
    })
    const checks = (step.checks ?? []).map((check) => ({ definition: check, rule: compile(check.rule) }))
    return { id: step.id, definition: step, when, questions, checks }
  })
  return { definition, steps }
}

/** The same form with all its steps on one page. */
export function compileOnePage(compileRule: RuleCompiler, given: FormDefinition): Form {
  const plain = expandForm(given)
  return { ...compileFormWith(compileRule, onOnePage(plain)), parts: plain.steps.map(({ id }) => id) }
}

type Compile = (source: string, more?: readonly string[]) => Rule

function compileQuestion(definition: QuestionDefinition, compile: Compile, more: readonly string[]): Question {
  const { id } = definition
  const when = definition.when === undefined ? undefined : compile(definition.when, more)
  if (definition.kind === 'note') return { id, definition, when, required: false }
  const { required = true } = definition
  return {
    id,
    definition,
    when,
    required: typeof required === 'string' ? compile(required, more) : required,
    ...(definition.kind === 'calculated' ? { value: compile(definition.value, more) } : {}),
    ...(definition.kind === 'table' ? compileColumns(definition, compile) : {}),
  }
}

/** A column reads the columns before it as if they were questions. */
function compileColumns(table: Extract<QuestionDefinition, { kind: 'table' }>, compile: Compile) {
  const names: string[] = []
  const columns = table.columns.map((column) => {
    const compiled = compileQuestion(column, compile, names)
    names.push(column.id)
    return compiled
  })
  const rowChecks = (table.checks ?? []).map((check) => ({ definition: check, rule: compile(check.rule, names) }))
  return { columns, rowChecks }
}

/** Every question, blocks taken apart. */
export function questionsOf(definition: FormDefinition): QuestionDefinition[] {
  return expandForm(definition).steps.flatMap((step) => step.questions)
}

/** The names that rules outside the form (fees, cases, documents, process, letters) may read. */
export function answerNames(definition: FormDefinition): string[] {
  return questionsOf(definition)
    .filter((question) => question.kind !== 'note')
    .map((question) => question.id)
}
