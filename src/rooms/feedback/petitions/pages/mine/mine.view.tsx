import type { FieldError } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import {
  BackLink,
  Breadcrumb,
  Button,
  ButtonLink,
  Buttons,
  ConfirmationPanel,
  ErrorSummary,
  Form,
  Notice,
  Page,
  Radios,
  SummaryList,
  Table,
  TextField,
  useFrame,
} from '#platform/html/index.ts'
import { formatDate, formatDateTime, formatDay } from '#platform/i18n/index.ts'
import { SaidText } from '../../../pages/said-text.view.tsx'
import type { vi as scale } from '../../../scale.vi.ts'
import type { SentPetition } from '../../commands/send.ts'
import { isDone, numberOf, type Petition } from '../../petition.ts'
import type { Shared } from '../said.ts'
import { PetitionTag } from '../state.view.tsx'
import { History } from './history.view.tsx'
import type { vi } from './mine.vi.ts'

interface Props {
  sent: SentPetition
  /** It has just been sent, or rated. */
  said: 'sent' | 'thanks' | undefined
  today: LocalDate
  path: string
  errors?: readonly FieldError[]
  marks: typeof scale
  t: typeof vi
  says: Shared
}

/** Where it stands, for whoever sent it. R-166 */
export function MinePage(props: Props) {
  const { sent, said, today, path, errors = [], t, says } = props
  const { language } = useFrame()
  const { petition, code, acts, publishedId } = sent
  const number = numberOf(petition)
  const open = !isDone(petition.state)
  return (
    <Page title={t.title(number)} errors={errors} private path={path}>
      <ErrorSummary title={says.problem} errors={errors} />
      {said === 'sent' ? (
        <ConfirmationPanel title={t.sentTitle} codeLabel={t.numberLabel} code={number}>
          <p>
            {says.code}: <b class="num">{code}</b>
          </p>
          <p>{t.keep}</p>
        </ConfirmationPanel>
      ) : (
        <h1>{t.title(number)}</h1>
      )}
      {said === 'thanks' && (
        <Notice kind="good" live>
          {t.thanks}
        </Notice>
      )}
      <p>
        <PetitionTag petition={petition} says={says} />
      </p>
      {open && petition.heldBecause && <p class="measure">{t.heldText}</p>}
      {open && today > petition.dueOn && <Notice kind="wait">{t.late}</Notice>}
      {petition.result !== undefined && (
        <section aria-labelledby="result">
          <h2 id="result">{says.result}</h2>
          <SaidText>{petition.result}</SaidText>
          {publishedId && (
            <p>
              <a href={`/petitions/${publishedId}`}>{t.published}</a>
            </p>
          )}
          <Rate {...props} />
        </section>
      )}
      <h2>{t.history}</h2>
      <History acts={acts} says={says} />
      <h2>{says.content}</h2>
      <SaidText lang={petition.language}>{petition.content}</SaidText>
      <SummaryList
        items={[
          { label: says.number, value: <span class="num">{number}</span> },
          { label: says.code, value: <span class="num">{code}</span> },
          { label: says.subject, value: says.subjects[petition.subject] },
          { label: says.registeredAt, value: <span class="num">{formatDateTime(petition.registeredAt)}</span> },
          ...(open ? [{ label: says.due, value: formatDay(petition.dueOn, language) }] : []),
        ]}
      />
    </Page>
  )
}

function Rate({ sent, path, errors = [], marks, t }: Props) {
  if (sent.rated) return <p class="quiet">{t.rated}</p>
  const items = (['5', '4', '3', '2', '1'] as const).map((value) => ({ value, label: marks[value] }))
  return (
    <Form action={`${path}/rating`} class="form">
      <Radios name="mark" label={t.rateTitle} hint={t.rateHint} items={items} errors={errors} />
      <Buttons>
        <Button kind="two">{t.rate}</Button>
      </Buttons>
    </Form>
  )
}

interface TrackProps {
  typed: { number: string; code: string }
  errors?: readonly FieldError[]
  t: typeof vi
  says: Shared
}

/** For whoever has the number and the code, and no link. */
export function TrackPage({ typed, errors = [], t, says }: TrackProps) {
  const here = [{ label: says.home, href: '/' }, { label: says.petitions, href: '/petitions' }, { label: t.trackTitle }]
  return (
    <Page title={t.trackTitle} errors={errors} path="/petitions/track" before={<Breadcrumb items={here} />}>
      <div class="form">
        <ErrorSummary title={says.problem} errors={errors} />
        <h1>{t.trackTitle}</h1>
        <p class="lead">{t.trackLead}</p>
        <Form action="/petitions/track" class="form">
          <TextField
            name="number"
            label={says.number}
            hint={t.numberHint}
            value={typed.number}
            width="medium"
            autocomplete="off"
            errors={errors}
          />
          <TextField
            name="code"
            label={says.code}
            hint={t.codeHint}
            value={typed.code}
            width="medium"
            autocomplete="off"
            spellcheck={false}
            errors={errors}
          />
          <Buttons>
            <Button>{t.look}</Button>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}

interface ListProps {
  petitions: readonly Petition[]
  pathOf(petition: Petition): string
  t: typeof vi
  says: Shared
}

/** What a person has sent. R-038 */
export function MyPetitionsPage({ petitions, pathOf, t, says }: ListProps) {
  return (
    <Page title={t.list} private before={<BackLink href="/my">{t.my}</BackLink>}>
      <h1>{t.list}</h1>
      {petitions.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <Table
          caption={t.list}
          captionHidden
          rows={petitions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              head: says.number,
              rowHeader: true,
              cell: (one) => (
                <a class="num" href={pathOf(one)}>
                  {numberOf(one)}
                </a>
              ),
            },
            { key: 'subject', head: says.subject, cell: ({ subject }) => says.subjects[subject] },
            { key: 'state', head: t.state, cell: (one) => <PetitionTag petition={one} says={says} /> },
            { key: 'on', head: t.on, cell: ({ registeredAt }) => <span class="num">{formatDate(registeredAt)}</span> },
          ]}
        />
      )}
      <p>
        <ButtonLink href="/petitions/new">{t.send}</ButtonLink>
      </p>
    </Page>
  )
}
