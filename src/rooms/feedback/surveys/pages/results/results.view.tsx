import { BackLink, ButtonLink, Buttons, Notice, Page, Table, useFrame } from '#platform/html/index.ts'
import { formatNumber } from '#platform/i18n/index.ts'
import { FEWEST, percentOf } from '../../../small-numbers.ts'
import type { SurveyResults } from '../../commands/build.ts'
import type { QuestionResult } from '../../results.ts'
import type { vi as answerVi } from '../answer/answer.vi.ts'
import { sayValue } from '../answer/answer.view.tsx'
import type { vi } from './results.vi.ts'

interface Words {
  t: typeof vi
  says: typeof answerVi
}

/** What the survey has brought, question by question. R-171 */
export function ResultsPage({ survey, answers, results, t, says }: SurveyResults & Words) {
  const { language } = useFrame()
  const at = `/manage/surveys/${survey.id}`
  return (
    <Page title={t.title} private before={<BackLink href={at}>{t.back}</BackLink>}>
      <p class="quiet">{survey.title[language]}</p>
      <h1>{t.title}</h1>
      <p>{t.answers(formatNumber(answers, language))}</p>
      {answers >= FEWEST ? (
        <Buttons>
          <ButtonLink href={`${at}/answers.csv`} kind="two">
            {t.download}
          </ButtonLink>
          <span class="small quiet">{t.left}</span>
        </Buttons>
      ) : (
        <Notice kind="wait">{t.fewAll}</Notice>
      )}
      {results.map((result) => (
        <section class="sec" key={result.question.id} aria-labelledby={result.question.id}>
          <h2 id={result.question.id}>{result.question.label[language]}</h2>
          {result.counts || result.words ? <Answered result={result} {...{ t, says }} /> : <p>{t.few}</p>}
        </section>
      ))}
    </Page>
  )
}

function Answered({ result: { question, answered, counts, words }, t, says }: { result: QuestionResult } & Words) {
  const { language } = useFrame()
  const number = (value: number) => formatNumber(value, language)
  return (
    <>
      <p class="small quiet">
        {t.answered(number(answered))}. {question.kind === 'several' && t.several}
      </p>
      {counts && (
        <Table
          caption={question.label[language]}
          captionHidden
          rows={counts}
          rowKey={({ value }) => value}
          columns={[
            {
              key: 'option',
              head: t.option,
              rowHeader: true,
              cell: ({ value }) => sayValue(question, value, { language, t: says }),
            },
            {
              key: 'count',
              head: t.count,
              figures: true,
              cell: ({ count }) => <span class="num">{number(count)}</span>,
            },
            {
              key: 'share',
              head: t.share,
              figures: true,
              cell: ({ count }) => <span class="num">{t.percent(number(percentOf(count, answered)))}</span>,
            },
          ]}
        />
      )}
      {words && (
        <ul class="stack measure" aria-label={t.words}>
          {words.map((said, index) => (
            <li key={`${index} ${said}`}>{said}</li>
          ))}
        </ul>
      )}
    </>
  )
}
