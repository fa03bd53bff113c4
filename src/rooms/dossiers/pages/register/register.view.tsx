import type { FieldError } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import {
  Button,
  ButtonLink,
  Buttons,
  type Column,
  DateField,
  ErrorSummary,
  Form,
  Page,
  Select,
  Table,
  type TypedDate,
} from '#platform/html/index.ts'
import { formatDate, formatDateTime, type Language } from '#platform/i18n/index.ts'
import type { Unit } from '#rooms/agencies/index.ts'
import type { DossierSummary } from '../../store/lists.ts'
import type { vi } from './register.vi.ts'

export interface Register {
  units: readonly Unit[]
  unit: Unit | undefined
  /** Names of the units that decide, by id. */
  names: ReadonlyMap<string, string>
  from: LocalDate | TypedDate
  to: LocalDate | TypedDate
  rows: readonly DossierSummary[]
  /** Address of the older rows. */
  older: string | undefined
  /** Address of the beginning; undefined on the first page. */
  newest: string | undefined
}

interface Props {
  register: Register
  errors: readonly FieldError[]
  language: Language
  t: typeof vi
}

/** The register of a unit (sổ theo dõi hồ sơ, form 07). Numbers of persons are not in it. R-220 */
export function RegisterPage(props: Props) {
  const { register, errors, t } = props
  const { unit } = register
  return (
    <Page title={t.title} problem={errors.length > 0} private>
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      {unit ? <Body {...props} /> : <p>{t.noUnit}</p>}
    </Page>
  )
}

function Body(props: Props) {
  const { register, language, t } = props
  const { unit, rows, older, newest, from, to } = register
  const days = typeof from === 'string' && typeof to === 'string' ? { from, to } : undefined
  return (
    <>
      <p class="quiet">{unit && t.lead(unit.name[language])}</p>
      <Filter {...props} />
      {rows.length === 0 && <p>{t.empty}</p>}
      {rows.length > 0 && days && (
        <Table
          caption={t.caption(formatDate(days.from), formatDate(days.to))}
          columns={columnsOf(props)}
          rows={rows}
          rowKey={(row) => row.id}
        />
      )}
      <Buttons>
        {newest && (
          <ButtonLink href={newest} kind="two" small>
            {t.newest}
          </ButtonLink>
        )}
        {older && (
          <ButtonLink href={older} kind="two" small>
            {t.older}
          </ButtonLink>
        )}
      </Buttons>
      <p class="small quiet">{t.form}</p>
    </>
  )
}

function Filter({ register: { units, unit, from, to }, errors, language, t }: Props) {
  return (
    <Form action="/desk/register" method="get">
      {units.length > 1 && (
        <Select
          name="unit"
          label={t.unit}
          value={unit?.code}
          items={units.map(({ code, name }) => ({ value: code, label: name[language] }))}
        />
      )}
      <DateField name="from" label={t.from} value={from} errors={errors} />
      <DateField name="to" label={t.to} value={to} errors={errors} />
      <Buttons>
        <Button kind="two" small>
          {t.show}
        </Button>
      </Buttons>
    </Form>
  )
}

function columnsOf({ register: { names }, language, t }: Props): Column<DossierSummary>[] {
  const moment = (at: Date | undefined) => at && <span class="num">{formatDateTime(at)}</span>
  return [
    {
      key: 'code',
      head: t.code,
      rowHeader: true,
      cell: ({ ref }) => (
        <a class="num" href={`/desk/dossiers/${ref}`}>
          {ref}
        </a>
      ),
    },
    {
      key: 'applicant',
      head: t.applicant,
      cell: ({ applicantName, ownerName }) => (
        <>
          {applicantName}
          {ownerName !== applicantName && <span class="sub">{t.owner(ownerName)}</span>}
        </>
      ),
    },
    { key: 'procedure', head: t.procedure, cell: ({ procedureName }) => procedureName[language] },
    { key: 'agency', head: t.agency, cell: ({ competentUnitId }) => names.get(competentUnitId) ?? '' },
    { key: 'received', head: t.received, cell: ({ receivedAt }) => moment(receivedAt) },
    {
      key: 'due',
      head: t.due,
      cell: ({ dueAt }) => (dueAt ? <span class="num">{formatDateTime(dueAt)}</span> : t.noDue),
    },
    { key: 'returned', head: t.returned, cell: ({ returnedAt }) => moment(returnedAt) },
    { key: 'result', head: t.result, cell: ({ resultChannel }) => t.channels[resultChannel] },
    { key: 'note', head: t.note, cell: ({ status }) => t.notes[status] },
  ]
}
