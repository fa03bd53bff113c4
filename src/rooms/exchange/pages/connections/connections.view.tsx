import type { FieldError } from '#kernel/errors.ts'
import {
  Breadcrumb,
  Button,
  ButtonLink,
  Buttons,
  Details,
  ErrorSummary,
  Form,
  Notice,
  Page,
  SummaryList,
  Tag,
  type TagKind,
  TextField,
} from '#platform/html/index.ts'
import { formatDateTime, type Language } from '#platform/i18n/index.ts'
import type { KeptConnection } from '../../commands/list.ts'
import type { vi as ledgerVi } from '../../exchange.vi.ts'
import { sayDestination } from '../../wording.ts'
import { sayCount } from '../shared/count.ts'
import type { vi } from './connections.vi.ts'
import { Tune } from './tune.view.tsx'
import type { TypedTuning } from './tuning.ts'

export interface ShownConnection extends KeptConnection {
  simulated: boolean
  /** Version of the contract this installation’s adapter keeps to. */
  ourVersion: string | undefined
}

interface Props {
  connections: readonly ShownConnection[]
  mayKeep: boolean
  errors: readonly FieldError[]
  /** What was typed into a form that could not be kept. */
  typed: TypedTuning | undefined
  isDone: boolean
  language: Language
  path: string
  t: typeof vi & { says: typeof ledgerVi }
}

type OneProps = Omit<Props, 'connections' | 'path'> & { connection: ShownConnection }

/** Name of the reason’s field: the page has one for each connection. */
export function reasonField(destination: string): string {
  return `reason-${destination}`
}

/** What the agency is connected to, honestly and since when. R-186 @see Decree 42/2022, Art. 13.2 */
export function ConnectionsPage({ connections, path, ...props }: Props) {
  const { errors, t } = props
  return (
    <Page
      title={t.title}
      errors={errors}
      path={path}
      before={<Breadcrumb items={[{ label: t.manage, href: '/manage' }, { label: t.title }]} />}
    >
      <ErrorSummary errors={errors} />
      <h1>{t.title}</h1>
      <p class="quiet">{t.lead}</p>
      {props.isDone && <Notice kind="good" live title={t.done} />}
      <p>
        <a href="/manage/exchange/reconciliation">{t.reconciliation}</a>
      </p>
      {connections.length === 0 && <p>{t.none}</p>}
      {connections.map((connection) => (
        <One key={connection.destination} connection={connection} {...props} />
      ))}
    </Page>
  )
}

const LOOKS: Record<KeptConnection['state'], TagKind> = { on: 'running', paused: 'paused', off: 'paused' }

function One(props: OneProps) {
  const { connection, mayKeep, t } = props
  const { destination, state } = connection
  return (
    <section class="sec" aria-labelledby={destination}>
      <h2 id={destination}>{sayDestination(destination, t.says)}</h2>
      <p>
        <Tag kind={LOOKS[state]}>{t.states[state]}</Tag> {connection.simulated && <Tag kind="look">{t.simulated}</Tag>}
      </p>
      <SummaryList items={[...stateItems(props), ...settingItems(props)]} />
      <Buttons>
        <ButtonLink href={`/manage/exchange?destination=${destination}`} kind="two" small>
          {t.ledger}
          <span class="vh">: {sayDestination(destination, t.says)}</span>
        </ButtonLink>
        <ButtonLink href={`/manage/exchange/figures?destination=${destination}`} kind="two" small>
          {t.figures}
          <span class="vh">: {sayDestination(destination, t.says)}</span>
        </ButtonLink>
      </Buttons>
      {mayKeep && <Tune {...props} />}
      {mayKeep && state === 'on' && <Pause {...props} />}
      {mayKeep && state === 'paused' && (
        <Form action={`/manage/connections/${destination}/resumption`}>
          <Button small>{t.resume}</Button>
        </Form>
      )}
    </section>
  )
}

function Pause({ connection: { destination }, errors, t }: OneProps) {
  const field = reasonField(destination)
  return (
    <Details summary={t.pauseSummary} open={errors.some((error) => error.field === field)}>
      <Form action={`/manage/connections/${destination}/pause`}>
        <p class="hint">{t.pauseHint}</p>
        <TextField name={field} label={t.reason} errors={errors} />
        <Buttons>
          <Button kind="two" small>
            {t.pause}
          </Button>
        </Buttons>
      </Form>
    </Details>
  )
}

const moment = (at: Date) => <span class="num">{formatDateTime(at)}</span>

function sayNow({ connection, t }: OneProps): string {
  const { holdup, restsUntil, lastSuccessAt, lastFailureAt } = connection
  if (holdup === 'resting' && restsUntil) return `${t.says.holdups.resting} ${t.tried(formatDateTime(restsUntil))}`
  if (holdup) return t.says.holdups[holdup]
  return lastSuccessAt || lastFailureAt ? t.flows : t.notYet
}

function stateItems(props: OneProps) {
  const { connection, language, t } = props
  const { lastSuccessAt, lastFailureAt, lastProblem, waiting, waitingSince, stuck, lastAct } = connection
  const count = (number: number) => sayCount(number, language)
  return [
    {
      label: t.now,
      value: (
        <>
          {sayNow(props)}
          {lastAct && <LastAct act={lastAct} t={t} />}
        </>
      ),
    },
    {
      label: t.waiting,
      value: waitingSince ? t.waitingSome(count(waiting), formatDateTime(waitingSince)) : t.waitingNone,
    },
    { label: t.stuck, value: stuck > 0 ? t.stuckSome(count(stuck)) : t.stuckNone },
    { label: t.lastAnswer, value: lastSuccessAt ? moment(lastSuccessAt) : t.never },
    {
      label: t.lastSilence,
      value: lastFailureAt ? (
        <>
          {moment(lastFailureAt)}
          {lastProblem && (
            <p class="small quiet" lang="en">
              {lastProblem}
            </p>
          )}
        </>
      ) : (
        t.never
      ),
    },
  ]
}

function LastAct({ act, t }: { act: NonNullable<KeptConnection['lastAct']>; t: Props['t'] }) {
  const who = act.officer ?? (act.officerId ? t.says.someOfficer : t.says.operator)
  return (
    <p class="small quiet">
      {t.act(t.says.acts[act.act], who, formatDateTime(act.at))} {act.reason && t.because(act.reason)}
    </p>
  )
}

function LastTuning({ tuning, t }: { tuning: NonNullable<KeptConnection['lastTuning']>; t: Props['t'] }) {
  const who = tuning.officer ?? (tuning.officerId ? t.says.someOfficer : t.says.operator)
  return <p class="small quiet">{t.tuned(who, formatDateTime(tuning.at))}</p>
}

function settingItems({ connection, t }: OneProps) {
  const { since, contractVersion, ourVersion, quiet, perMinute, lastTuning } = connection
  const differs = ourVersion !== undefined && ourVersion !== contractVersion
  return [
    {
      label: t.since,
      value: (
        <>
          {moment(since)}
          <p class="small quiet">{t.sinceHint}</p>
        </>
      ),
    },
    {
      label: t.contract,
      value: (
        <>
          <span class="num">{contractVersion}</span>
          {differs && <p class="small quiet">{t.contractDiffers(ourVersion)}</p>}
        </>
      ),
    },
    { label: t.quiet, value: quiet ? t.quietHours(quiet.from, quiet.to) : t.quietNone },
    {
      label: t.rate,
      value: (
        <>
          {t.perMinute(perMinute)}
          {lastTuning && <LastTuning tuning={lastTuning} t={t} />}
        </>
      ),
    },
  ]
}
