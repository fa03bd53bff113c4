import type { Rule, RuleCompiler } from '#platform/rules/index.ts'
import type { CheckDefinition, FormDefinition, QuestionDefinition, StepDefinition } from './definition.ts'

/** A form ready to be walked: every rule compiled once. */
export interface Form {
  definition: FormDefinition
  steps: readonly Step[]
}

export interface Step {
  id: string
  definition: StepDefinition
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
}

export interface Check {
  definition: CheckDefinition
  rule: Rule
}

/** Names every rule of a form may read besides the questions before it. */
export const GIVEN_NAMES = ['applicant.kind'] as const

/** Throws RuleError when a rule reads a name that is not there yet. A checked package never does. */
export function compileFormWith(compileRule: RuleCompiler, definition: FormDefinition): Form {
  const known: string[] = [...GIVEN_NAMES]
  const rule = (source: string | undefined) => (source === undefined ? undefined : compileRule(source, known))

  const steps = definition.steps.map((step): Step => {
    const when = rule(step.when)
    const questions = step.questions.map((question): Question => {
      const compiled = {
        id: question.id,
        definition: question,
        when: rule(question.when),
        required: requiredOf(question),
      }
      if (question.kind !== 'note') known.push(question.id)
      return compiled
    })
    const checks = (step.checks ?? []).map((check) => ({ definition: check, rule: compileRule(check.rule, known) }))
    return { id: step.id, definition: step, when, questions, checks }
  })
  return { definition, steps }

  function requiredOf(question: QuestionDefinition): boolean | Rule {
    if (question.kind === 'note') return false
    const { required = true } = question
    return typeof required === 'string' ? compileRule(required, known) : required
  }
}

export function questionsOf(definition: FormDefinition): QuestionDefinition[] {
  return definition.steps.flatMap((step) => step.questions)
}

/** The names that rules outside the form (fees, cases, documents, process, letters) may read. */
export function answerNames(definition: FormDefinition): string[] {
  return questionsOf(definition)
    .filter((question) => question.kind !== 'note')
    .map((question) => question.id)
}
