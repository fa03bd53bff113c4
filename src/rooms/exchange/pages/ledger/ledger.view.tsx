import {
  Breadcrumb,
  Button,
  ButtonLink,
  Buttons,
  ErrorSummary,
  Form,
  Notice,
  Page,
  Select,
  TextField,
  Views,
} from '#platform/html/index.ts'
import type { KeptConnection } from '../../commands/list.ts'
import { VIEWS, type ViewName } from '../../views.ts'
import { sayDestination, sayService } from '../../wording.ts'
import { sayCount } from '../shared/count.ts'
import { Acts, Place, Range } from './acts.view.tsx'
import { addressOf, LEDGER, statesOf } from './asked.ts'
import { Messages } from './messages.view.tsx'
import type { LedgerProps, PartProps } from './shown.ts'

/** The ledger, one destination and one state at a time. R-186 */
export function LedgerPage(props: LedgerProps) {
  const { asked, listed, errors, path, t } = props
  return (
    <Page
      title={t.title}
      errors={errors}
      path={path}
      before={<Breadcrumb items={[{ label: t.manage, href: '/manage' }, { label: t.title }]} />}
    >
      <ErrorSummary errors={errors} />
      {asked && listed ? (
        <Part {...props} asked={asked} listed={listed} />
      ) : (
        <>
          <h1>{t.title}</h1>
          <p>{t.notConnected}</p>
        </>
      )}
    </Page>
  )
}

function Part(props: PartProps) {
  const { asked, listed, next, first, mayKeep, t } = props
  const { view, connection } = asked
  const hasActs = mayKeep && listed.messages.length > 0 && view !== 'acknowledged'
  const order = asked.dossier ? t.orders.dossier : view === 'unfinished' ? t.orders.unfinished : t.orders.other
  return (
    <div class="desk-grid">
      <Parts {...props} />
      <div>
        <h1>{t.title}</h1>
        <p class="quiet">{t.lead}</p>
        <p>
          <a href="/manage/exchange/reconciliation">{t.reconciliation}</a>
        </p>
        <h2>
          {sayDestination(connection.destination, t.says)}: {t.views[view]}
        </h2>
        <Done {...props} />
        {connection.holdup && view === 'unfinished' && <Notice kind="wait">{t.says.holdups[connection.holdup]}</Notice>}
        <Filter {...props} />
        {listed.messages.length > 0 && <p class="small quiet">{order}</p>}
        {hasActs ? (
          <Form action={`${LEDGER}/replays`}>
            <Place asked={asked} />
            <Messages {...props} choosing />
            <Acts {...props} />
          </Form>
        ) : (
          <Messages {...props} choosing={false} />
        )}
        <Buttons>
          {first && (
            <ButtonLink href={first} kind="two" small>
              {t.first}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={next} kind="two" small>
              {t.more}
            </ButtonLink>
          )}
        </Buttons>
        {mayKeep && view === 'stuck' && <Range {...props} />}
      </div>
    </div>
  )
}

function Parts({ connections, asked, language, t }: PartProps) {
  const here = asked.connection.destination
  const counted = ({ waiting, stuck }: KeptConnection, view: ViewName) =>
    view === 'unfinished' ? waiting : view === 'stuck' ? stuck : undefined
  return (
    <Views
      label={t.viewsLabel}
      groups={connections.map((connection) => ({
        title: sayDestination(connection.destination, t.says),
        views: (Object.keys(VIEWS) as ViewName[]).map((view) => {
          const count = counted(connection, view)
          return {
            href: addressOf({ connection, view, state: undefined, service: undefined, dossier: undefined }),
            label: t.views[view],
            count: count === undefined ? undefined : sayCount(count, language),
            current: connection.destination === here && view === asked.view,
          }
        }),
      }))}
    />
  )
}

function Done({ done: { replayed, settled, left }, t }: LedgerProps) {
  if (replayed === undefined && settled === undefined && left === undefined) return null
  const said = [replayed && t.replayed(replayed), settled && t.settled(settled), left && t.left(left)]
  return (
    <Notice kind={replayed || settled ? 'good' : 'wait'} live>
      {said.filter(Boolean).join(' ')}
    </Notice>
  )
}

function Filter({ asked, services, t }: PartProps) {
  const { connection, view, state, service, dossier } = asked
  const states = statesOf(view)
  const filtered = state ?? service ?? dossier
  const whole = { connection, view, state: undefined, service: undefined, dossier: undefined }
  return (
    <Form action={LEDGER} method="get" class="bar" label={t.filterLabel}>
      <Place asked={{ connection, view }} />
      <TextField name="dossier" label={t.dossier} value={dossier} width="medium" spellcheck={false} />
      <Select
        name="service"
        label={t.service}
        empty={t.anyService}
        value={service}
        items={services.map((value) => ({ value, label: `${sayService(value, t.says)} (${value})` }))}
      />
      {states.length > 1 && (
        <Select
          name="state"
          label={t.state}
          empty={t.anyState}
          value={state}
          items={states.map((value) => ({ value, label: t.says.states[value] }))}
        />
      )}
      <Button kind="two" small>
        {t.filter}
      </Button>
      {filtered && <a href={addressOf(whole)}>{t.clear}</a>}
    </Form>
  )
}
