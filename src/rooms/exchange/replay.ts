import type { Message } from './message.ts'

/** Where a message stands, as far as sending it again is concerned. */
export interface Standing extends Pick<Message, 'direction' | 'state' | 'dueAt'> {
  /** A later message of the same service has left or arrived, and says this one too. */
  saidByLater: boolean
}

/** Why a message stays as it is. */
export type Left =
  | 'incoming'
  | 'acknowledged'
  | 'on-its-way'
  | 'said-by-later'
  | 'waits-for-another'
  /** Waiting and due, or settled: what was asked for is so already. */
  | 'already'
  /** It is being sent at this moment, or there is no such message. */
  | 'busy'

/**
 * What sending again would do: `replay` composes it anew from the log, `hasten` only ends the wait for the next try.
 * Nothing is said a second time to somebody who acknowledged it, and nothing old after something newer that says it too.
 */
export function canReplay(standing: Standing, now: Date): 'replay' | 'hasten' | Left {
  if (standing.direction === 'in') return 'incoming'
  switch (standing.state) {
    case 'acknowledged':
      return 'acknowledged'
    case 'sent':
      return 'on-its-way'
    case 'superseded':
      return 'said-by-later'
    case 'waiting':
      if (!standing.dueAt) return 'waits-for-another'
      return standing.dueAt <= now ? 'already' : 'hasten'
    default:
      return standing.saidByLater ? 'said-by-later' : 'replay'
  }
}

/** Whether a person may say that a message will not be sent any more. */
export function canSettle({ direction, state }: Pick<Standing, 'direction' | 'state'>): 'settle' | Left {
  if (direction === 'in') return 'incoming'
  switch (state) {
    case 'acknowledged':
      return 'acknowledged'
    case 'sent':
      return 'on-its-way'
    case 'superseded':
      return 'said-by-later'
    case 'settled':
      return 'already'
    default:
      return 'settle'
  }
}
