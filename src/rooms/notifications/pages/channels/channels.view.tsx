import type { FieldError } from '#kernel/errors.ts'
import {
  Breadcrumb,
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Notice,
  Page,
  SummaryList,
  Tag,
  TextField,
} from '#platform/html/index.ts'
import { formatDateTime } from '#platform/i18n/index.ts'
import type { KeptChannels } from '../../commands/keep-channels.ts'
import type { vi } from './channels.vi.ts'

interface Props extends KeptChannels {
  mayKeep: boolean
  errors: readonly FieldError[]
  /** The account was authorised just now. */
  isDone: boolean
  path: string
  t: typeof vi
}

/** What the agency tells people through, how that goes, and what only a person can mend. R-158 */
export function ChannelsPage(props: Props) {
  const { channels, errors, isDone, path, t } = props
  return (
    <Page
      title={t.title}
      errors={errors}
      path={path}
      before={<Breadcrumb items={[{ label: t.manage, href: '/manage' }, { label: t.title }]} />}
    >
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      {isDone && (
        <Notice kind="good" live>
          {t.authorised}
        </Notice>
      )}
      <p class="quiet">{t.lead}</p>
      {channels.map((channel) => (
        <One key={channel.channel} channel={channel} {...props} />
      ))}
    </Page>
  )
}

type OneProps = Props & { channel: Props['channels'][number] }

function One(props: OneProps) {
  const { channel, chain, t } = props
  const { channel: name, operator, state } = channel
  return (
    <section class="sec" aria-labelledby={name}>
      <h2 id={name}>{t.channels[name]}</h2>
      <p>
        <Tag kind={state === 'on' ? 'running' : 'paused'}>{t.states[state]}</Tag>{' '}
        {name === 'zalo' && chain?.brokenAt && <Tag kind="wrong">{t.broken}</Tag>}
      </p>
      <SummaryList
        items={[
          { label: t.operator, value: t.operators[operator as keyof typeof t.operators] ?? operator },
          { label: t.since, value: formatDateTime(channel.since) },
          { label: t.quiet, value: sayQuiet(props) },
          { label: t.week, value: sayWeek(props) },
          { label: t.lastSuccess, value: channel.lastSuccessAt ? formatDateTime(channel.lastSuccessAt) : t.never },
          { label: t.lastProblem, value: sayProblem(props) },
        ]}
      />
      {name === 'zalo' && <Chain {...props} />}
    </section>
  )
}

function sayQuiet({ channel: { quiet, urgent }, t }: OneProps): string {
  if (!quiet) return t.noQuiet
  return `${t.quietHours(quiet.from, quiet.to)}${urgent.length > 0 ? ` ${t.except(urgent.length)}` : ''}`
}

function sayWeek({ channel: { channel }, counts, t }: OneProps): string {
  const own = counts.filter((one) => one.channel === channel)
  return own.length === 0 ? t.nothing : own.map(({ state, count }) => `${t.fates[state]} ${count}`).join(' · ')
}

function sayProblem({ channel: { lastFailureAt, lastProblem }, t }: OneProps): string {
  if (!lastFailureAt) return t.never
  const words = t.problems[lastProblem as keyof typeof t.problems] ?? lastProblem ?? ''
  return `${words} (${formatDateTime(lastFailureAt)})`
}

function Chain({ chain, mayKeep, errors, t }: OneProps) {
  return (
    <>
      {chain?.brokenAt && chain.brokenBecause && (
        <Notice kind="stop" title={t.brokenSince(formatDateTime(chain.brokenAt))}>
          <p>{t.because[chain.brokenBecause]}</p>
          <p>{t.toDo}</p>
        </Notice>
      )}
      {mayKeep && (
        <Form action="/manage/channels/zalo/authorisation">
          <TextField
            name="refresh-token"
            label={t.token}
            hint={t.tokenHint}
            errors={errors}
            type="password"
            autocomplete="off"
          />
          <Buttons>
            <Button kind={chain?.brokenAt ? 'main' : 'two'} small>
              {t.authorise}
            </Button>
          </Buttons>
        </Form>
      )}
    </>
  )
}
