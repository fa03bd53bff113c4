import {
  deadlineWords,
  type Explanation,
  formatLimit,
  type Step,
  sayBasis,
  sayDueAt,
  sayLimit,
  sayStep,
} from '#rooms/deadlines/index.ts'

/** What `motcua deadline explain --json` prints: stable, `dueAt` null while the date is unknown. */
export function deadlineAsJson(explanation: Explanation, agency: string | undefined): string {
  const { received, limit, dueAt, dueOn, firstDueAt, waitingSince, articles, calendar, paused } = explanation
  const [vi, en] = [deadlineWords('vi'), deadlineWords('en')]
  const said = (step: Step) => ({ vi: sayStep(step, explanation, vi), en: sayStep(step, explanation, en) })
  const printed = {
    received,
    limit: formatLimit(limit),
    agency: agency ?? null,
    dueAt: dueAt ?? null,
    dueOn: dueOn ?? null,
    ...(firstDueAt && { firstDueAt }),
    ...(waitingSince && { waitingSince }),
    paused,
    steps: explanation.steps.map((step) => ({ ...step, text: said(step) })),
    articles: articles.map((code) => ({ code, text: { vi: vi.articles[code], en: en.articles[code] } })),
    calendar,
  }
  return `${JSON.stringify(printed, null, 2)}\n`
}

/** The days as a table, one line for each, with the sentence of sources under it. */
export function deadlineAsTable(explanation: Explanation, language: 'vi' | 'en'): string {
  const words = deadlineWords(language)
  const wide = Math.max(...words.weekdays.map((name) => name.length))
  const rows = explanation.steps.map((step) => {
    const day = `${step.date.slice(8)}/${step.date.slice(5, 7)}/${step.date.slice(0, 4)}`
    const weekday = (words.weekdays[step.weekday - 1] ?? '').padEnd(wide)
    const mark = (step.ordinal?.toString() ?? (step.counted ? '·' : '')).padStart(3)
    return `${weekday}  ${day}  ${mark}  ${sayStep(step, explanation, words)}`
  })
  const due = explanation.dueAt ? sayDueAt(explanation.dueAt, words) : words.titleUnknown
  return `${[due, sayLimit(explanation.limit, words), '', ...rows, '', sayBasis(explanation, words)].join('\n')}\n`
}
