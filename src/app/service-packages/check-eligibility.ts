import { checkProblems, type EligibilityCheck } from '#rooms/procedures/index.ts'
import type { Finder } from './check-form.ts'

/** Everything that can be wrong with `check.json`: rules that read what is not asked yet, questions nobody needs. */
export function checkEligibility(check: EligibilityCheck | undefined, found: Finder): void {
  if (!check) return
  const ids = check.questions.map(({ id }) => id)
  for (const message of checkProblems(check)) found.add('check', message)
  for (const [at, { id, when }] of check.questions.entries()) {
    found.rule(`check question ${id} when`, when, ids.slice(0, at))
  }
  for (const [at, { when }] of check.outcomes.entries()) found.rule(`check outcome ${at + 1} when`, when, ids)
  const rules = [...check.questions, ...check.outcomes].flatMap(({ when }) => when ?? [])
  for (const id of ids) {
    if (!rules.some((rule) => new RegExp(`\\b${id}\\b`).test(rule)))
      found.add(`check question ${id}`, 'no rule reads it')
  }
}
