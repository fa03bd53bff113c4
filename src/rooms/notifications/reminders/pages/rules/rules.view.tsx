import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Hidden,
  LongText,
  Page,
  Radios,
  Table,
  TextField,
  useFrame,
} from '#platform/html/index.ts'
import { formatNumber, type Language } from '#platform/i18n/index.ts'
import { REMINDER_KINDS, type ReminderRule } from '../../reminder.ts'
import type { vi as sharedVi } from '../../reminders.vi.ts'
import type { KeptRule } from '../../store.ts'
import { LONGEST_SAYING, type TypedRule } from '../../typed-rule.ts'
import type { vi } from './rules.vi.ts'

const PATH = '/manage/reminders'

interface Props {
  rules: readonly KeptRule[]
  typed?: TypedRule
  errors?: readonly FieldError[]
  t: typeof vi
  kinds: (typeof sharedVi)['kinds']
}

/** What people are reminded of here, when and on what basis; each can be switched off. */
export function RulesPage(props: Props) {
  const { rules, errors = [], t } = props
  const { language } = useFrame()
  return (
    <Page title={t.title} errors={errors} private path={PATH} before={<BackLink href="/manage">{t.manage}</BackLink>}>
      <ErrorSummary title={t.problem} errors={errors} />
      <h1>{t.title}</h1>
      <p class="quiet measure">{t.lead}</p>
      <Table
        caption={t.title}
        captionHidden
        rows={rules}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'rule',
            head: t.rule,
            rowHeader: true,
            cell: ({ says }) => says[language].replaceAll('{day}', t.theDay),
          },
          {
            key: 'procedure',
            head: t.procedure,
            cell: ({ procedureCode }) => (
              <a class="num" href={`/procedures/${procedureCode}`}>
                {procedureCode}
              </a>
            ),
          },
          { key: 'when', head: t.when, cell: (rule) => sayWhen(rule, language, t) },
          { key: 'basis', head: t.basis, cell: ({ basis }) => basis[language] },
          { key: 'state', head: t.state, cell: (rule) => <Switch rule={rule} t={t} /> },
        ]}
      />
      <AddRule {...props} />
    </Page>
  )
}

function sayWhen({ after, leadDays }: ReminderRule, language: Language, t: typeof vi): string {
  const parts = [
    after.months > 0 ? t.months(formatNumber(after.months, language)) : '',
    after.days > 0 ? t.days(formatNumber(after.days, language)) : '',
  ]
  return t.whenSaid(parts.filter(Boolean).join(', '), formatNumber(leadDays, language))
}

function Switch({ rule: { code, state, says }, t }: { rule: KeptRule; t: typeof vi }) {
  const { language } = useFrame()
  const on = state === 'on'
  return (
    <Form action={`${PATH}/${code}/state`}>
      {on ? t.on : t.off} <Hidden name="state" value={on ? 'off' : 'on'} />
      <Button kind="link">
        {on ? t.turnOff : t.turnOn}
        <span class="vh">: {says[language]}</span>
      </Button>
    </Form>
  )
}

const TEXTS = ['saysVi', 'saysEn', 'basisVi', 'basisEn'] as const

function AddRule({ typed, errors = [], t, kinds }: Props) {
  const hints = { saysVi: t.saysHint, saysEn: t.saysHint, basisVi: undefined, basisEn: undefined }
  const short = { inputmode: 'numeric', width: 'short', errors } as const
  return (
    <section class="sec" aria-labelledby="add">
      <h2 id="add">{t.add}</h2>
      <Form action={PATH} class="form">
        <Radios
          name="kind"
          label={t.kind}
          items={REMINDER_KINDS.map((value) => ({ value, label: kinds[value] }))}
          value={typed?.kind}
          errors={errors}
        />
        <TextField
          name="procedureCode"
          label={t.procedureCode}
          hint={t.codeHint}
          value={typed?.procedureCode}
          errors={errors}
          width="medium"
        />
        <h3>{t.after}</h3>
        <TextField name="months" label={t.monthsLabel} value={typed?.months} {...short} optional />
        <TextField name="days" label={t.daysLabel} value={typed?.days} {...short} optional />
        <TextField name="leadDays" label={t.leadDays} value={typed?.leadDays} {...short} optional />
        {TEXTS.map((name) => (
          <LongText
            key={name}
            name={name}
            label={t[name]}
            hint={hints[name]}
            value={typed?.[name] ?? ''}
            errors={errors}
            rows={2}
            limit={LONGEST_SAYING}
          />
        ))}
        <TextField
          name="nextProcedure"
          label={t.nextProcedure}
          hint={t.codeHint}
          value={typed?.nextProcedure}
          errors={errors}
          width="medium"
          optional
        />
        <Buttons>
          <Button>{t.keep}</Button>
        </Buttons>
      </Form>
    </section>
  )
}
