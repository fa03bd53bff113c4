import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  Buttons,
  DateField,
  ErrorSummary,
  Form,
  LongText,
  Page,
  Radios,
  TextField,
} from '#platform/html/index.ts'
import { LONGEST_TEXT, type TypedSettings } from '../../typed-survey.ts'
import type { vi } from './build.vi.ts'

interface Props {
  action: string
  back: string
  typed: TypedSettings
  errors?: readonly FieldError[]
  t: typeof vi
}

const TITLES = ['titleVi', 'titleEn'] as const
const TEXTS = ['leadVi', 'leadEn', 'consentVi', 'consentEn'] as const

/** Name, introduction, words of consent, who, and when: everything in both languages. */
export function SettingsPage({ action, back, typed, errors = [], t }: Props) {
  const hints = { leadVi: t.leadHint, leadEn: undefined, consentVi: t.consentHint, consentEn: undefined }
  return (
    <Page title={t.settings} errors={errors} private path={back} before={<BackLink href={back}>{t.title}</BackLink>}>
      <div class="form">
        <ErrorSummary title={t.problem} errors={errors} />
        <h1>{t.settings}</h1>
        <Form action={action} class="form">
          {TITLES.map((name) => (
            <TextField key={name} name={name} label={t[name]} value={typed[name]} errors={errors} lang={langOf(name)} />
          ))}
          {TEXTS.map((name) => (
            <LongText
              key={name}
              name={name}
              label={t[name]}
              hint={hints[name]}
              value={typed[name]}
              errors={errors}
              rows={3}
              limit={LONGEST_TEXT}
            />
          ))}
          <Radios
            name="access"
            label={t.access}
            items={(['open', 'invited'] as const).map((value) => ({ value, label: t.accesses[value] }))}
            value={typed.access}
            errors={errors}
          />
          <DateField name="opens" label={t.opens} value={typed.opens} errors={errors} />
          <DateField name="closes" label={t.closes} value={typed.closes} errors={errors} />
          <Buttons>
            <Button>{t.keep}</Button>
          </Buttons>
        </Form>
      </div>
    </Page>
  )
}

function langOf(name: string): string {
  return name.endsWith('Vi') ? 'vi' : 'en'
}
