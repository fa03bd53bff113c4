import type { Destination } from './message.ts'

export type ConnectionState = 'on' | 'paused' | 'off'

/** What an agency is connected to, and since when. */
export interface Connection {
  agencyId: number
  destination: Destination
  state: ConnectionState
  /** Acts before this moment are not sent by themselves. */
  since: Date
  contractVersion: string
  /** Addresses and codes the other side issued. */
  settings: Readonly<Record<string, string>>
  perMinute: number
  /** `22:00` to `05:00`: hours of Vietnam in which nothing is sent. */
  quiet: { from: string; to: string } | undefined
  restsUntil: Date | undefined
  failures: number
  lastSuccessAt: Date | undefined
  lastFailureAt: Date | undefined
  lastProblem: string | undefined
}

/** Whether the clock of Vietnam (`HH:mm`) lies in the quiet hours, over midnight too. */
export function isQuiet({ quiet }: Pick<Connection, 'quiet'>, time: string): boolean {
  if (!quiet) return false
  const { from, to } = quiet
  return from <= to ? time >= from && time < to : time >= from || time < to
}

/** Why nothing is sent at the moment; undefined when messages may leave. */
export function holdup(
  connection: Pick<Connection, 'state' | 'quiet' | 'restsUntil'>,
  now: { at: Date; time: string },
): 'off' | 'paused' | 'quiet' | 'resting' | undefined {
  if (connection.state !== 'on') return connection.state
  if (connection.restsUntil && connection.restsUntil > now.at) return 'resting'
  return isQuiet(connection, now.time) ? 'quiet' : undefined
}
