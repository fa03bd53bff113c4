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
  useFrame,
} from '#platform/html/index.ts'
import { formatNumber } from '#platform/i18n/index.ts'
import { LONGEST_REASON, type Wishable, type WishOutcome } from '../../wish.ts'
import type { vi } from '../../wish.vi.ts'

interface Props {
  wishable: Wishable
  said?: WishOutcome | undefined
  typed?: string
  errors?: readonly FieldError[]
  t: typeof vi
}

const LOOKS = { taken: 'good', again: 'info', online: 'info' } as const

/** Asked once, answered in one press. */
export function WishPage({ wishable, said, typed = '', errors = [], t }: Props) {
  const { language } = useFrame()
  const { code, name, level, count } = wishable
  const at = `/procedures/${encodeURIComponent(code)}`
  return (
    <Page
      title={`${t.title} ${name[language]}`}
      errors={errors}
      private
      before={<BackLink href={at}>{t.back}</BackLink>}
    >
      <div class="form">
        <ErrorSummary title={t.problem} errors={errors} />
        <div>
          <p class="quiet">{name[language]}</p>
          <h1>{said ? t[said] : t.title}</h1>
        </div>
        {said ? (
          <Notice kind={LOOKS[said]} live>
            {t[`${said}Text`]}
          </Notice>
        ) : (
          <p class="lead">
            {t.now(t.levels[level])} {t.lead}
          </p>
        )}
        {said !== 'online' && <p>{count > 0 ? t.count(formatNumber(count, language)) : t.first}</p>}
        {!said && (
          <Form action={`${at}/wish`} class="form">
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
              <Button>{t.send}</Button>
            </Buttons>
            <p class="small quiet">{t.once}</p>
          </Form>
        )}
      </div>
    </Page>
  )
}
