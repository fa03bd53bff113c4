import { Checkboxes, Details, LongText, SummaryList } from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { Drawing } from './drawing.ts'
import type { vi } from './form.vi.ts'
import { type Asked, reportKey } from './journey.ts'
import { WRONG_FIELD } from './posted.ts'
import { sayAnswer } from './summary.ts'

/** The state's own data: value, source and time, and a way to say that it is wrong. */
export function KnownView({ known, drawing }: { known: readonly Asked[]; drawing: Drawing }) {
  const { language, context, t } = drawing
  if (known.length === 0) return null
  const label = (asked: Asked) => asked.definition.label[language]
  const items = known.map((asked) => ({
    label: label(asked),
    value: sayAnswer(asked.definition, asked.answer, { context, language }),
    source: sourceOf(asked, drawing, t),
    action: { href: '#report-wrong', words: t.reportWrong },
  }))
  const wrong = known.map((asked) => ({
    value: asked.id,
    label: label(asked),
    reveal: (
      <LongText
        name={reportKey(asked.id)}
        label={t.whatIsRight(label(asked))}
        value={asked.report}
        rows={2}
        limit={500}
      />
    ),
  }))
  const reported = known.filter((asked) => asked.report !== undefined).map(({ id }) => id)
  return (
    <section class="stack">
      <SummaryList heading={t.known} items={items} />
      <div id="report-wrong">
        <Details summary={t.somethingWrong} open={reported.length > 0}>
          <Checkboxes name={WRONG_FIELD} label={t.whichWrong} hint={t.whichWrongHint} items={wrong} values={reported} />
        </Details>
      </div>
    </section>
  )
}

function sourceOf({ fact }: Asked, { language }: Drawing, t: typeof vi): string | undefined {
  if (!fact) return undefined
  return fact.at ? t.sourceAt(fact.source[language], formatDateTime(fact.at)) : fact.source[language]
}
