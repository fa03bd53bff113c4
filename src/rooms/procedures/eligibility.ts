import type { Bilingual } from '#platform/i18n/index.ts'
import type { Rule, RuleCompiler } from '#platform/rules/index.ts'

/** `check.json` of a service package: a few questions before anybody signs in. Format: `services/README.md`. */
export interface EligibilityCheck {
  questions: readonly CheckQuestion[]
  /** The first whose rule is true; the last has none. */
  outcomes: readonly CheckOutcome[]
}

export interface CheckQuestion {
  id: string
  label: Bilingual
  hint?: Bilingual | undefined
  /** Asked only when it is true of the answers before it. */
  when?: string | undefined
  options: readonly { value: string; label: Bilingual; hint?: Bilingual | undefined }[]
}

export interface CheckOutcome {
  when?: string | undefined
  /** Whether this service is the one: perhaps, when only an officer or a paper can tell. */
  answer: 'yes' | 'no' | 'perhaps'
  reason: Bilingual
  law?: string | undefined
  /** Procedures that are meant instead, or must come first. */
  instead?: readonly string[] | undefined
}

/** Answers so far, by question. */
export type CheckAnswers = Readonly<Record<string, string>>

/** What comes next: another question, or the outcome; with the questions that led there. */
export interface CheckStep {
  asked: CheckQuestion[]
  question: CheckQuestion | undefined
  outcome: CheckOutcome | undefined
}

interface Ready {
  questions: readonly { question: CheckQuestion; when: Rule | undefined }[]
  outcomes: readonly { outcome: CheckOutcome; when: Rule | undefined }[]
}

/** A check ready to be walked. Throws RuleError when one of its rules is wrong: checked packages never do. */
export function compileCheckWith(compile: RuleCompiler, { questions, outcomes }: EligibilityCheck): Ready {
  const all = questions.map(({ id }) => id)
  const rule = (when: string | undefined, names: readonly string[]) =>
    when === undefined ? undefined : compile(when, names)
  return {
    questions: questions.map((question, at) => ({ question, when: rule(question.when, all.slice(0, at)) })),
    outcomes: outcomes.map((outcome) => ({ outcome, when: rule(outcome.when, all) })),
  }
}

/**
 * Walks the questions as far as the answers go. The outcome is known as soon as the answers decide it: nobody is asked
 * what no longer matters. An answer that is none of its question's, and one that is not asked for, counts as not given.
 */
export function walkCheck({ questions, outcomes }: Ready, given: CheckAnswers): CheckStep {
  const answers: Record<string, string | null> = Object.fromEntries(
    questions.map(({ question }) => [question.id, null]),
  )
  const open = new Set(Object.keys(answers))
  const asked: CheckQuestion[] = []
  for (const { question, when } of questions) {
    const outcome = decided(outcomes, answers, open)
    if (outcome) return { asked, question: undefined, outcome }
    const answer = given[question.id]
    const isAsked = when === undefined || when.evaluate(answers) === true
    if (isAsked && !question.options.some(({ value }) => value === answer))
      return { asked, question, outcome: undefined }
    open.delete(question.id)
    if (!isAsked) continue
    answers[question.id] = answer ?? null
    asked.push(question)
  }
  return { asked, question: undefined, outcome: decided(outcomes, answers, open) }
}

/** The outcome, when no answer to come could make it another: a rule that reads an open question decides nothing yet. */
function decided(
  outcomes: Ready['outcomes'],
  answers: Record<string, string | null>,
  open: ReadonlySet<string>,
): CheckOutcome | undefined {
  for (const { outcome, when } of outcomes) {
    if (when?.names.some((name) => open.has(name))) return undefined
    if (when === undefined || when.evaluate(answers) === true) return outcome
  }
  return undefined
}

/** What is wrong with a check, apart from its rules; empty when it may be used. */
export function checkProblems({ questions, outcomes }: EligibilityCheck): string[] {
  const problems: string[] = []
  const ids = questions.map(({ id }) => id)
  for (const id of twice(ids)) problems.push(`question ${id} is there twice`)
  for (const { id, options } of questions) {
    for (const value of twice(options.map((option) => option.value)))
      problems.push(`${id} has the option ${value} twice`)
  }
  if (outcomes.at(-1)?.when !== undefined) problems.push('the last outcome has a rule: somebody might get no answer')
  for (const [at, { when }] of outcomes.slice(0, -1).entries()) {
    if (when === undefined) problems.push(`outcome ${at + 1} has no rule: those behind it are never reached`)
  }
  return problems
}

function twice(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) < at)
}
