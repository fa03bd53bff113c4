import type { KeptConnection } from '../../commands/list.ts'
import type { MessageState } from '../../message.ts'
import { VIEWS, type ViewName } from '../../views.ts'
import { numberIn } from '../shared/asked.ts'

export type Query = Record<string, string | undefined>

export const LEDGER = '/manage/exchange'

/** Which part of the ledger is looked at. */
export interface Asked {
  connection: KeptConnection
  view: ViewName
  state: MessageState | undefined
  service: string | undefined
  dossier: string | undefined
  after: number | undefined
}

const STATES = ['waiting', 'sent', 'acknowledged', 'refused', 'dead', 'superseded', 'settled'] as const

/** The states a view can be narrowed to. */
export function statesOf(view: ViewName): readonly MessageState[] {
  return VIEWS[view] ?? STATES
}

/**
 * What an address asks for; what it asks in vain is left out. It opens where a person is needed. A dossier is shown whole.
 * Undefined when there is no connection.
 */
export function askedIn(query: Query, connections: readonly KeptConnection[]): Asked | undefined {
  const connection = connections.find(({ destination }) => destination === query.destination) ?? connections[0]
  if (!connection) return undefined
  const dossier = query.dossier?.trim() || undefined
  const wanted = (Object.keys(VIEWS) as ViewName[]).find((view) => view === query.view)
  const view = dossier ? 'all' : (wanted ?? (connection.stuck > 0 ? 'stuck' : 'unfinished'))
  const state = statesOf(view).find((one) => one === query.state)
  return { connection, view, state, service: query.service || undefined, dossier, after: numberIn(query.after) }
}

/** The address of a part, from its beginning unless `after` is given. */
export function addressOf({ connection, view, state, service, dossier }: Omit<Asked, 'after'>, after?: number): string {
  const query = new URLSearchParams({ destination: connection.destination, view })
  if (state) query.set('state', state)
  if (service) query.set('service', service)
  if (dossier) query.set('dossier', dossier)
  if (after) query.set('after', String(after))
  return `${LEDGER}?${query}`
}
