import { NotFound } from '#kernel/errors.ts'
import { localNow, now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import {
  type Dossier,
  findDossierId,
  getDossierAsSystem,
  type LogEntry,
  listLog,
  loadService,
  refOf,
  sayLogEntry,
  summariesOf,
} from '#rooms/dossiers/index.ts'
import { officerNames } from '#rooms/identity/index.ts'
import { adapterFor } from '../adapter.ts'
import { type Connection, holdup } from '../connection.ts'
import { COUNTED_TO } from '../counted.ts'
import type { Destination, Message, MessageState } from '../message.ts'
import { canReplay, canSettle, type Left } from '../replay.ts'
import { type Act, lastAct, lastTuning, listActs, readHeld } from '../store/acts.ts'
import { findConnection, listConnections } from '../store/connections.ts'
import {
  countMessages,
  findMessage,
  type Listing,
  listAttempts,
  listMessages,
  listOfDossier,
  listServices,
  type PastAttempt,
} from '../store/lists.ts'
import type { ViewName } from '../views.ts'
import { standingOf } from './replay.ts'

export type Holdup = NonNullable<ReturnType<typeof holdup>> | 'no-adapter'

export interface KeptConnection extends Connection {
  /** Why nothing is sent at the moment; undefined when messages may leave. */
  holdup: Holdup | undefined
  /** Up to `COUNTED_TO`. */
  waiting: number
  stuck: number
  /** When the act happened that waits longest. */
  waitingSince: Date | undefined
  /** Whether it is told anything at all: a registry is only asked. */
  told: boolean
  /** Who last paused or resumed it. */
  lastAct: (Act & { officer: string | undefined }) | undefined
  /** Who last changed its settings. */
  lastTuning: (Omit<Act, 'act'> & { officer: string | undefined }) | undefined
}

function holdupOf(connection: Connection, told: boolean): Holdup | undefined {
  const time = localNow().slice(11, 16)
  const missing = told && !adapterFor(connection.destination)
  return holdup(connection, { at: now(), time }) ?? (missing ? 'no-adapter' : undefined)
}

async function keptConnection(tx: Tx, connection: Connection): Promise<KeptConnection> {
  const { agencyId, destination } = connection
  const of = { agencyId, destination }
  const [oldest] = await listMessages(tx, { ...of, view: 'unfinished', limit: 1 })
  const act = await lastAct(tx, agencyId, destination)
  const tuning = await lastTuning(tx, agencyId, destination)
  const names = await officerNames(
    tx,
    [act?.officerId, tuning?.officerId].filter((id) => id !== undefined),
  )
  const told = (await listServices(tx, connection)).length > 0
  return {
    ...connection,
    told,
    holdup: holdupOf(connection, told),
    waiting: await countMessages(tx, { ...of, view: 'unfinished', limit: COUNTED_TO }),
    stuck: await countMessages(tx, { ...of, view: 'stuck', limit: COUNTED_TO }),
    waitingSince: oldest?.causedAt,
    lastAct: act && { ...act, officer: names.get(act.officerId ?? '') },
    lastTuning: tuning && { ...tuning, officer: names.get(tuning.officerId ?? '') },
  }
}

/** What the agency of the transaction is connected to, and how each connection stands. The national portal first. */
export async function listKept(tx: Tx): Promise<KeptConnection[]> {
  const kept: KeptConnection[] = []
  for (const connection of await listConnections(tx)) kept.push(await keptConnection(tx, connection))
  return kept.sort((one, other) => Number(isFirst(other)) - Number(isFirst(one)))
}

const isFirst = ({ destination }: Pick<Connection, 'destination'>) => destination === 'national-portal'

/** How many messages a person must look at, up to `COUNTED_TO` for each destination. */
export async function countStuck(tx: Tx): Promise<number> {
  let sum = 0
  for (const { agencyId, destination } of await listConnections(tx)) {
    sum += await countMessages(tx, { agencyId, destination, view: 'stuck', limit: COUNTED_TO })
  }
  return sum
}

export interface Asked {
  agencyId: number
  destination: Destination
  view: ViewName
  state?: MessageState | undefined
  service?: string | undefined
  /** As typed. */
  dossier?: string | undefined
  after?: number | undefined
  limit: number
}

export interface Listed {
  messages: Message[]
  /** What their dossiers are called here, by id. */
  refs: ReadonlyMap<string, string>
  /** Where the next page begins. */
  next: number | undefined
  noSuchDossier: boolean
}

/** One page of the ledger. With a dossier’s code: everything about that dossier, in the order of its log. */
export async function listLedger(tx: Tx, { dossier, ...listing }: Asked): Promise<Listed> {
  if (dossier === undefined) {
    const found = await listMessages(tx, { ...listing, limit: listing.limit + 1 } satisfies Listing)
    const messages = found.slice(0, listing.limit)
    const next = found.length > listing.limit ? messages.at(-1)?.id : undefined
    return { messages, next, refs: await refsOf(tx, messages), noSuchDossier: false }
  }
  const dossierId = await findDossierId(tx, listing.agencyId, dossier)
  const messages = dossierId ? await listOfDossier(tx, { ...listing, dossierId }) : []
  return { messages, next: undefined, refs: await refsOf(tx, messages), noSuchDossier: !dossierId }
}

/** What the dossiers of messages are called here: most have no other name before the message is composed. */
export async function refsOf(tx: Tx, messages: readonly Message[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(messages.flatMap(({ dossierId }) => dossierId ?? []))]
  return new Map((await summariesOf(tx, ids)).map(({ id, ref }) => [id, ref]))
}

export interface ProvingEntry {
  seq: number
  at: Date
  words: string
}

export interface OpenedMessage {
  message: Message
  connection: KeptConnection | undefined
  /** What the dossier is called here. */
  dossierRef: string | undefined
  attempts: readonly PastAttempt[]
  acts: readonly (Act & { officer: string | undefined })[]
  /** What the log says, up to the entry that caused the message. */
  entries: readonly ProvingEntry[]
  replay: 'replay' | 'hasten' | Left
  settle: 'settle' | Left
}

interface Reading {
  agencyId: number
  language: Language
  /** Somebody has said why: what people wrote into the log is shown too. */
  open: boolean
}

/** A message with everything that proves it and everything that was done with it. Throws NotFound. */
export async function openMessage(tx: Tx, id: number, reading: Reading): Promise<OpenedMessage> {
  const { agencyId } = reading
  const message = await findMessage(tx, agencyId, id)
  const [held] = await readHeld(tx, agencyId, [id])
  if (!message || !held) throw new NotFound('exchange.no-such-message')
  const dossier = message.dossierId ? await getDossierAsSystem(tx, agencyId, message.dossierId) : undefined
  const connection = await findConnection(tx, message.destination)
  const acts = await listActs(tx, message)
  const names = await officerNames(tx, [...new Set(acts.flatMap(({ officerId }) => officerId ?? []))])
  return {
    message,
    connection: connection && (await keptConnection(tx, connection)),
    dossierRef: dossier && refOf(dossier),
    attempts: await listAttempts(tx, message),
    acts: acts.map((act) => ({ ...act, officer: names.get(act.officerId ?? '') })),
    entries: dossier ? await sayEntries(tx, dossier, { ...reading, upTo: message.seq ?? 0 }) : [],
    replay: canReplay(standingOf(held), now()),
    settle: canSettle(held),
  }
}

async function sayEntries(
  tx: Tx,
  dossier: Dossier,
  { language, open, upTo }: Reading & { upTo: number },
): Promise<ProvingEntry[]> {
  const entries = (await listLog(tx, dossier)).filter(({ seq }) => seq <= upTo)
  const officers = entries.flatMap(({ actor }) => (actor.kind === 'officer' ? [actor.id] : []))
  const names = await officerNames(tx, [...new Set(officers)])
  const { procedureCode: code, serviceVersion: version } = dossier
  const { process } = (await loadService(tx, dossier.agencyId, { code, version })).package
  const said = (entry: LogEntry) => sayLogEntry(entry, language, { kind: 'officer', names, process })
  return entries.map((entry) => ({ seq: entry.seq, at: entry.at, words: said(open ? entry : withoutWords(entry)) }))
}

/** What people wrote in their own words may name anybody. */
function withoutWords({ words: _covered, ...entry }: LogEntry): LogEntry {
  return entry
}
