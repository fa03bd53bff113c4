import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Buttons,
  Checkboxes,
  ErrorSummary,
  Form,
  LongText,
  Notice,
  Page,
  Radios,
  Table,
  TextField,
  useFrame,
} from '#platform/html/index.ts'
import { formatDate, formatNumber } from '#platform/i18n/index.ts'
import { KINDS, MOST_INVITATIONS, MOST_QUESTIONS, missingFor, type Question, type Survey } from '../../survey.ts'
import type { TypedQuestion } from '../../typed-survey.ts'
import type { vi } from './build.vi.ts'

const PATH = '/manage/surveys'

export function SurveyListPage({ surveys, t }: { surveys: readonly Survey[]; t: typeof vi }) {
  const { language } = useFrame()
  return (
    <Page title={t.title} private before={<BackLink href="/manage">{t.manage}</BackLink>}>
      <h1>{t.title}</h1>
      <p class="quiet">{t.lead}</p>
      <Buttons>
        <ButtonLink href={`${PATH}/new`}>{t.make}</ButtonLink>
      </Buttons>
      {surveys.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.title}
          captionHidden
          rows={surveys}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              head: t.name,
              rowHeader: true,
              cell: ({ id, title }) => <a href={`${PATH}/${id}`}>{title[language]}</a>,
            },
            { key: 'state', head: t.state, cell: ({ state }) => t.states[state] },
            { key: 'period', head: t.period, cell: (survey) => <span class="num">{periodOf(survey, t)}</span> },
          ]}
        />
      )}
    </Page>
  )
}

function periodOf({ opensOn, closesOn }: Survey, t: typeof vi): string {
  return t.from(formatDate(opensOn), formatDate(closesOn))
}

interface Props {
  survey: Survey
  today: Survey['opensOn']
  /** `http://dichvucong.tinhmau.localhost:8080` */
  origin: string
  typed?: TypedQuestion
  /** The number of links that was typed. */
  many?: string
  errors?: readonly FieldError[]
  t: typeof vi
}

/** One survey: while it is written, its questions; once published, its address, links and results. R-171 */
export function SurveyDeskPage(props: Props) {
  const { survey, errors = [], t } = props
  const { language } = useFrame()
  const at = `${PATH}/${survey.id}`
  const title = survey.title[language]
  return (
    <Page title={title} errors={errors} private path={at} before={<BackLink href={PATH}>{t.title}</BackLink>}>
      <ErrorSummary title={t.problem} errors={errors} />
      <h1>{title}</h1>
      <p class="quiet">
        {t.states[survey.state]} · <span class="num">{periodOf(survey, t)}</span> · {t.accesses[survey.access]}
      </p>
      {survey.state === 'draft' && (
        <p>
          <a href={`${at}/settings`}>{t.change}</a>
          {survey.questions.length > 0 && (
            <>
              {' · '}
              <a href={`${at}/preview`}>{t.preview}</a>
            </>
          )}
        </p>
      )}
      {survey.state !== 'draft' && <Published {...props} />}
      <section class="sec" aria-labelledby="questions">
        <h2 id="questions">{t.questions}</h2>
        {survey.questions.length === 0 && <p>{t.noQuestions}</p>}
        <ol class="stack">
          {survey.questions.map((question, index) => (
            <Line key={question.id} {...{ question, at, t }} first={index === 0} draft={survey.state === 'draft'} />
          ))}
        </ol>
      </section>
      {survey.state === 'draft' && <AddQuestion {...props} />}
      {survey.state === 'draft' && <Publish {...props} />}
    </Page>
  )
}

interface LineProps {
  question: Question
  at: string
  first: boolean
  draft: boolean
  t: typeof vi
}

function Line({ question, at, first, draft, t }: LineProps) {
  const { language } = useFrame()
  const { id, kind, label, options, required } = question
  const action = `${at}/questions/${id}`
  return (
    <li>
      <p>
        <b>{label[language]}</b>
      </p>
      <p class="small quiet">
        {t.kinds[kind]} · {required ? t.required : t.optional}
        {options.length > 0 && ` · ${options.map((option) => option.label[language]).join(', ')}`}
      </p>
      {draft && (
        <div class="btns">
          {!first && (
            <Form action={`${action}/raise`}>
              <Button kind="link">
                {t.raise}
                <span class="vh">: {label[language]}</span>
              </Button>
            </Form>
          )}
          <Form action={`${action}/removal`}>
            <Button kind="link">
              {t.remove}
              <span class="vh">: {label[language]}</span>
            </Button>
          </Form>
        </div>
      )}
    </li>
  )
}

function AddQuestion({ survey, typed, errors = [], t }: Props) {
  if (survey.questions.length >= MOST_QUESTIONS) return <p class="sec">{t.full}</p>
  return (
    <section class="sec" aria-labelledby="add">
      <h2 id="add">{t.add}</h2>
      <Form action={`${PATH}/${survey.id}/questions`} class="form">
        <Radios
          name="kind"
          label={t.kind}
          items={KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          value={typed?.kind}
          errors={errors}
        />
        <TextField name="labelVi" label={t.labelVi} value={typed?.labelVi} errors={errors} lang="vi" />
        <TextField name="labelEn" label={t.labelEn} value={typed?.labelEn} errors={errors} lang="en" />
        <LongText
          name="options"
          label={t.options}
          hint={t.optionsHint}
          value={typed?.options ?? ''}
          errors={errors}
          rows={4}
          optional
        />
        <Checkboxes
          name="required"
          label={t.mustAsked}
          items={[{ value: 'yes', label: t.must }]}
          values={typed?.required ? ['yes'] : []}
        />
        <Buttons>
          <Button kind="two">{t.add}</Button>
        </Buttons>
      </Form>
    </section>
  )
}

function Publish({ survey, today, t }: Props) {
  const missing = missingFor(survey, today)
  return (
    <section class="sec" aria-labelledby="publish">
      <h2 id="publish">{t.publish}</h2>
      {missing.map((what) => (
        <Notice key={what} kind="wait">
          {t.notReady[what]}
        </Notice>
      ))}
      {missing.length === 0 && (
        <Form action={`${PATH}/${survey.id}/publication`} class="form">
          <p>{t.publishNote}</p>
          <Buttons>
            <Button>{t.publish}</Button>
          </Buttons>
        </Form>
      )}
    </section>
  )
}

function Published({ survey, origin, many, errors = [], t }: Props) {
  const { language } = useFrame()
  const at = `${PATH}/${survey.id}`
  const address = `/surveys/${survey.id}`
  return (
    <>
      <Buttons>
        <ButtonLink href={`${at}/results`}>{t.results}</ButtonLink>
        {survey.state === 'published' && (
          <Form action={`${at}/closing`}>
            <Button kind="stop">{t.close}</Button>
          </Form>
        )}
      </Buttons>
      {survey.access === 'open' && (
        <p>
          {t.address}: <a href={address}>{`${origin}${address}`}</a>
        </p>
      )}
      {survey.access === 'invited' && survey.state === 'published' && (
        <section class="sec" aria-labelledby="invitations">
          <h2 id="invitations">{t.invitations}</h2>
          <p>
            {t.invited(formatNumber(survey.invitations, language))}{' '}
            {survey.invitations > 0 && <a href={`${at}/invitations.txt`}>{t.download}</a>}
          </p>
          <Form action={`${at}/invitations`} class="form">
            <TextField
              name="many"
              label={t.many}
              hint={t.manyHint(MOST_INVITATIONS)}
              value={many ?? ''}
              errors={errors}
              inputmode="numeric"
              width="short"
            />
            <Buttons>
              <Button kind="two">{t.makeLinks}</Button>
            </Buttons>
          </Form>
        </section>
      )}
    </>
  )
}
