import type { FieldError } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import {
  Breadcrumb,
  Button,
  ButtonLink,
  Buttons,
  type Column,
  ErrorSummary,
  Form,
  Page,
  Select,
  Table,
  TextField,
} from '#platform/html/index.ts'
import { formatDate, formatDateTime } from '#platform/i18n/index.ts'
import { sayStatus } from '#rooms/dossiers/index.ts'
import type { Opened, OpenedFigure } from '../../commands/behind.ts'
import type { Saying } from '../shared/said.ts'
import type { vi } from './board.vi.ts'

export interface BehindAsked {
  figure: OpenedFigure
  from: string
  to: string
  unit: string
  errors: readonly FieldError[]
}

interface Props {
  asked: BehindAsked
  opened: Opened | undefined
  /** Address of the next page. */
  older: string | undefined
  saying: Saying
  t: typeof vi
}

type Row = Opened['rows'][number]

/** The dossiers behind a number: without names, which the dossier itself has for those who may open it. */
export function BehindPage(props: Props) {
  const { asked, opened, older, t } = props
  const crumbs = [{ label: t.queue, href: '/desk' }, { label: t.title, href: '/desk/board' }, { label: t.behindTitle }]
  return (
    <Page title={t.behindTitle} errors={asked.errors} before={<Breadcrumb items={crumbs} />} private>
      <ErrorSummary title={t.problem} errors={asked.errors} />
      <h1>{t.behindTitle}</h1>
      <Filter {...props} />
      {opened && opened.rows.length === 0 && <p>{older ? t.behindMaybe : t.behindNone}</p>}
      {opened && opened.rows.length > 0 && (
        <Table
          caption={t.behindCaption(
            t.figures[asked.figure],
            formatDate(asked.from as LocalDate),
            formatDate(asked.to as LocalDate),
          )}
          columns={columnsOf(props)}
          rows={opened.rows}
          rowKey={({ dossier }) => dossier.id}
        />
      )}
      {older && (
        <Buttons>
          <ButtonLink href={older} kind="two" small>
            {t.older}
          </ButtonLink>
        </Buttons>
      )}
    </Page>
  )
}

function Filter({ asked, opened, saying, t }: Props) {
  const figures = Object.entries(t.figures).map(([value, label]) => ({ value, label }))
  const units = (opened?.units ?? []).map(({ code, name }) => ({ value: code, label: name[saying.language] }))
  return (
    <Form action="/desk/board/dossiers" method="get" class="bar">
      <div>
        <Select
          name="figure"
          label={t.figure}
          value={asked.figure}
          items={figures.filter(({ value }) => value !== 'finished')}
          empty={t.figures.finished}
        />
      </div>
      <div>
        <TextField name="from" label={t.from} value={asked.from} errors={asked.errors} width="medium" />
      </div>
      <div>
        <TextField name="to" label={t.to} value={asked.to} errors={asked.errors} width="medium" />
      </div>
      <div>
        <Select name="unit" label={t.unit} value={asked.unit} items={units} empty={t.everyUnit} />
      </div>
      <Button kind="two" small>
        {t.show}
      </Button>
    </Form>
  )
}

function columnsOf({ saying, t }: Props): Column<Row>[] {
  return [
    {
      key: 'code',
      head: t.code,
      rowHeader: true,
      cell: ({ dossier: { ref } }) => (
        <a class="num" href={`/desk/dossiers/${ref}`}>
          {ref}
        </a>
      ),
    },
    { key: 'procedure', head: t.procedure, cell: ({ dossier }) => dossier.procedureName[saying.language] },
    { key: 'moment', head: t.moment, cell: ({ at }) => <span class="num">{formatDateTime(at)}</span> },
    {
      key: 'due',
      head: t.due,
      cell: ({ dossier: { dueAt } }) => dueAt && <span class="num">{formatDateTime(dueAt)}</span>,
    },
    { key: 'status', head: t.status, cell: ({ dossier }) => sayStatus(dossier.status, saying.language) },
  ]
}
