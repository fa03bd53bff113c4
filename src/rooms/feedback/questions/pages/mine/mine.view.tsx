import type { LocalDate } from '#kernel/local-date.ts'
import {
  BackLink,
  ButtonLink,
  Notice,
  Page,
  SummaryList,
  Table,
  Tag,
  type TagKind,
  useFrame,
} from '#platform/html/index.ts'
import { formatDate, formatDateTime, formatDay } from '#platform/i18n/index.ts'
import { SaidText } from '../../../pages/said-text.view.tsx'
import type { AskedQuestion } from '../../commands/ask.ts'
import { isClosed, type Question, type QuestionState, stateOf } from '../../question.ts'
import type { vi } from './mine.vi.ts'

export const QUESTION_TAGS: Record<QuestionState, TagKind> = {
  held: 'paused',
  open: 'running',
  assigned: 'running',
  answered: 'done',
  'set-aside': 'part',
}

interface Props {
  asked: AskedQuestion
  sent: boolean
  today: LocalDate
  path: string
  t: typeof vi
}

/** Where the question stands, for whoever asked it: by the secret link, or signed in. */
export function MinePage({ asked: { question, procedure, publishedId }, sent, today, path, t }: Props) {
  const { language } = useFrame()
  const state = stateOf(question)
  const { answer, answeredAt, setAsideBecause, dueOn } = question
  return (
    <Page title={t.title} private path={path}>
      <h1>{t.title}</h1>
      {sent && (
        <Notice kind="good" title={t.sentTitle} live>
          {t.sentText}
        </Notice>
      )}
      <p>
        <Tag kind={QUESTION_TAGS[state]}>{t.states[state]}</Tag>
      </p>
      {state === 'held' && <p class="measure">{t.heldText}</p>}
      {!isClosed(state) && today > dueOn && <Notice kind="wait">{t.late}</Notice>}
      {answer !== undefined && answeredAt && (
        <section aria-labelledby="answer">
          <h2 id="answer">{t.answer}</h2>
          <SaidText lang={question.language}>{answer}</SaidText>
          <p class="small quiet num">{t.answeredAt(formatDateTime(answeredAt))}</p>
          {publishedId && (
            <p>
              <a href={`/questions/${publishedId}`}>{t.published}</a>
            </p>
          )}
        </section>
      )}
      {setAsideBecause !== undefined && (
        <section aria-labelledby="because">
          <h2 id="because">{t.because}</h2>
          <SaidText>{setAsideBecause}</SaidText>
        </section>
      )}
      <h2>{t.question}</h2>
      <SaidText lang={question.language}>{question.body}</SaidText>
      <SummaryList
        items={[
          ...(procedure ? [{ label: t.procedure, value: procedure[language] }] : []),
          { label: t.asked, value: <span class="num">{formatDateTime(question.askedAt)}</span> },
          ...(isClosed(state) ? [] : [{ label: t.due, value: t.dueText(formatDay(dueOn, language)) }]),
        ]}
      />
    </Page>
  )
}

const SHOWN = 90

/** The first words of a longer text. */
export function beginningOf(text: string, most = SHOWN): string {
  return text.length <= most ? text : `${text.slice(0, Math.max(text.lastIndexOf(' ', most), most / 2))} …`
}

interface ListProps {
  questions: readonly Question[]
  pathOf(question: Question): string
  t: typeof vi
}

/** What a person has asked. */
export function MyQuestionsPage({ questions, pathOf, t }: ListProps) {
  return (
    <Page title={t.list} private before={<BackLink href="/my">{t.my}</BackLink>}>
      <h1>{t.list}</h1>
      {questions.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.list}
          captionHidden
          rows={questions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'question',
              head: t.question,
              rowHeader: true,
              cell: (one) => <a href={pathOf(one)}>{beginningOf(one.body)}</a>,
            },
            {
              key: 'state',
              head: t.state,
              cell: (one) => <Tag kind={QUESTION_TAGS[stateOf(one)]}>{t.states[stateOf(one)]}</Tag>,
            },
            { key: 'on', head: t.on, cell: ({ askedAt }) => <span class="num">{formatDate(askedAt)}</span> },
            {
              key: 'due',
              head: t.dueShort,
              cell: (one) => !isClosed(stateOf(one)) && <span class="num">{formatDate(one.dueOn)}</span>,
            },
          ]}
        />
      )}
      <p>
        <ButtonLink href="/questions/ask">{t.ask}</ButtonLink>
      </p>
    </Page>
  )
}
