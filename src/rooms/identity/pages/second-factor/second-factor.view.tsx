import type { FieldError } from '#kernel/errors.ts'
import { Button, ButtonLink, Buttons, ErrorSummary, Form, Notice, Page, TextField } from '#platform/html/index.ts'
import type { vi } from './second-factor.vi.ts'

type Text = typeof vi

interface FactorProps {
  t: Text
  /** Where the form is sent: this page, with the page to go on to. */
  action: string
  errors: readonly FieldError[]
}

function CodeForm({ t, action, errors, hint, value }: FactorProps & { hint: string; value?: string }) {
  return (
    <Form action={action}>
      <TextField
        name="code"
        label={t.code}
        hint={hint}
        value={value}
        errors={errors}
        width="medium"
        autocomplete="one-time-code"
        spellcheck={false}
      />
      <Buttons>
        <Button>{t.submit}</Button>
      </Buttons>
    </Form>
  )
}

interface CodeProps extends FactorProps {
  /** Asked in the middle of the work, before something that needs a fresh proof. */
  again: boolean
  /** The code of this moment, of an invented officer. R-155 */
  demonstrationCode: string | undefined
}

export function CodePage({ again, demonstrationCode, ...form }: CodeProps) {
  const { t, errors } = form
  return (
    <Page title={t.title} private problem={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="lead">{again ? t.again : t.lead}</p>
      {demonstrationCode && <Notice title={t.demonstrationTitle}>{t.demonstration}</Notice>}
      <CodeForm {...form} hint={t.codeHint} {...(demonstrationCode ? { value: demonstrationCode } : {})} />
    </Page>
  )
}

export function EnrolPage({ secret, qrDataUrl, ...form }: FactorProps & { secret: string; qrDataUrl: string }) {
  const { t, errors } = form
  return (
    <Page title={t.enrolTitle} private problem={errors.length > 0}>
      <ErrorSummary errors={errors} />
      <h1>{t.enrolTitle}</h1>
      <p class="lead">{t.enrolLead}</p>
      <ol>
        <li>
          {t.enrolScan}
          <p>
            <img src={qrDataUrl} alt={t.enrolQr} width={240} height={240} />
          </p>
          <p>
            {t.enrolType} <span class="num">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
          </p>
        </li>
        <li>{t.enrolThen}</li>
      </ol>
      <CodeForm {...form} hint={t.enrolHint} />
    </Page>
  )
}

export function RecoveryCodesPage({ t, codes, onward }: { t: Text; codes: readonly string[]; onward: string }) {
  return (
    <Page title={t.recoveryTitle} private>
      <h1>{t.recoveryTitle}</h1>
      <p class="lead">{t.recoveryLead}</p>
      <ul>
        {codes.map((code) => (
          <li class="num" key={code}>
            {code}
          </li>
        ))}
      </ul>
      <Buttons>
        <ButtonLink href={onward}>{t.recoveryDone}</ButtonLink>
      </Buttons>
    </Page>
  )
}
