import type { Destination } from './message.ts'

export type ConnectionState = 'on' | 'paused' | 'off'

/** Local times of the day, `HH:mm`; `to` is the first minute in which messages leave again. */
export interface QuietHours {
  from: string
  to: string
}

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
  quiet: QuietHours | undefined
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

export const FASTEST = 10_000
const TIME = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/

/** `600` messages a minute; undefined when it is no whole number from 1 to `FASTEST`. */
export function readRate(text: string): number | undefined {
  const rate = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return rate >= 1 && rate <= FASTEST ? rate : undefined
}

/** `7:00` and `7h00` are `07:00`; undefined when it is no time of day. */
export function readTime(text: string): string | undefined {
  const [, hour, minute] = TIME.exec(text.trim()) ?? []
  return hour === undefined ? undefined : `${hour.padStart(2, '0')}:${minute}`
}

/** Settings without which an outside system cannot be spoken to. */
const NEEDED: Partial<Record<Destination, readonly string[]>> = {
  'national-portal': ['loginPath', 'sharePath', 'integrationPath', 'dstcode', 'agencyCode'],
  emc: ['siteId'],
  population: ['integrationCode', 'officerCode'],
}

/** What is still missing from settings. */
export function missingSettings(destination: Destination, settings: Connection['settings']): string[] {
  return ['url', ...(NEEDED[destination] ?? [])].filter((name) => !settings[name]?.trim())
}

/** Names of what belongs in the environment and never in a table that pages show. */
export function isSecretName(name: string): boolean {
  return /pass|secret|token|private|credential|apikey/i.test(name)
}
