import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Connection } from './connection.ts'
import type { Destination, Message, Payload, Proof, Reply } from './message.ts'

/** What a message says, and what proves it. */
export interface Composed {
  /** The dossier as the other side knows it. */
  ref: string
  payload: Payload
  proof: Proof
}

/** Not now: something it must say is not there yet. `never`: it will not be said, for the given reason. */
export type NotComposed = { wait: string } | { never: string }

/** The code of statuses over there, in force on the day of the act. */
export type StatusCodes = ReadonlyMap<string, { code: string; name: string }>

/** What composing may draw on beside the log. */
export interface Given {
  codes: StatusCodes
  connection: Connection
}

/** How one outside system is spoken to. One for each destination; it keeps to one version of the contract. */
export interface Adapter {
  destination: Destination
  contractVersion: string
  /** Services whose later message says everything an earlier one said: waiting ones before it are superseded. */
  wholes: ReadonlySet<string>
  /** Reads what the message has to say, from the log and the record. In the tenant's transaction. */
  compose(tx: Tx, message: Message, given: Given): Promise<Composed | NotComposed>
  /** Sends it once. Throws Unreachable. */
  send(message: Message, connection: Connection): Promise<Reply>
  /** After an attempt without an answer: has it arrived? Undefined when the other side cannot be asked. */
  arrived?(message: Message, connection: Connection): Promise<boolean | undefined>
  /** What the other side holds of a dossier, for reconciliation; undefined when it holds nothing. Throws Unreachable. */
  read?(ref: string, connection: Connection): Promise<Theirs | undefined>
  /** Of a system that shows no dossiers: how many it counted that day, by its own code of status. Throws Unreachable. */
  counts?(day: LocalDate, connection: Connection): Promise<Counts>
}

/** Dossiers of one day by code of status, each once however often it was told. */
export type Counts = ReadonlyMap<string, number>

/** Whether the other side can be laid beside ours at all. */
export function canCompare({ read, counts }: Adapter): boolean {
  return read !== undefined || counts !== undefined
}

/** A dossier as the other side shows it. Codes and times are in its own form. */
export interface Theirs {
  status: string
  receivedAt?: string | undefined
  dueAt?: string | undefined
  finishedAt?: string | undefined
  returnedAt?: string | undefined
}

const adapters = new Map<Destination, Adapter>()

/** The application says at start which outside systems this installation can speak to. */
export function useAdapters(given: readonly Adapter[]): void {
  adapters.clear()
  for (const adapter of given) adapters.set(adapter.destination, adapter)
}

export function adapterFor(destination: Destination): Adapter | undefined {
  return adapters.get(destination)
}
