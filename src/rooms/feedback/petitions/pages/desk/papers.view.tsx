import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  ButtonLink,
  Buttons,
  ConfirmationPanel,
  Details,
  ErrorSummary,
  Page,
  Select,
  useFrame,
} from '#platform/html/index.ts'
import { formatDateTime, formatDay } from '#platform/i18n/index.ts'
import type { Answerer } from '../../../commands/answerers.ts'
import type { vi as markedVi } from '../../../pages/marked-text.vi.ts'
import { MarkedTextForm } from '../../../pages/marked-text.view.tsx'
import { SaidText } from '../../../pages/said-text.view.tsx'
import type { PersonalFact } from '../../../personal-facts.ts'
import type { Publication } from '../../commands/publish.ts'
import { LONGEST_CONTENT, LONGEST_MATTER, LONGEST_RESULT, numberOf, type Petition } from '../../petition.ts'
import type { Shared } from '../said.ts'
import type { vi } from './desk.vi.ts'
import { deskPath } from './petition-props.ts'

interface Words {
  t: typeof vi
  says: Shared
  marked: typeof markedVi
}

interface Looked {
  dismissed?: readonly string[]
  errors?: readonly FieldError[]
}

function BackTo({ petition, says }: { petition: Petition; says: Shared }) {
  return (
    <BackLink href={deskPath(petition.id)}>
      {says.number} {numberOf(petition)}
    </BackLink>
  )
}

export const PUBLISHED_LIMITS = { content: LONGEST_CONTENT, result: LONGEST_RESULT }

/** What everybody will read. R-168 */
export function PublicationPage(props: Words & Looked & { publication: Publication }) {
  const { publication, dismissed = [], errors = [], t, says, marked } = props
  const { petition, text, marks } = publication
  const path = `${deskPath(petition.id)}/publication`
  const fields = [
    { name: 'content', label: t.publishedContent, text: text.content, facts: marks.content },
    { name: 'result', label: t.publishedResult, text: text.result, facts: marks.result },
  ] as const
  return (
    <Page title={t.publish} errors={errors} private path={path} before={<BackTo petition={petition} says={says} />}>
      <ErrorSummary title={marked.problem} errors={errors} />
      <h1>{t.publish}</h1>
      <p class="measure">{t.publishLead}</p>
      <MarkedTextForm
        action={path}
        texts={fields.map((field) => ({ ...field, limit: PUBLISHED_LIMITS[field.name] }))}
        dismissed={dismissed}
        errors={errors}
        button={t.publishButton}
        t={marked}
      />
    </Page>
  )
}

interface AskProps extends Words, Looked {
  petition: Petition
  matter: string
  marks: readonly PersonalFact[]
  answerers: readonly Answerer[]
  officerId: string
}

/** The matter as the officer concerned will read it: without a word of who complained. */
export function AskExplanationPage(props: AskProps) {
  const { language } = useFrame()
  const { petition, matter, marks, answerers, officerId, dismissed = [], errors = [], t, says, marked } = props
  const path = `${deskPath(petition.id)}/explanation`
  const items = answerers.map(({ id, name, unit }) => ({ value: id, label: `${name}, ${unit[language]}` }))
  return (
    <Page title={t.askTitle} errors={errors} private path={path} before={<BackTo petition={petition} says={says} />}>
      <ErrorSummary title={marked.problem} errors={errors} />
      <h1>{t.askTitle}</h1>
      <p class="measure">{t.askLead}</p>
      <Details summary={says.content}>
        <SaidText lang={petition.language}>{petition.content}</SaidText>
      </Details>
      <MarkedTextForm
        action={path}
        texts={[{ name: 'matter', label: t.matter, text: matter, facts: marks, limit: LONGEST_MATTER }]}
        dismissed={dismissed}
        errors={errors}
        button={t.ask}
        t={marked}
      >
        <Select name="officer" label={t.officer} items={items} empty={t.choose} value={officerId} errors={errors} />
      </MarkedTextForm>
    </Page>
  )
}

/** The number and the code, for whoever stands at the counter or is on the telephone. */
export function SlipPage({ petition, code, t, says }: Omit<Words, 'marked'> & { petition: Petition; code: string }) {
  const { language } = useFrame()
  return (
    <Page title={t.slipTitle} private before={<BackLink href="/desk/petitions">{says.petitions}</BackLink>}>
      <ConfirmationPanel title={t.slipTitle} codeLabel={says.number} code={numberOf(petition)}>
        <p>
          {says.code}: <b class="num">{code}</b>
        </p>
        <p class="num">
          {says.registeredAt} {formatDateTime(petition.registeredAt)}
        </p>
        <p>
          {says.due}: <b>{formatDay(petition.dueOn, language)}</b>
        </p>
      </ConfirmationPanel>
      <p>{t.slipText}</p>
      <Buttons>
        <ButtonLink kind="two" href="/desk/petitions/new">
          {t.another}
        </ButtonLink>
      </Buttons>
    </Page>
  )
}
