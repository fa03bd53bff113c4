import type { FieldError } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
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
  Table,
  TextField,
} from '#platform/html/index.ts'
import { formatDate } from '#platform/i18n/index.ts'
import { INTAKE_MODES, type IntakeMode } from '../../intake.ts'
import type { IntakeAct, IntakeLine, IntakeSetting } from '../../store/intake.ts'
import type { Typed } from './asked.ts'
import { History } from './history.view.tsx'
import type { vi } from './intake.vi.ts'

interface Props {
  setting: IntakeSetting
  coming: readonly { from: LocalDate; mode: IntakeMode }[]
  lines: readonly IntakeLine[]
  acts: readonly IntakeAct[]
  typed: Pick<Typed, 'mode' | 'address' | 'from'>
  errors: readonly FieldError[]
  isDone: boolean
  path: string
  t: typeof vi
}

/** Who takes dossiers in, for the whole agency and procedure by procedure. */
export function IntakePage(props: Props) {
  const { errors, isDone, path, acts, t } = props
  return (
    <Page
      title={t.title}
      errors={errors}
      path={path}
      before={<Breadcrumb items={[{ label: t.manage, href: '/manage' }, { label: t.title }]} />}
    >
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="quiet measure">{t.lead}</p>
      {isDone && <Notice kind="good" live title={t.done} />}
      <WholeAgency {...props} />
      <Procedures {...props} />
      <History acts={acts} t={t} />
    </Page>
  )
}

function WholeAgency(props: Props) {
  const { setting, coming, errors, t } = props
  const { mode, from, nationalAddress } = setting
  return (
    <section class="sec" aria-labelledby="agency">
      <h2 id="agency">{t.agency}</h2>
      <SummaryList
        items={[
          {
            label: t.now,
            value: (
              <>
                <b>{t.modes[mode]}</b>
                <p class="small quiet">{from ? t.since(formatDate(from)) : t.sinceAlways}</p>
              </>
            ),
          },
          { label: t.means, value: `${t.modeHints[mode]} ${t.draftsGoOn}` },
          { label: t.address, value: <code>{nationalAddress}</code> },
          { label: t.coming, value: <Coming lines={coming} t={t} /> },
        ]}
      />
      <Details summary={t.changeAgency} open={errors.length > 0}>
        <ModeForm {...props} />
      </Details>
    </section>
  )
}

function Coming({ lines, t }: { lines: Props['coming']; t: typeof vi }) {
  if (lines.length === 0) return <>{t.comingNone}</>
  return (
    <ul>
      {lines.map(({ from, mode }) => (
        <li key={from}>{t.comingOne(formatDate(from), t.modes[mode])}</li>
      ))}
    </ul>
  )
}

function ModeForm({ typed, errors, path, t }: Props) {
  const items = INTAKE_MODES.map((value) => ({ value, label: t.modes[value], hint: t.modeHints[value] }))
  return (
    <Form action={path}>
      <Radios name="mode" label={t.mode} items={items} value={typed.mode} errors={errors} />
      <TextField
        name="address"
        label={t.address}
        hint={t.addressHint}
        value={typed.address}
        spellcheck={false}
        errors={errors}
        optional
      />
      <DateField name="from" label={t.from} hint={t.fromHint} value={typed.from} errors={errors} />
      <Buttons>
        <Button>{t.save}</Button>
      </Buttons>
    </Form>
  )
}

function Procedures({ lines, path, t }: Props) {
  return (
    <section class="sec" aria-labelledby="procedures">
      <h2 id="procedures">{t.procedures}</h2>
      {lines.length === 0 && <p>{t.none}</p>}
      {lines.length > 0 && (
        <Table
          caption={t.caption}
          captionHidden
          rows={lines}
          rowKey={({ code }) => code}
          columns={[
            { key: 'name', head: t.procedure, rowHeader: true, cell: (line) => <Named line={line} path={path} /> },
            { key: 'intake', head: t.appliesAt, cell: (line) => t.intakes[line.applyAt.by] },
            { key: 'state', head: t.keptAt, cell: (line) => t.states[line.stateOwner] },
            { key: 'set', head: t.setAs, cell: (line) => <AsSet line={line} t={t} /> },
          ]}
        />
      )}
    </section>
  )
}

function Named({ line: { code, name }, path }: { line: IntakeLine; path: string }) {
  return (
    <>
      <a href={`${path}/${code}`} lang="vi">
        {name}
      </a>{' '}
      <span class="small quiet num">{code}</span>
    </>
  )
}

function AsSet({ line: { says, from, coming, isInstalled }, t }: { line: IntakeLine; t: typeof vi }) {
  return (
    <div class="stack-s">
      <p>
        {t.intakes[says]} <span class="small quiet">{t.since(formatDate(from))}</span>
      </p>
      {coming.map((next) => (
        <p key={next.from} class="small">
          {t.comingOne(formatDate(next.from), t.intakes[next.says])}
        </p>
      ))}
      {!isInstalled && <p class="small quiet">{t.notInstalled}</p>}
    </div>
  )
}
