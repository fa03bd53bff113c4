import type { QuestionDefinition } from './definition.ts'
import type { Journey, Visit } from './journey.ts'

/**
 * Seconds a question takes somebody who has their papers at hand. Set by what has to be done, not measured: a choice is
 * read, a number is copied, a reason is thought about, a paper is photographed.
 */
const SECONDS: Record<QuestionDefinition['kind'], number> = {
  ...{ text: 15, 'long-text': 60, date: 12, 'partial-date': 10, number: 10, money: 12 },
  ...{ radios: 10, select: 15, checkboxes: 15, 'yes-no': 8, declaration: 15, calculated: 3, file: 60, note: 10 },
  table: 90,
}

function secondsOf({ asked }: Visit): number {
  return asked.reduce((sum, one) => sum + (one.locked ? 3 : SECONDS[one.definition.kind]), 0)
}

/** Minutes from this step to the end, checking the answers among them; at least one. */
export function estimatedMinutes({ steps }: Journey, from: string): number {
  const index = Math.max(
    steps.findIndex(({ id }) => id === from),
    0,
  )
  const seconds = steps.slice(index).reduce((sum, visit) => sum + secondsOf(visit), 60)
  return Math.max(1, Math.round(seconds / 60))
}
