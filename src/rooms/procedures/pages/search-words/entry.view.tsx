import type { FieldError } from '#kernel/errors.ts'
import {
  Breadcrumb,
  Button,
  Buttons,
  Details,
  ErrorSummary,
  Form,
  Hidden,
  LongText,
  Notice,
  Page,
  Table,
  TextField,
} from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { SaidEntry } from '../../store/search-words.ts'
import { Answers, type Tried } from './answers.view.tsx'
import type { Typed } from './asked.ts'
import type { vi } from './search-words.vi.ts'
import { Said } from './search-words.view.tsx'

interface Props {
  /** Undefined for a new one. */
  entry: string | undefined
  typed: Typed
  isRetired: boolean
  errors: readonly FieldError[]
  tried: Tried | undefined
  history: readonly SaidEntry[]
  /** Names of the codes that were given. */
  names: ReadonlyMap<string, string>
  path: string
  t: typeof vi
}

/** One entry: what people say, what it means, what it changes, and who changed it. */
export function EntryPage(props: Props) {
  const { entry, typed, isRetired, errors, tried, history, path, t } = props
  const title = entry ? t.change : typed.kind === 'phrase' ? t.newPhrase : t.newSituation
  const trail = [{ label: t.manage, href: '/manage' }, { label: t.title, href: path }, { label: title }]
  return (
    <Page title={title} errors={errors} path={`${path}/${entry ?? 'new'}`} before={<Breadcrumb items={trail} />}>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      {isRetired && (
        <Notice title={t.retiredNow}>
          <p>{t.back}</p>
        </Notice>
      )}
      <EntryForm {...props} />
      {tried && <Answers tried={tried} t={t} />}
      {entry && !isRetired && <Retire entry={entry} seen={typed.seen} path={path} t={t} />}
      {entry && <History history={history} t={t} />}
    </Page>
  )
}

function EntryForm({ entry, typed, errors, names, path, t }: Props) {
  return (
    <Form action={entry ? `${path}/${entry}` : path}>
      <Hidden name="kind" value={typed.kind} />
      <Hidden name="seen" value={String(typed.seen)} />
      {typed.kind === 'phrase' ? (
        <LongText name="said" label={t.saidLabel} hint={t.saidHint} value={typed.said} rows={8} errors={errors} />
      ) : (
        <>
          <LongText name="when" label={t.whenLabel} hint={t.whenHint} value={typed.when} rows={4} errors={errors} />
          <LongText
            name="unless"
            label={t.unlessLabel}
            hint={t.unlessHint}
            value={typed.unless}
            rows={2}
            errors={errors}
            optional
          />
        </>
      )}
      <TextField name="means" label={t.meansLabel} hint={t.meansHint} value={typed.means} lang="vi" errors={errors} />
      <TextField
        name="codes"
        label={t.codesLabel}
        hint={t.codesHint}
        value={typed.codes}
        spellcheck={false}
        errors={errors}
        optional
      />
      {names.size > 0 && (
        <div class="field">
          <ul class="small">
            {[...names].map(([code, name]) => (
              <li key={code}>
                <span class="num">{code}</span> <span lang="vi">{name}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <TextField name="test" label={t.testLabel} hint={t.testHint} value={typed.test} lang="vi" optional />
      <Buttons>
        <Button name="act" value="save">
          {t.save}
        </Button>
        <Button name="act" value="try" kind="two">
          {t.tryFirst}
        </Button>
      </Buttons>
    </Form>
  )
}

function Retire({ entry, seen, path, t }: { entry: string; seen: number; path: string; t: typeof vi }) {
  return (
    <Details summary={t.retire}>
      <p>{t.retireText}</p>
      <Form action={`${path}/${entry}/retirement`}>
        <Hidden name="seen" value={String(seen)} />
        <Buttons>
          <Button kind="stop">{t.retire}</Button>
        </Buttons>
      </Form>
    </Details>
  )
}

function History({ history, t }: { history: readonly SaidEntry[]; t: typeof vi }) {
  return (
    <section class="sec" aria-labelledby="history">
      <h2 id="history">{t.history}</h2>
      {history.length === 0 && <p>{t.historyNone}</p>}
      {history.length > 0 && (
        <Table
          caption={t.history}
          captionHidden
          rows={history}
          rowKey={({ version }) => String(version)}
          columns={[
            {
              key: 'said',
              head: t.said,
              rowHeader: true,
              cell: ({ words }) =>
                words ? (
                  <span lang="vi">
                    <Said words={words} t={t} />
                  </span>
                ) : (
                  t.historyRetired
                ),
            },
            { key: 'means', head: t.means, cell: ({ words }) => <span lang="vi">{words?.means ?? ''}</span> },
            { key: 'codes', head: t.codes, cell: ({ words }) => <span class="num">{words?.codes.join(', ')}</span> },
            {
              key: 'who',
              head: t.who,
              cell: ({ officerName, at }) => (
                <>
                  {officerName} <span class="small quiet num">{formatDateTime(at)}</span>
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
