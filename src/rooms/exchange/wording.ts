import type { Language } from '#platform/i18n/index.ts'
import { en } from './exchange.en.ts'
import { vi } from './exchange.vi.ts'
import type { Destination, Message } from './message.ts'
import { coverIn } from './personal.ts'
import type { Left } from './replay.ts'

type T = typeof vi
type Named = Readonly<Record<string, string | undefined>>

/** Names that other sides use are shown as they are until somebody has named them here. */
function named(words: Named, code: string): string {
  return words[code] ?? code
}

export const sayDestination = (destination: Destination, t: T): string => named(t.destinations, destination)
export const sayService = (service: string, t: T): string => named(t.services, service)
/** Undefined where only the name of the contract is known. */
export const sayField = (field: string, t: T): string | undefined => (t.fields as Named)[field]

/** A message that came in is acknowledged and refused by us. */
export function sayState({ direction, state }: Pick<Message, 'direction' | 'state'>, t: T): string {
  const incoming: Named = direction === 'in' ? t.incoming : {}
  return incoming[state] ?? t.states[state]
}

/** Why a message stands where it stands. What people’s fields say is covered. `time` says a moment. */
export function sayWhy(message: Message, t: T, time: (at: Date) => string): string {
  switch (message.state) {
    case 'waiting':
      return sayWaiting(message, t, time)
    case 'sent':
      return t.why.onItsWay
    case 'acknowledged':
      return message.acknowledgedAt ? t.why.acknowledged(time(message.acknowledgedAt)) : ''
    case 'refused':
      return sayReasons(message) || t.why.refused
    case 'dead':
      return t.why.dead(message.puzzles)
    case 'superseded':
      return sayProblem(message, t)
    case 'settled':
      return t.why.settled(coverIn(message.settledReason ?? '', message.payload))
  }
}

function sayProblem({ problem }: Message, t: T): string {
  if (problem === undefined) return ''
  return (t.problems as Named)[problem] ?? t.otherProblem(problem)
}

const LAST_TRY = ['unreachable', 'again', 'puzzling'] as const

function sayWaiting(message: Message, t: T, time: (at: Date) => string): string {
  const { direction, problem, dueAt } = message
  if (direction === 'in') return sayProblem(message, t) || t.why.comingIn
  if (!dueAt) return t.why.needsAnother
  if (problem === undefined) return t.why.itsTurn
  const tried = LAST_TRY.find((one) => one === problem)
  return [tried ? t.why[tried] : sayProblem(message, t), t.why.next(time(dueAt))].join(' ')
}

/** `MaTTHC: không có; NgayHenTra: sai` */
function sayReasons({ reasons, payload }: Message): string {
  return reasons
    .map(({ field, reason }) => (field ? `${field}: ${coverIn(reason, payload)}` : coverIn(reason, payload)))
    .join('; ')
}

/** Where a message stands and why, in one sentence each; nothing personal. `time` says a moment. */
export function sayMessage(
  message: Message,
  language: Language,
  time: (at: Date) => string,
): { state: string; why: string } {
  const t: T = language === 'en' ? (en as T) : vi
  return { state: sayState(message, t), why: sayWhy(message, t, time) }
}

/** Why a message stays as it is. */
export function sayLeft(left: Left, language: Language): string {
  return (language === 'en' ? en : vi).left[left]
}
