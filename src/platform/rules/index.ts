import type { LocalDate } from '#kernel/local-date.ts'
import { check } from './check.ts'
import { compile } from './compile.ts'
import { parse } from './parse.ts'
import { RuleError, type RuleProblem } from './problem.ts'
import type { Context, Value } from './values.ts'

export { RuleError, type RuleProblem } from './problem.ts'
export type { Context, Value } from './values.ts'

/** A compiled rule: pure, quick, the same on server and in browser. */
export interface Rule {
  source: string
  /** The names of the context it reads, each once. */
  names: readonly string[]
  /** Never throws. What cannot be known is null: a missing answer, a comparison of a text with a number, a division by 0. */
  evaluate(context: Context, today?: LocalDate): Value
}

export type RuleCompiler = (source: string, names: Iterable<string>) => Rule

/**
 * Compiles a rule written in our subset of FEEL (OMG DMN 1.5, clause 10). `names` are the names it may read, with or
 * without a path (`married`, `applicant.kind`). Throws RuleError with every problem and its place.
 */
export function compileRule(source: string, names: Iterable<string>): Rule {
  const tree = parse(source)
  const known = new Set<string>()
  for (const name of names) known.add(name.normalize('NFC'))
  const found = check(tree, known)
  if (found.problems.length > 0) throw new RuleError(found.problems)
  const evaluate = compile(tree)
  return {
    source,
    names: [...found.names],
    evaluate: (context, today) => evaluate({ context, today, local: {} }),
  }
}

/** The problems of a rule; empty when it is fit to be used. */
export function checkRule(source: string, names: Iterable<string>): readonly RuleProblem[] {
  try {
    compileRule(source, names)
    return []
  } catch (error) {
    if (error instanceof RuleError) return error.problems
    throw error
  }
}
