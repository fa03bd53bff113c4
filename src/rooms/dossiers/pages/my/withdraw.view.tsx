import type { FieldError } from '#kernel/errors.ts'
import { BackLink, Button, Buttons, ErrorSummary, Form, LongText, Page, useFrame } from '#platform/html/index.ts'
import { type Dossier, refOf } from '../../dossier.ts'
import type { vi } from './withdraw.vi.ts'

export const LONGEST_REASON = 1000

interface Props {
  dossier: Dossier
  typed?: string
  errors?: readonly FieldError[]
  t: typeof vi
}

/** Asks once, says what follows. R-062 */
export function WithdrawPage({ dossier, typed, errors = [], t }: Props) {
  const { language } = useFrame()
  const ref = refOf(dossier)
  const back = `/my/dossiers/${ref}`
  return (
    <Page
      title={`${t.title} ${ref}`}
      problem={errors.length > 0}
      private
      path={`${back}/withdraw`}
      before={<BackLink href={back} />}
    >
      <div class="form">
        <ErrorSummary errors={errors} />
        <div>
          <p class="num quiet">
            {ref} · {dossier.procedureName[language]}
          </p>
          <h1>{t.title}</h1>
        </div>
        <p class="lead">{t.lead}</p>
        <p>{t.papers}</p>
        <Form action={`/dossiers/${ref}/withdrawal`} class="form">
          <LongText
            name="reason"
            label={t.reason}
            hint={t.reasonHint}
            value={typed}
            errors={errors}
            rows={3}
            limit={LONGEST_REASON}
            optional
          />
          <Buttons>
            <Button kind="stop">{t.confirm}</Button>
            <a href={back}>{t.keep}</a>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}
