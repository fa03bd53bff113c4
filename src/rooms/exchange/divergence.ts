import type { Life } from '#rooms/dossiers/index.ts'
import type { StatusCodes, Theirs } from './adapter.ts'
import type { Message } from './message.ts'
import { stamp } from './national/dossier-message.ts'

export type DivergenceField = 'dossier' | 'status' | 'received' | 'due' | 'finished' | 'returned' | 'count'

export type DivergenceCause =
  /** A message that says it has not been answered yet. */
  | 'on-its-way'
  | 'refused'
  | 'dead'
  | 'settled-by-hand'
  /** It happened before the connection, and nobody asked for it to be told. */
  | 'before-connection'
  /** The law of the day tells the other side nothing of this kind. */
  | 'not-told'
  /** An attempt of that day was answered on another: they may have counted it on either. */
  | 'told-on-another-day'
  /** Everything was acknowledged: the other side has lost or changed it. */
  | 'unexplained'

export interface Period {
  from: Date
  /** Not part of it. */
  to: Date
}

export interface Difference {
  field: DivergenceField
  ours: string | undefined
  theirs: string | undefined
}

export interface Cause {
  cause: DivergenceCause
  messageId?: number
  problem?: string | undefined
  since?: Date
}

/** What the two sides say differently of one dossier. Times are compared as the contract writes them. */
export function differencesOf(life: Life, theirs: Theirs | undefined, codes: StatusCodes): Difference[] {
  const status = codes.get(life.status.value)?.code
  if (!theirs) return [{ field: 'dossier', ours: status, theirs: undefined }]
  const ended = life.ready ?? life.refused ?? life.withdrawn ?? life.discontinued
  const pairs: Difference[] = [
    { field: 'status', ours: status, theirs: theirs.status },
    { field: 'received', ours: life.received && stamp(life.received.value), theirs: theirs.receivedAt },
    { field: 'due', ours: life.due && stamp(life.due.value), theirs: theirs.dueAt },
    { field: 'finished', ours: ended && stamp(ended.value), theirs: theirs.finishedAt },
    { field: 'returned', ours: life.returned && stamp(life.returned.value), theirs: theirs.returnedAt },
  ]
  return pairs.filter(({ ours, theirs: other }) => ours !== other)
}

/**
 * Why the other side does not say what we say: read from the ledger. `messages` are those of the dossier to that
 * destination that tell it as a whole, oldest first.
 */
export function causeOf(messages: readonly Message[], { told }: { told: boolean }): Cause {
  const stuck = messages.find(({ state }) => state === 'waiting' || state === 'sent')
  const last = messages.at(-1)
  const culprit = stuck ?? last
  if (!culprit) return { cause: told ? 'before-connection' : 'not-told' }
  const about = { messageId: culprit.id, problem: culprit.problem, since: culprit.causedAt }
  switch (culprit.state) {
    case 'waiting':
    case 'sent':
      return { cause: 'on-its-way', ...about }
    case 'refused': {
      const reasons = culprit.reasons.map(({ field, reason }) => (field ? `${field}: ${reason}` : reason)).join('; ')
      return { cause: 'refused', ...about, problem: reasons || culprit.problem }
    }
    case 'dead':
      return { cause: 'dead', ...about }
    case 'settled':
      return { cause: 'settled-by-hand', ...about, problem: culprit.settledReason }
    case 'superseded':
      return { cause: 'not-told', ...about }
    default:
      return { cause: 'unexplained', ...about }
  }
}
