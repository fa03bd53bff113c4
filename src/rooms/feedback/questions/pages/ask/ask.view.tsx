import type { FieldError } from '#kernel/errors.ts'
import {
  Breadcrumb,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Hidden,
  LongText,
  Notice,
  Page,
  TextField,
  useFrame,
} from '#platform/html/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { Trap } from '../../../pages/trap.view.tsx'
import { LONGEST_QUESTION, type PublishedAnswer, type TypedQuestion } from '../../question.ts'
import type { vi } from './ask.vi.ts'

export interface AskProps {
  typed: TypedQuestion
  procedure: Bilingual | undefined
  /** The name of whoever has signed in. */
  citizen: string | undefined
  canMail: boolean
  /** Answered questions like it, when there are any: sending again sends it. */
  similar?: readonly PublishedAnswer[]
  trap: string
  errors?: readonly FieldError[]
  t: typeof vi
}

const PATH = '/questions/ask'

/** One box to write in; who is asking only as far as an answer needs it. R-169 */
export function AskPage(props: AskProps) {
  const { typed, similar = [], errors = [], t, trap } = props
  const { language } = useFrame()
  const here = [{ label: t.home, href: '/' }, { label: t.questions, href: '/questions' }, { label: t.title }]
  return (
    <Page
      title={t.title}
      errors={errors}
      description={t.lead}
      path={PATH}
      islands={['similar']}
      before={<Breadcrumb items={here} />}
    >
      <div class="form">
        <ErrorSummary title={t.problem} errors={errors} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {similar.length > 0 && <Similar answers={similar} t={t} />}
        <Form action={PATH} class="form" id="ask">
          {props.procedure && (
            <>
              <Hidden name="procedure" value={typed.procedure} />
              <p>
                <b>{t.aboutProcedure(props.procedure[language])}</b> <a href={PATH}>{t.general}</a>
              </p>
            </>
          )}
          {similar.length > 0 && <Hidden name="seen" value="yes" />}
          <LongText
            name="body"
            label={t.body}
            hint={t.bodyHint}
            value={typed.body}
            rows={6}
            limit={LONGEST_QUESTION}
            errors={errors}
          />
          <div id="similar" data-title={t.similarTitle} />
          <Who {...props} />
          <Trap name={trap} label={t.trap} />
          <Buttons>
            <Button>{similar.length > 0 ? t.sendAnyway : t.go}</Button>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}

function Similar({ answers, t }: { answers: readonly PublishedAnswer[]; t: typeof vi }) {
  return (
    <section aria-labelledby="similar-title">
      <Notice title={t.similarTitle} live>
        {t.similarText}
      </Notice>
      <h2 class="vh" id="similar-title">
        {t.similarTitle}
      </h2>
      <ul class="stack">
        {answers.map(({ id, question, answer, language }) => (
          <li key={id} lang={language}>
            <h3>{question}</h3>
            <p class="pre">{answer}</p>
            <p>
              <a href={`/questions/${id}`} lang={undefined}>
                {t.readWhole}
                <span class="vh">: {question}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Who({ typed, citizen, canMail, errors = [], t }: AskProps) {
  if (citizen !== undefined) return <p class="quiet">{t.asSignedIn(citizen)}</p>
  const signIn = `/sign-in?return=${encodeURIComponent(typed.procedure ? `${PATH}?procedure=${typed.procedure}` : PATH)}`
  if (!canMail) {
    return (
      <Notice kind="wait" title={t.noMail}>
        <p>
          <a href={signIn}>{t.signIn}</a>
        </p>
      </Notice>
    )
  }
  return (
    <>
      <TextField
        name="name"
        label={t.name}
        hint={t.nameHint}
        value={typed.name}
        autocomplete="name"
        errors={errors}
        optional
      />
      <TextField
        name="email"
        type="email"
        inputmode="email"
        autocomplete="email"
        label={t.email}
        hint={t.emailHint}
        value={typed.email}
        errors={errors}
      />
      <p class="small">
        {t.orSignIn} <a href={signIn}>{t.signIn}</a>
      </p>
    </>
  )
}

interface ConfirmProps {
  path: string
  errors?: readonly FieldError[]
  /** The code works no more: there is nothing left to type here. */
  over?: string | undefined
  t: typeof vi
}

/** The code that came by e-mail. */
export function ConfirmPage({ path, errors = [], over, t }: ConfirmProps) {
  return (
    <Page title={t.confirmTitle} errors={errors} private path={path}>
      <div class="form">
        <ErrorSummary title={t.problem} errors={errors} />
        <h1>{t.confirmTitle}</h1>
        {over !== undefined ? (
          <Notice kind="stop" title={over}>
            <p>
              <a href={PATH}>{t.again}</a>
            </p>
          </Notice>
        ) : (
          <>
            <p class="lead">{t.confirmLead}</p>
            <Form action={path} class="form">
              <TextField
                name="code"
                label={t.code}
                hint={t.codeHint}
                inputmode="numeric"
                autocomplete="one-time-code"
                width="medium"
                errors={errors}
              />
              <Buttons>
                <Button>{t.confirm}</Button>
              </Buttons>
            </Form>
          </>
        )}
      </div>
    </Page>
  )
}
