/** What is wrong with a rule, and where: `at` counts characters from 0. For authors of packages, so in English. */
export interface RuleProblem {
  at: number
  message: string
}

/** Thrown while a rule is compiled, never while it is evaluated. */
export class RuleError extends Error {
  readonly problems: readonly RuleProblem[]

  constructor(at: number | readonly RuleProblem[], message = '') {
    const problems = typeof at === 'number' ? [{ at, message }] : at
    super(problems.map((problem) => `${problem.message} (at ${problem.at + 1})`).join('; '))
    this.name = 'RuleError'
    this.problems = problems
  }
}
