import { type Language, wordsFor } from '#platform/i18n/index.ts'
import type { YearFigures } from '../../commands/panels.ts'
import { en } from './panels.en.ts'
import { vi } from './panels.vi.ts'
import { en as saidEn } from './said.en.ts'
import { sayCount, sayShare, sayTime } from './said.ts'
import { vi as saidVi } from './said.vi.ts'

const CRITERIA = ['ease', 'timeliness', 'attitude'] as const

interface Props {
  figures: YearFigures
  language: Language
}

function voice(language: Language) {
  return {
    t: wordsFor({ language }, { vi, en }),
    saying: { language, says: wordsFor({ language }, { vi: saidVi, en: saidEn }) },
  }
}

/** The year so far, on the page of a procedure. R-016 */
export function ProcedureFigures({ figures, language }: Props) {
  const { t, saying } = voice(language)
  const { all, from, satisfaction } = figures
  const criteria = CRITERIA.map((name): [string, string] => [t.criteria[name], sayShare(satisfaction[name], saying)])
  const facts: [string, string][] = [
    [t.receivedOnline, sayCount(all.counts.receivedOnline, saying)],
    [t.received, sayCount(all.counts.received, saying)],
    [t.finished, sayCount(all.counts.finished, saying)],
    [t.onTime, sayShare(all.onTimeShare, saying)],
    [t.half, sayTime(all.finishHalf, saying)],
    [t.satisfaction, sayShare(satisfaction.overall, saying)],
  ]
  const year = from.slice(0, 4)
  if (all.counts.received === 0 && all.counts.finished === 0) {
    return (
      <section class="sec" aria-labelledby="year-figures">
        <h2 id="year-figures">{t.title(year)}</h2>
        <p>{t.noneYetHere(year)}</p>
      </section>
    )
  }
  return (
    <section class="sec" aria-labelledby="year-figures">
      <h2 id="year-figures">{t.title(year)}</h2>
      <dl class="figs four">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="num">{value}</dd>
          </div>
        ))}
      </dl>
      {satisfaction.overall !== 'none' && (
        <p class="small quiet">{criteria.map(([label, value]) => `${label}: ${value}`).join(' · ')}</p>
      )}
      <p class="small quiet">
        {t.source} <a href="/statistics#how">{t.how}</a>
      </p>
    </section>
  )
}

/** The same for all procedures, beside the services on the home page: four numbers and the way to the rest. */
export function HomeFigures({ figures, language }: Props) {
  const { t, saying } = voice(language)
  const { all, from } = figures
  const facts: [string, string][] = [
    [t.finished, sayCount(all.counts.finished, saying)],
    [t.onTime, sayShare(all.onTimeShare, saying)],
    [t.half, sayTime(all.finishHalf, saying)],
    [t.most, sayTime(all.finishMost, saying)],
  ]
  return (
    <section class="panel" aria-labelledby="year-figures">
      <h2 id="year-figures">{t.howWeDo}</h2>
      {all.counts.received === 0 ? (
        <p>{t.noneYet}</p>
      ) : (
        <>
          <p class="small quiet">{t.title(from.slice(0, 4))}</p>
          <dl class="figs">
            {facts.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd class="num">{value}</dd>
              </div>
            ))}
          </dl>
          <p>
            <a href="/statistics">{t.all}</a>
          </p>
        </>
      )}
    </section>
  )
}
