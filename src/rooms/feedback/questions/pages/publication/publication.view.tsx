import type { FieldError } from '#kernel/errors.ts'
import { BackLink, ErrorSummary, Page } from '#platform/html/index.ts'
import type { vi as markedVi } from '../../../pages/marked-text.vi.ts'
import { MarkedTextForm } from '../../../pages/marked-text.view.tsx'
import type { Publication } from '../../commands/publish.ts'
import { LONGEST_ANSWER, LONGEST_QUESTION } from '../../question.ts'
import type { vi } from '../desk/desk.vi.ts'

export const LIMITS = { question: LONGEST_QUESTION, answer: LONGEST_ANSWER }

interface Props {
  publication: Publication
  dismissed?: readonly string[]
  errors?: readonly FieldError[]
  t: typeof vi
  marked: typeof markedVi
}

/** What everybody will read, with what may be personal marked. */
export function PublicationPage({ publication, dismissed = [], errors = [], t, marked }: Props) {
  const { question, text, marks } = publication
  const path = `/desk/questions/${question.id}/publication`
  const fields = [
    { name: 'question', label: t.publishedQuestion, text: text.question, facts: marks.question },
    { name: 'answer', label: t.publishedAnswer, text: text.answer, facts: marks.answer },
  ] as const
  return (
    <Page
      title={t.publish}
      errors={errors}
      private
      path={path}
      before={<BackLink href={`/desk/questions/${question.id}`}>{t.question}</BackLink>}
    >
      <ErrorSummary title={marked.problem} errors={errors} />
      <h1>{t.publish}</h1>
      <p class="measure">{t.publishLead}</p>
      <MarkedTextForm
        action={path}
        texts={fields.map((field) => ({ ...field, limit: LIMITS[field.name] }))}
        dismissed={dismissed}
        errors={errors}
        button={t.publishButton}
        t={marked}
      />
    </Page>
  )
}
