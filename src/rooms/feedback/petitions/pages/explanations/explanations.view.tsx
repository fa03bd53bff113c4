import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LongText,
  Notice,
  Page,
  Radios,
  SummaryList,
  Table,
  Tag,
} from '#platform/html/index.ts'
import { formatDate, formatDateTime } from '#platform/i18n/index.ts'
import { SaidText } from '../../../pages/said-text.view.tsx'
import type { OpenedExplanation } from '../../commands/explain.ts'
import { DECISIONS, LONGEST_EXPLANATION, LONGEST_MATTER } from '../../petition.ts'
import type { Explanation } from '../../store/explanations.ts'
import type { vi } from './explanations.vi.ts'

const PATH = '/desk/explanations'
const SHOWN = 80

function StateTag({ explanation, t }: { explanation: Explanation; t: typeof vi }) {
  if (explanation.decidedAt) return <Tag kind="done">{t.decided}</Tag>
  return explanation.explainedAt ? <Tag kind="running">{t.explained}</Tag> : <Tag kind="waiting">{t.waiting}</Tag>
}

function cut(text: string): string {
  return text.length <= SHOWN ? text : `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …`
}

/** What an officer has to explain, or to decide on. R-170 */
export function ExplanationsPage({ list, t }: { list: readonly OpenedExplanation[]; t: typeof vi }) {
  return (
    <Page title={t.title} private before={<BackLink href="/desk/petitions">{t.petitions}</BackLink>}>
      <h1>{t.title}</h1>
      <p class="quiet measure">{t.lead}</p>
      {list.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.title}
          captionHidden
          rows={list}
          rowKey={({ explanation }) => explanation.id}
          columns={[
            {
              key: 'matter',
              head: t.matter,
              rowHeader: true,
              cell: ({ explanation: { id, matter } }) => <a href={`${PATH}/${id}`}>{cut(matter)}</a>,
            },
            { key: 'role', head: t.role, cell: ({ role }) => t.roles[role] },
            {
              key: 'by',
              head: t.by,
              cell: ({ explanation }) => <span class="num nb">{formatDate(explanation.explainByOn)}</span>,
            },
            { key: 'state', head: t.state, cell: ({ explanation }) => <StateTag explanation={explanation} t={t} /> },
          ]}
        />
      )}
      <p class="small quiet">{t.law}</p>
    </Page>
  )
}

export interface ExplanationProps {
  opened: OpenedExplanation
  done?: keyof (typeof vi)['done'] | undefined
  typed?: { explanation?: string; decision?: string; words?: string }
  errors?: readonly FieldError[]
  t: typeof vi
}

/** The matter, what the officer says of it, what the superior decides. Nothing of who complained. */
export function ExplanationPage(props: ExplanationProps) {
  const { opened, done, errors = [], t } = props
  const { explanation, concerned, may, role } = opened
  const path = `${PATH}/${explanation.id}`
  const { decision, decisionWords } = explanation
  return (
    <Page title={t.title} errors={errors} private path={path} before={<BackLink href={PATH}>{t.title}</BackLink>}>
      <ErrorSummary title={t.problem} errors={errors} />
      {done && (
        <Notice kind="good" live>
          {t.done[done]}
        </Notice>
      )}
      <h1>{t.title}</h1>
      <p>
        <StateTag explanation={explanation} t={t} />
      </p>
      <h2>{t.matter}</h2>
      <SaidText>{explanation.matter}</SaidText>
      <SummaryList
        items={[
          ...(role === 'superior' ? [{ label: t.officer, value: concerned }] : []),
          { label: t.askedAt, value: <span class="num">{formatDateTime(explanation.askedAt)}</span> },
          { label: t.by, value: <b class="num">{formatDate(explanation.explainByOn)}</b> },
        ]}
      />
      {may.explain ? <Explain {...props} path={path} /> : <Said {...props} />}
      {may.decide && <Decide {...props} path={path} />}
      {decision && decisionWords !== undefined && (
        <section aria-labelledby="decision">
          <h2 id="decision">{t.decision}</h2>
          <p>
            <b>{t.decisions[decision]}</b>
          </p>
          <SaidText>{decisionWords}</SaidText>
        </section>
      )}
    </Page>
  )
}

function Said({ opened: { explanation, role }, t }: ExplanationProps) {
  return (
    <>
      <h2>{role === 'concerned' ? t.explanation : t.theirs}</h2>
      {explanation.explanation === undefined ? <p>{t.notYet}</p> : <SaidText>{explanation.explanation}</SaidText>}
    </>
  )
}

function Explain({ opened, typed, errors = [], t, path }: ExplanationProps & { path: string }) {
  return (
    <Form action={`${path}/answer`} class="form">
      <LongText
        name="explanation"
        label={t.explanation}
        hint={t.explanationHint}
        value={typed?.explanation ?? opened.explanation.explanation ?? ''}
        rows={8}
        limit={LONGEST_EXPLANATION}
        errors={errors}
      />
      <Buttons>
        <Button>{t.explain}</Button>
      </Buttons>
    </Form>
  )
}

function Decide({ typed, errors = [], t, path }: ExplanationProps & { path: string }) {
  return (
    <Form action={`${path}/decision`} class="form">
      <Radios
        name="decision"
        label={t.decision}
        items={DECISIONS.map((value) => ({ value, label: t.decisions[value] }))}
        value={typed?.decision}
        errors={errors}
      />
      <LongText
        name="words"
        label={t.words}
        hint={t.wordsHint}
        value={typed?.words ?? ''}
        rows={6}
        limit={LONGEST_MATTER}
        errors={errors}
      />
      <Buttons>
        <Button>{t.decide}</Button>
      </Buttons>
    </Form>
  )
}
