import type { FieldError } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import {
  BackLink,
  Button,
  ButtonLink,
  Buttons,
  Details,
  ErrorSummary,
  Form,
  LongText,
  Notice,
  Page,
  Select,
  SummaryList,
  Tag,
  useFrame,
} from '#platform/html/index.ts'
import { formatDate, formatDateTime, formatDay } from '#platform/i18n/index.ts'
import { SaidText } from '../../../pages/said-text.view.tsx'
import type { OpenedQuestion } from '../../commands/desk.ts'
import { isClosed, LONGEST_ANSWER, LONGEST_REASON } from '../../question.ts'
import type { vi as mine } from '../mine/mine.vi.ts'
import { QUESTION_TAGS } from '../mine/mine.view.tsx'
import type { vi } from './desk.vi.ts'

export type Done = 'saved' | 'assigned' | 'answered' | 'released' | 'withdrawn' | 'publishedNow' | 'asideDone'

interface Props {
  opened: OpenedQuestion
  today: LocalDate
  done?: Done | undefined
  typed?: { answer?: string; reason?: string }
  errors?: readonly FieldError[]
  t: typeof vi
  says: Pick<typeof mine, 'states'>
}

const pathOf = ({ question }: OpenedQuestion) => `/desk/questions/${question.id}`

/** One question, and what this officer may do with it. */
export function DeskQuestionPage(props: Props) {
  const { opened, today, done, errors = [], t, says } = props
  const { question, state, may } = opened
  const isLate = !isClosed(state) && question.dueOn < today
  return (
    <Page
      title={t.question}
      errors={errors}
      private
      path={pathOf(opened)}
      before={<BackLink href="/desk/questions">{t.title}</BackLink>}
    >
      <ErrorSummary title={t.problem} errors={errors} />
      {done && (
        <Notice kind="good" live>
          {t[done]}
        </Notice>
      )}
      <h1>{t.question}</h1>
      <p>
        <Tag kind={QUESTION_TAGS[state]}>{says.states[state]}</Tag> {isLate && <Tag kind="overdue">{t.late}</Tag>}
      </p>
      <SaidText lang={question.language}>{question.body}</SaidText>
      <Facts {...props} />
      {state === 'held' && question.heldBecause && (
        <Notice kind="wait" title={t.heldTitle}>
          <p>{t.held[question.heldBecause]}</p>
          {may.coordinate && (
            <Form action={`${pathOf(opened)}/release`}>
              <Button kind="two">{t.release}</Button>
            </Form>
          )}
        </Notice>
      )}
      {may.coordinate && <Assign {...props} />}
      {may.answer ? <Answer {...props} /> : <Closed {...props} />}
      {may.coordinate && <Aside {...props} />}
    </Page>
  )
}

function Facts({ opened, t }: Props) {
  const { language } = useFrame()
  const { question, procedure, assignee } = opened
  return (
    <SummaryList
      items={[
        { label: t.asker, value: question.askerName || t.noName },
        {
          label: t.about,
          value: question.procedureCode ? (
            <a href={`/procedures/${question.procedureCode}`}>{procedure?.[language]}</a>
          ) : (
            t.general
          ),
        },
        { label: t.askedAt, value: <span class="num">{formatDateTime(question.askedAt)}</span> },
        { label: t.due, value: <b class="num">{formatDay(question.dueOn, language)}</b> },
        { label: t.language, value: t.languages[question.language] },
        { label: t.assignee, value: assignee ?? t.nobody },
      ]}
    />
  )
}

function Assign({ opened, errors = [], t }: Props) {
  const { language } = useFrame()
  const items = opened.answerers.map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit[language]}` }))
  return (
    <Form action={`${pathOf(opened)}/assignment`} class="form">
      <Select
        name="officer"
        label={t.assign}
        items={items}
        empty={t.choose}
        value={opened.question.assignedTo}
        errors={errors}
      />
      <Buttons>
        <Button kind="two">{t.assignTo}</Button>
      </Buttons>
    </Form>
  )
}

function Answer({ opened, typed, errors = [], t }: Props) {
  return (
    <Form action={`${pathOf(opened)}/answer`} class="form">
      <LongText
        name="answer"
        label={t.answer}
        hint={t.answerHint}
        value={typed?.answer ?? opened.question.draft}
        rows={10}
        limit={LONGEST_ANSWER}
        errors={errors}
      />
      <Buttons>
        <Button name="do" value="send">
          {t.send}
        </Button>
        <Button kind="two" name="do" value="draft">
          {t.saveDraft}
        </Button>
      </Buttons>
    </Form>
  )
}

function Aside({ opened, typed, errors = [], t }: Props) {
  return (
    <Details summary={t.aside} open={errors.some(({ field }) => field === 'reason')}>
      <Form action={`${pathOf(opened)}/set-aside`} class="form">
        <LongText
          name="reason"
          label={t.asideReason}
          hint={t.asideHint}
          value={typed?.reason ?? ''}
          rows={3}
          limit={LONGEST_REASON}
          errors={errors}
        />
        <Buttons>
          <Button kind="stop">{t.setAside}</Button>
        </Buttons>
      </Form>
    </Details>
  )
}

function Closed({ opened, t }: Props) {
  const { question, published, may } = opened
  const { answer, setAsideBecause } = question
  return (
    <>
      {answer !== undefined && (
        <section aria-labelledby="given">
          <h2 id="given">{t.answer}</h2>
          <SaidText lang={question.language}>{answer}</SaidText>
        </section>
      )}
      {setAsideBecause !== undefined && (
        <section aria-labelledby="why">
          <h2 id="why">{t.aside}</h2>
          <SaidText>{setAsideBecause}</SaidText>
        </section>
      )}
      {published && (
        <p>
          <span class="num">{t.publishedAt(formatDate(published.publishedAt))}</span>{' '}
          <a href={`/questions/${published.id}`}>{t.see}</a>
        </p>
      )}
      {may.publish && (
        <Buttons>
          <ButtonLink kind={published ? 'two' : 'main'} href={`${pathOf(opened)}/publication`}>
            {published ? t.change : t.publish}
          </ButtonLink>
          {published && (
            <Form action={`${pathOf(opened)}/withdrawal`}>
              <Button kind="two">{t.withdraw}</Button>
            </Form>
          )}
        </Buttons>
      )}
    </>
  )
}
