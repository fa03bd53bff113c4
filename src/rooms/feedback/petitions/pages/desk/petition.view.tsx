import {
  BackLink,
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  Form,
  LongText,
  Notice,
  Page,
  SummaryList,
  useFrame,
} from '#platform/html/index.ts'
import { formatDate, formatDateTime, formatDay } from '#platform/i18n/index.ts'
import { SaidText } from '../../../pages/said-text.view.tsx'
import { isDone, LONGEST_RESULT, numberOf } from '../../petition.ts'
import { History } from '../mine/history.view.tsx'
import { PetitionTag } from '../state.view.tsx'
import { Classify } from './classify.view.tsx'
import { deskPath, type PetitionProps } from './petition-props.ts'

/** One petition, its history, and what this officer may do. */
export function DeskPetitionPage(props: PetitionProps) {
  const { opened, done, errors = [], t, says } = props
  const { petition, acts, may } = opened
  const number = numberOf(petition)
  const held = isDone(petition.state) ? undefined : petition.heldBecause
  return (
    <Page
      title={`${says.number} ${number}`}
      errors={errors}
      private
      path={deskPath(petition.id)}
      before={<BackLink href="/desk/petitions">{says.petitions}</BackLink>}
    >
      <ErrorSummary title={says.problem} errors={errors} />
      {done && (
        <Notice kind="good" live>
          {t.done[done]}
        </Notice>
      )}
      <h1 class="num">
        {says.number} {number}
      </h1>
      <p>
        <PetitionTag petition={petition} says={says} />
      </p>
      {held && (
        <Notice kind="wait" title={t.heldTitle}>
          <p>{t.held[held]}</p>
          {may.classify && (
            <Form action={`${deskPath(petition.id)}/release`}>
              <Button kind="two">{t.release}</Button>
            </Form>
          )}
        </Notice>
      )}
      <h2>{says.content}</h2>
      <SaidText lang={petition.language}>{petition.content}</SaidText>
      <Facts {...props} />
      <Explained {...props} />
      {may.answer && <Answer {...props} />}
      {may.classify && <Classify {...props} />}
      <Answered {...props} />
      <h2>{t.history}</h2>
      <History acts={acts} says={says} />
    </Page>
  )
}

function Facts({ opened, t, says }: PetitionProps) {
  const { language } = useFrame()
  const { petition, names } = opened
  const { sender, assignedTo } = petition
  return (
    <SummaryList
      items={[
        { label: says.subject, value: says.subjects[petition.subject] },
        { label: t.sender, value: sender.name },
        { label: says.address, value: sender.address },
        ...(sender.phone ? [{ label: says.phone, value: <span class="num">{sender.phone}</span> }] : []),
        ...(sender.email ? [{ label: says.email, value: sender.email }] : []),
        { label: t.way, value: says.ways[petition.cameBy] },
        { label: says.registeredAt, value: <span class="num">{formatDateTime(petition.registeredAt)}</span> },
        ...(petition.state === 'registered'
          ? [{ label: t.forwardBy, value: <b class="num">{formatDay(petition.forwardByOn, language)}</b> }]
          : []),
        { label: t.due, value: <b class="num">{formatDay(petition.dueOn, language)}</b> },
        { label: t.assignee, value: (assignedTo && names.get(assignedTo)) ?? t.nobody },
      ]}
    />
  )
}

function Explained({ opened, t }: PetitionProps) {
  const { explanation, names } = opened
  if (!explanation) return null
  const { officerId, superiorId, explainByOn, matter } = explanation
  return (
    <section aria-labelledby="explanation">
      <h2 id="explanation">{t.explanation}</h2>
      <p>{t.explaining(names.get(officerId) ?? '', formatDate(explainByOn))}</p>
      <p>
        {t.superior}: {names.get(superiorId)}
      </p>
      <SaidText>{matter}</SaidText>
      {explanation.explanation !== undefined && (
        <>
          <h3>{t.said}</h3>
          <SaidText>{explanation.explanation}</SaidText>
        </>
      )}
    </section>
  )
}

function Answer({ opened, typed = {}, errors = [], t }: PetitionProps) {
  return (
    <Form action={`${deskPath(opened.petition.id)}/result`} class="form">
      <LongText
        name="result"
        label={t.resultLabel}
        hint={t.resultHint}
        value={typed.result ?? ''}
        rows={8}
        limit={LONGEST_RESULT}
        errors={errors}
      />
      <Buttons>
        <Button>{t.send}</Button>
      </Buttons>
    </Form>
  )
}

function Answered({ opened, t, says }: PetitionProps) {
  const { petition, published, may } = opened
  if (petition.result === undefined) return null
  return (
    <section aria-labelledby="result">
      <h2 id="result">{says.result}</h2>
      <SaidText>{petition.result}</SaidText>
      {published && (
        <p>
          <span class="num">{t.publishedAt(formatDate(published.publishedAt))}</span>{' '}
          <a href={`/petitions/${published.id}`}>{t.see}</a>
        </p>
      )}
      {may.publish && (
        <Buttons>
          <ButtonLink kind={published ? 'two' : 'main'} href={`${deskPath(petition.id)}/publication`}>
            {published ? t.change : t.publish}
          </ButtonLink>
          {published && (
            <Form action={`${deskPath(petition.id)}/withdrawal`}>
              <Button kind="two">{t.withdraw}</Button>
            </Form>
          )}
        </Buttons>
      )}
    </section>
  )
}
