import type { FieldError } from '#kernel/errors.ts'
import {
  BackLink,
  Button,
  type Column,
  ErrorSummary,
  Form,
  Notice,
  Page,
  Table,
  TextField,
  useFrame,
} from '#platform/html/index.ts'
import { type Bilingual, formatDateTime } from '#platform/i18n/index.ts'
import type { DeskService } from '#rooms/procedures/index.ts'
import type { vi } from './choose.vi.ts'

export interface OpenRow {
  id: string
  href: string
  who: string
  procedure: Bilingual
  savedAt: Date
}

interface Props {
  query: string
  services: readonly DeskService[]
  open: readonly OpenRow[]
  left: boolean
  /** The code of a draft, as it was typed. */
  typed: string
  errors: readonly FieldError[]
  /** Of a service, in words: `3 ngày làm việc`. */
  limitOf(service: DeskService): string
  t: typeof vi
}

function OpenDrafts({ open, t }: { open: readonly OpenRow[]; t: typeof vi }) {
  const { language } = useFrame()
  if (open.length === 0) return null
  const columns: Column<OpenRow>[] = [
    {
      key: 'who',
      head: t.owner,
      rowHeader: true,
      cell: ({ href, who }) => <a href={href}>{who}</a>,
    },
    { key: 'procedure', head: t.procedure, cell: ({ procedure }) => procedure[language] },
    { key: 'saved', head: t.saved, cell: ({ savedAt }) => <span class="num">{formatDateTime(savedAt)}</span> },
  ]
  return (
    <section>
      <h2>{t.open}</h2>
      <Table caption={t.open} captionHidden columns={columns} rows={open} rowKey={({ id }) => id} />
    </section>
  )
}

function Services({ services, query, limitOf, t }: Props) {
  const { language } = useFrame()
  if (services.length === 0) {
    return (
      <p>
        {t.none} <a href={`/procedures?q=${encodeURIComponent(query)}`}>{t.catalogue}</a>
      </p>
    )
  }
  const columns: Column<DeskService>[] = [
    {
      key: 'procedure',
      head: t.procedure,
      rowHeader: true,
      cell: ({ code, service }) => <a href={`/desk/counter/${encodeURIComponent(code)}`}>{service.name[language]}</a>,
    },
    { key: 'code', head: t.code, cell: ({ code }) => <span class="num nb">{code}</span> },
    { key: 'limit', head: t.limit, cell: (service) => <span class="num">{limitOf(service)}</span> },
  ]
  return <Table caption={t.found(services.length)} columns={columns} rows={services} rowKey={({ code }) => code} />
}

/** Which service the person at the counter has come for; what this desk has not finished stands above. R-070 */
export function ChoosePage(props: Props) {
  const { query, open, left, t } = props
  return (
    <Page title={t.title} private errors={props.errors} before={<BackLink href="/desk">{t.queue}</BackLink>}>
      {left && (
        <Notice kind="good" live>
          {t.left}
        </Notice>
      )}
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <OpenDrafts open={open} t={t} />
      <section>
        <h2>{t.resume}</h2>
        <ErrorSummary errors={props.errors} />
        <Form action="/desk/counter/resume" class="bar" label={t.resume}>
          <TextField
            name="resumeCode"
            label={t.resumeCode}
            hint={t.resumeHint}
            value={props.typed}
            errors={props.errors}
            width="medium"
            autocomplete="off"
          />
          <Button kind="two" small>
            {t.resumeButton}
          </Button>
        </Form>
      </section>
      <section>
        <h2>{t.choose}</h2>
        <Form action="/desk/counter" method="get" class="bar" label={t.choose} role="search">
          <TextField name="q" label={t.search} hint={t.searchHint} value={query} type="search" autocomplete="off" />
          <Button kind="two" small>
            {t.find}
          </Button>
        </Form>
        <Services {...props} />
      </section>
    </Page>
  )
}
