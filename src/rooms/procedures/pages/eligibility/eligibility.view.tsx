import type { FieldError } from '#kernel/errors.ts'
import {
  Breadcrumb,
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  Form,
  Hidden,
  Notice,
  Page,
  Radios,
  SummaryList,
} from '#platform/html/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { CheckAnswers, CheckOutcome, CheckQuestion, CheckStep } from '../../eligibility.ts'
import type { CardLine } from '../../store/procedures.ts'
import type { vi } from './eligibility.vi.ts'

interface Props {
  code: string
  name: string
  step: CheckStep
  answers: CheckAnswers
  /** Procedures that the outcome names and the catalogue has. */
  instead: readonly CardLine[]
  /** People can apply on this portal. */
  isAppliable: boolean
  errors: readonly FieldError[]
  language: Language
  t: typeof vi
}

/** One question at a time, then yes, no or perhaps, and which service. Nothing is kept. */
export function EligibilityPage(props: Props) {
  const { code, name, step, errors, t } = props
  const page = `/procedures/${code}`
  return (
    <Page
      title={t.titleFor(name)}
      errors={errors}
      private
      before={<Breadcrumb items={[{ label: name, href: page }, { label: t.title }]} />}
    >
      <ErrorSummary errors={errors} />
      {step.question ? <Question {...props} question={step.question} /> : <Outcome {...props} />}
    </Page>
  )
}

function Question({ code, step, question, answers, errors, language, t }: Props & { question: CheckQuestion }) {
  return (
    <>
      <p class="quiet">
        {t.title} · {t.step(String(step.asked.length + 1))}
      </p>
      <Form action={`/procedures/${code}/check`} method="get">
        {step.asked.map(({ id }) => (
          <Hidden key={id} name={id} value={answers[id] ?? ''} />
        ))}
        <Hidden name="at" value={question.id} />
        <Radios
          name={question.id}
          label={question.label[language]}
          hint={question.hint?.[language]}
          items={question.options.map(({ value, label, hint }) => ({
            value,
            label: label[language],
            ...(hint ? { hint: hint[language] } : {}),
          }))}
          errors={errors}
          heading
        />
        <Buttons>
          <Button>{t.next}</Button>
        </Buttons>
      </Form>
      {step.asked.length === 0 && <p class="quiet measure">{t.lead}</p>}
      <Answered code={code} step={step} answers={answers} language={language} t={t} />
    </>
  )
}

function Outcome(props: Props) {
  const { code, step, instead, isAppliable, answers, language, t } = props
  const { outcome } = step
  if (!outcome) return null
  const page = `/procedures/${code}`
  const said = outcome.answer === 'no' && instead.length === 0 ? t.noHere : t.answers[outcome.answer]
  return (
    <>
      <h1>{said}</h1>
      <Notice kind={KINDS[outcome.answer]} title={outcome.reason[language]}>
        {outcome.law && (
          <p class="small">
            {t.law}: <span lang="vi">{outcome.law}</span>
          </p>
        )}
      </Notice>
      {instead.length > 0 && (
        <section class="sec" aria-labelledby="instead">
          <h2 id="instead">{outcome.answer === 'no' ? t.instead : t.first}</h2>
          <ul class="stack-s">
            {instead.map((card) => (
              <li key={card.code}>
                <a href={`/procedures/${encodeURIComponent(card.code)}`} lang="vi">
                  {card.name}
                </a>{' '}
                <span class="small quiet num">{card.code}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Buttons>
        {outcome.answer !== 'no' && isAppliable && <ButtonLink href={`${page}/apply`}>{t.apply}</ButtonLink>}
        <ButtonLink href={page} kind="two">
          {t.read}
        </ButtonLink>
      </Buttons>
      <Answered code={code} step={step} answers={answers} language={language} t={t} />
      <p class="quiet measure">{t.notFinal}</p>
    </>
  )
}

const KINDS = { yes: 'good', no: 'stop', perhaps: 'wait' } as const satisfies Record<CheckOutcome['answer'], string>

/** What was answered, each with a way back to it; the answers before it stay. */
function Answered({ code, step, answers, language, t }: Pick<Props, 'code' | 'step' | 'answers' | 'language' | 't'>) {
  if (step.asked.length === 0) return null
  return (
    <section class="sec" aria-labelledby="answered">
      <h2 id="answered">{t.yourAnswers}</h2>
      <SummaryList
        items={step.asked.map(({ id, label, options }, at) => ({
          label: label[language],
          value: options.find(({ value }) => value === answers[id])?.label[language] ?? '',
          action: { href: backTo(code, step.asked.slice(0, at), answers), words: t.change },
        }))}
      />
      <p>
        <a href={`/procedures/${code}/check`}>{t.again}</a>
      </p>
    </section>
  )
}

function backTo(code: string, before: readonly CheckQuestion[], answers: CheckAnswers): string {
  const query = new URLSearchParams(before.map(({ id }) => [id, answers[id] ?? '']))
  const text = query.toString()
  return `/procedures/${code}/check${text ? `?${text}` : ''}`
}
