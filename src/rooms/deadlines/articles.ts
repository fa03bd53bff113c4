import type { Article, Step, StepReason } from './deadline.ts'
import type { Limit, LimitUnit } from './limit.ts'

const BY_UNIT: Record<LimitUnit, Article[]> = {
  h: ['civil-code-147-1'],
  wd: ['civil-code-147-2'],
  d: ['civil-code-147-2'],
  mo: ['civil-code-147-2', 'civil-code-148-3'],
}

/** The rules that decided something in these rows, in the order in which they are said. */
export function articlesFor(limit: Limit, steps: readonly Step[]): Article[] {
  const sameDay = limit.unit === 'wd' && limit.amount === 0
  const found = new Set<Article>(sameDay ? ['decree-23-2015-7'] : BY_UNIT[limit.unit])
  for (const { reason } of steps) {
    const article = articleOf(reason)
    if (article) found.add(article)
  }
  return [...found]
}

function articleOf(reason: StepReason): Article | undefined {
  switch (reason.code) {
    case 'holiday':
      return reason.holiday === 'culture-day' ? 'resolution-28-2026' : 'labour-code-112'
    case 'compensatory':
      return 'labour-code-111-3'
    case 'moved-to-working-day':
      return 'civil-code-148-5'
    case 'counted-extension':
      return 'decree-118-2025'
    case 'received-on-closed-day':
    case 'ends-on-closed-day':
      return articleOf(reason.closed)
    default:
      return undefined
  }
}
