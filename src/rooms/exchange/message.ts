/** A system outside this house, as the ledger calls it. */
export type Destination =
  | 'national-portal'
  | 'emc'
  | 'agency-portal'
  | 'civil-status'
  | 'document-system'
  | 'population'
  | 'business'
  | 'interlinked'
  | 'criminal-record'
  | 'land'
  | 'social-assistance'
  | 'driving-licence'
  | 'post'

/**
 * `waiting` to leave; `sent` and not yet answered; `acknowledged`; `refused` with reasons; `dead` when nobody could read
 * the answers; `superseded` by a later message that says it too; `settled` by a person who says why.
 */
export type MessageState = 'waiting' | 'sent' | 'acknowledged' | 'refused' | 'dead' | 'superseded' | 'settled'

/** What the other side finds wrong with one field. `field` is empty when it did not say which. */
export interface FieldReason {
  field: string
  reason: string
}

export type Payload = Readonly<Record<string, unknown>>

/** Field of the payload → numbers of the log entries that prove it; 0 stands for the record as it was filed. */
export type Proof = Readonly<Record<string, readonly number[]>>

export interface Message {
  agencyId: number
  id: number
  direction: 'out' | 'in'
  destination: Destination
  service: string
  contractVersion: string
  key: string
  dossierId: string | undefined
  ref: string | undefined
  /** Number of the log entry that caused it. */
  seq: number | undefined
  payload: Payload | undefined
  proof: Proof | undefined
  state: MessageState
  attempts: number
  puzzles: number
  /** Undefined while it needs another message to be acknowledged first. */
  dueAt: Date | undefined
  uncertain: boolean
  /** Whether the same service was acknowledged for this dossier before; known when it is sent. */
  repeats?: boolean
  /** Why it stands where it stands, as a code with words in `exchange.{vi,en}.ts`. */
  problem: string | undefined
  reasons: readonly FieldReason[]
  answer: string | undefined
  causedAt: Date
  acknowledgedAt: Date | undefined
  settledBy: string | undefined
  settledReason: string | undefined
}

/** What came of one attempt. */
export type Reply =
  /** `found`: an earlier attempt had arrived after all, so it was not sent again. */
  | { outcome: 'acknowledged' | 'found'; status?: number; answer: string }
  | { outcome: 'refused'; status?: number; answer: string; reasons: readonly FieldReason[] }
  /** It asks for another try: the session had ended, it is busy. */
  | { outcome: 'again'; status?: number; answer: string }
  /** An answer that the contract does not know. */
  | { outcome: 'puzzling'; status?: number; answer: string }
  | { outcome: 'unreachable'; answer: string }

/** After so many answers that nobody can read, a person must look. */
export const PUZZLES_TO_DIE = 8

const LONGEST_WAIT = 15 * 60_000

/** Milliseconds until the next try: 2 s, 4 s, 8 s … 15 minutes. `random` in [0, 1) spreads the crowd. */
export function waitBefore(attempt: number, random: number): number {
  const wait = Math.min(LONGEST_WAIT, 1000 * 2 ** Math.min(attempt, 20))
  return Math.round(wait * (0.75 + random / 2))
}

/** What a message becomes with a reply. */
export function afterReply(
  message: Pick<Message, 'attempts' | 'puzzles'>,
  reply: Reply,
): { state: MessageState; puzzles: number; again: boolean } {
  const { puzzles } = message
  switch (reply.outcome) {
    case 'acknowledged':
    case 'found':
      return { state: 'acknowledged', puzzles, again: false }
    case 'refused':
      return { state: 'refused', puzzles, again: false }
    case 'puzzling': {
      const dead = puzzles + 1 >= PUZZLES_TO_DIE
      return { state: dead ? 'dead' : 'waiting', puzzles: puzzles + 1, again: !dead }
    }
    default:
      return { state: 'waiting', puzzles, again: true }
  }
}
