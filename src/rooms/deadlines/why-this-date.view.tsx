import type { LocalDate } from '#kernel/local-date.ts'
import { Icon } from '#platform/html/index.ts'
import type { Explanation, Step } from './deadline.ts'
import { type DeadlineWords, deadlineWords, sayBasis, sayDate, sayLimit, sayStep, saySummary } from './wording.ts'

interface Props {
  explanation: Explanation
  language: 'vi' | 'en'
  /** Marks the row of this day. */
  today?: LocalDate
  /** National code of the procedure, for the sentence of sources. */
  procedureCode?: string
  /** Id of the heading; give one when a page shows two. */
  id?: string
}

/** From this many rows on, the days are folded away behind a summary. */
const FOLD_FROM = 29

/** Why the result is due on that day: the limit in words, one row for each day, and the rules. */
export function WhyThisDate({ explanation, language, today, procedureCode, id = 'why-this-date' }: Props) {
  const words = deadlineWords(language)
  const { dueOn, steps } = explanation
  const rows = <DayRows explanation={explanation} words={words} today={today} />

  return (
    <section class="why" aria-labelledby={id}>
      <h2 id={id}>{dueOn ? words.title(sayDate(dueOn)) : words.titleUnknown}</h2>
      <Summary explanation={explanation} words={words} />
      {steps.length < FOLD_FROM ? (
        rows
      ) : (
        <details>
          <summary>{words.everyDay}</summary>
          {rows}
        </details>
      )}
      <p class="small quiet">{sayBasis(explanation, words, procedureCode)}</p>
      {words.translated && <p class="small quiet">{words.translated}</p>}
    </section>
  )
}

function Summary({ explanation, words }: { explanation: Explanation; words: DeadlineWords }) {
  const { limit, extension } = explanation
  return (
    <p class="measure">
      {words.summaryBefore}
      <b class="num">{sayLimit(limit, words)}</b>
      {saySummary(explanation, words)}
      {extension && words.extendedBy(words.limits.wd(String(extension.workingDays)))}
    </p>
  )
}

interface RowsProps {
  explanation: Explanation
  words: DeadlineWords
  today: LocalDate | undefined
}

function DayRows({ explanation, words, today }: RowsProps) {
  return (
    <ol class={daysClass(explanation.steps.length)}>
      {explanation.steps.map((step) => (
        <li key={step.date} class={rowClass(step, today)}>
          <div class="d">
            <b>{words.weekdays[step.weekday - 1]}</b>
            <span class="num">
              {sayDate(step.date).slice(0, 5)}
              {step.date === today && ` · ${words.today}`}
            </span>
          </div>
          <div class="k">
            {step.ordinal !== undefined && <span aria-hidden="true">{step.ordinal}</span>}
            {step.last && step.ordinal === undefined && <Icon name="clock" />}
          </div>
          <p class="w">{step.last ? <b>{sayStep(step, explanation, words)}</b> : sayStep(step, explanation, words)}</p>
        </li>
      ))}
    </ol>
  )
}

/** A week fills the page; less than one stays as wide as its days, and one day is a line. */
function daysClass(count: number): string {
  if (count === 1) return 'days one'
  return count < 7 ? 'days few' : 'days'
}

function rowClass(step: Step, today: LocalDate | undefined): string {
  const on = step.counted || step.last
  return [on ? 'on' : 'off', step.date === today && 'today', step.last && 'end'].filter(Boolean).join(' ')
}
