import type { FieldError } from '#kernel/errors.ts'
import {
  Breadcrumb,
  Button,
  Buttons,
  DateField,
  Details,
  ErrorSummary,
  Form,
  Notice,
  Page,
  Radios,
  SummaryList,
  TextField,
} from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import { INTAKES, type IntakeMode } from '../../intake.ts'
import type { IntakeAct, IntakeLine } from '../../store/intake.ts'
import type { Typed } from './asked.ts'
import { History } from './history.view.tsx'
import type { vi } from './intake.vi.ts'

interface Props {
  line: IntakeLine
  mode: IntakeMode
  acts: readonly IntakeAct[]
  typed: Pick<Typed, 'intake' | 'state' | 'url' | 'from'>
  errors: readonly FieldError[]
  isDone: boolean
  path: string
  t: typeof vi
}

/** One procedure: who takes it in, who keeps it, since when and what comes. R-024 */
export function ProcedureIntakePage(props: Props) {
  const { line, acts, errors, isDone, path, t } = props
  const { code, name } = line
  const trail = [{ label: t.manage, href: '/manage' }, { label: t.all, href: '/manage/intake' }, { label: code }]
  return (
    <Page title={`${t.title}: ${code}`} errors={errors} path={path} before={<Breadcrumb items={trail} />}>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p>
        <span lang="vi">{name}</span> <span class="small quiet num">{code}</span>
      </p>
      <p>
        <a href={`/procedures/${code}`}>{t.publicPage}</a>
      </p>
      {isDone && <Notice kind="good" live title={t.done} />}
      <SummaryList items={standing(props)} />
      <Details summary={t.change} open={errors.length > 0}>
        <ProcedureForm {...props} />
      </Details>
      <History acts={acts} t={t} />
    </Page>
  )
}

function standing({ line, mode, t }: Props) {
  const { says, from, applyAt, stateOwner, coming, isInstalled } = line
  const isTurned = says !== applyAt.by && isInstalled
  return [
    {
      label: t.appliesAt,
      value: (
        <>
          <b>{t.intakes[applyAt.by]}</b>
          {applyAt.by !== 'own' && (
            <p class="small">
              <code>{applyAt.href}</code>
            </p>
          )}
          {!isInstalled && <p class="small quiet">{t.notInstalled}</p>}
        </>
      ),
    },
    { label: t.means, value: t.intakeHints[applyAt.by] },
    {
      label: t.keptAt,
      value: (
        <>
          {t.states[stateOwner]}
          <p class="small quiet">{t.stateHints[stateOwner]}</p>
        </>
      ),
    },
    {
      label: t.setAs,
      value: (
        <>
          {t.intakes[says]} <span class="small quiet">{t.since(formatDate(from))}</span>
          {isTurned && <p class="small">{t.turned(t.modes[mode], t.intakes[applyAt.by])}</p>}
        </>
      ),
    },
    {
      label: t.coming,
      value:
        coming.length === 0
          ? t.comingNone
          : coming.map((next) => <p key={next.from}>{t.comingOne(formatDate(next.from), t.intakes[next.says])}</p>),
    },
  ]
}

function ProcedureForm({ typed, errors, path, t }: Props) {
  const url = (
    <TextField
      name="url"
      label={t.url}
      hint={t.urlHint}
      value={typed.url}
      spellcheck={false}
      errors={errors}
      optional
    />
  )
  const intakes = INTAKES.map((value) => ({
    ...{ value, label: t.intakes[value], hint: t.intakeHints[value] },
    ...(value === 'ministry' ? { reveal: url } : {}),
  }))
  const states = INTAKES.map((value) => ({ value, label: t.states[value], hint: t.stateHints[value] }))
  return (
    <Form action={path}>
      <Radios name="intake" label={t.intake} items={intakes} value={typed.intake} errors={errors} />
      <Radios name="state" label={t.state} items={states} value={typed.state} errors={errors} />
      <DateField name="from" label={t.from} hint={t.fromHint} value={typed.from} errors={errors} />
      <Buttons>
        <Button>{t.save}</Button>
      </Buttons>
    </Form>
  )
}
