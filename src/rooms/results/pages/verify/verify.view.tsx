import type { FieldError } from '#kernel/errors.ts'
import { Button, Buttons, ErrorSummary, FileUpload, Form, Page, TextField } from '#platform/html/index.ts'
import type { vi } from './verify.vi.ts'

interface Props {
  t: typeof vi
  maxMegabytes: number
  errors?: FieldError[]
  token?: string | undefined
}

/** Two ways to check a paper, both without signing in and without script. */
export function VerifyPage({ t, maxMegabytes, errors = [], token }: Props) {
  return (
    <Page title={t.title} errors={errors} description={t.lead} path="/verify">
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>

      <h2>{t.file.heading}</h2>
      <Form action="/verify" multipart label={t.file.heading}>
        <FileUpload
          name="file"
          label={t.file.label}
          formats={['PDF']}
          accept="application/pdf"
          maxMegabytes={maxMegabytes}
          maxFiles={1}
          errors={errors}
        />
        <Buttons>
          <Button>{t.file.check}</Button>
        </Buttons>
      </Form>

      <h2>{t.token.heading}</h2>
      <Form action="/verify" method="get" label={t.token.heading}>
        <TextField name="token" label={t.token.label} hint={t.token.hint} value={token} errors={errors} />
        <Buttons>
          <Button kind="two">{t.token.check}</Button>
        </Buttons>
      </Form>
    </Page>
  )
}
