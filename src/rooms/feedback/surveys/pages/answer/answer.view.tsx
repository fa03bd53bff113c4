import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Breadcrumb,
  Button,
  Buttons,
  Checkboxes,
  type Choice,
  ErrorSummary,
  Form,
  LongText,
  Notice,
  Page,
  Radios,
  useFrame,
} from '#platform/html/index.ts'
import { formatDate, type Language } from '#platform/i18n/index.ts'
import type { Answering } from '../../commands/answer.ts'
import { LONGEST_ANSWER, type Question, type Survey, type SurveyAnswers, valuesOf } from '../../survey.ts'
import type { vi } from './answer.vi.ts'

/** What can be answered today, for whoever comes. */
export function SurveysPage({ surveys, t }: { surveys: readonly Survey[]; t: typeof vi }) {
  const { language } = useFrame()
  return (
    <Page
      title={t.listTitle}
      description={t.listLead}
      before={<Breadcrumb items={[{ label: t.home, href: '/' }, { label: t.listTitle }]} />}
    >
      <h1>{t.listTitle}</h1>
      <p class="lead">{t.listLead}</p>
      {surveys.length === 0 && <p>{t.none}</p>}
      <ul class="stack measure">
        {surveys.map(({ id, title, lead, closesOn }) => (
          <li key={id}>
            <h2>
              <a href={`/surveys/${id}`}>{title[language]}</a>
            </h2>
            <p>{lead[language]}</p>
            <p class="small quiet">{t.until(formatDate(closesOn))}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}

interface Props {
  survey: Survey
  /** With the invitation, where there is one. */
  path: string
  typed?: SurveyAnswers
  agreed?: boolean
  errors?: readonly FieldError[]
  /** Back to where it is written: shown as people will see it, and not sent. */
  preview?: { back: string; words: string }
  t: typeof vi
}

/** A value as people read it. */
export function sayValue(
  question: Question,
  value: string,
  { language, t }: { language: Language; t: typeof vi },
): string {
  if (question.kind === 'scale') return t.scale[value] ?? value
  if (question.kind === 'yes-no') return t.yesNo[value] ?? value
  return question.options.find((option) => option.value === value)?.label[language] ?? value
}

/** */
export function SurveyPage({ survey, path, typed = {}, agreed = false, errors = [], preview, t }: Props) {
  const { language } = useFrame()
  return (
    <Page
      title={survey.title[language]}
      errors={errors}
      private={survey.access === 'invited' || preview !== undefined}
      path={path}
      before={preview && <BackLink href={preview.back} />}
    >
      <div class="form">
        {preview && <Notice>{preview.words}</Notice>}
        <ErrorSummary title={t.problem} errors={errors} />
        <h1>{survey.title[language]}</h1>
        <p class="lead">{survey.lead[language]}</p>
        <p class="small quiet">{t.until(formatDate(survey.closesOn))}</p>
        <Form action={path} method={preview ? 'get' : 'post'} class="form">
          {survey.questions.map((question) => (
            <Asked key={question.id} question={question} answer={typed[question.id]} {...{ errors, language, t }} />
          ))}
          <Checkboxes
            name="consent"
            label={t.consent}
            hint={survey.consent[language]}
            items={[{ value: 'yes', label: t.agree }]}
            values={agreed ? ['yes'] : []}
            errors={errors}
          />
          {!preview && (
            <Buttons>
              <Button>{t.send}</Button>
            </Buttons>
          )}
        </Form>
      </div>
    </Page>
  )
}

interface AskedProps {
  question: Question
  answer: string | readonly string[] | undefined
  errors: readonly FieldError[]
  language: Language
  t: typeof vi
}

/** One question in the control of its kind. */
export function Asked({ question, answer, errors, language, t }: AskedProps) {
  const { id, kind, label, required } = question
  const field = { name: id, label: label[language], errors, optional: !required }
  const given = [answer ?? []].flat()
  if (kind === 'text') return <LongText {...field} value={given[0] ?? ''} rows={4} limit={LONGEST_ANSWER} />
  const items: Choice[] = (valuesOf(question) ?? []).map((value) => ({
    value,
    label: sayValue(question, value, { language, t }),
  }))
  if (kind === 'several') return <Checkboxes {...field} items={items} values={given} />
  return <Radios {...field} items={items} value={given[0]} />
}

/** What is said instead of the questions. */
export function SurveySaidPage({
  survey,
  said,
  t,
}: {
  survey: Survey
  said: Exclude<Answering, 'open'> | 'thanks'
  t: typeof vi
}) {
  const { language } = useFrame()
  const text = said === 'coming' ? t.comingText(formatDate(survey.opensOn)) : t[`${said}Text`]
  return (
    <Page title={t[said]} private>
      <p class="quiet">{survey.title[language]}</p>
      <h1>{t[said]}</h1>
      <Notice kind={said === 'thanks' ? 'good' : 'info'} live={said === 'thanks'}>
        {text}
      </Notice>
      <p>
        <a href="/surveys">{t.listTitle}</a> · <a href="/">{t.home}</a>
      </p>
    </Page>
  )
}
