import { Conflict } from '#kernel/errors.ts'
import type { Viewer } from '#kernel/viewer.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { getUnit } from '#rooms/agencies/index.ts'
import { listAppointments } from '#rooms/identity/index.ts'
import type { Dossier } from '../dossier.ts'
import { hashOf, type LogActor, type LogEntry, type LogFacts, sha256 } from '../log-entry.ts'
import { type Slips, statusOf } from '../status.ts'
import { updateDossier } from '../store/dossiers.ts'
import { insertEntry } from '../store/log.ts'

export interface Entry {
  actor: LogActor
  type: string
  facts: LogFacts
  words?: string | undefined
  at?: Date
}

export function actorOf(viewer: Viewer): LogActor {
  return viewer.kind === 'citizen'
    ? { kind: 'citizen', id: viewer.personId }
    : { kind: 'officer', id: viewer.officerId }
}

/** The entry that follows the head of this dossier's log. */
export function entryAfter(dossier: Pick<Dossier, 'agencyId' | 'id' | 'log'>, entry: Entry): LogEntry {
  const { actor, type, facts, words, at = now() } = entry
  const said = {
    agencyId: dossier.agencyId,
    dossierId: dossier.id,
    seq: dossier.log.seq + 1,
    at,
    actor,
    type,
    facts: words === undefined ? facts : { ...facts, wordsHash: sha256(words) },
    prevHash: dossier.log.hash,
  }
  return { ...said, ...(words === undefined ? {} : { words }), hash: hashOf(said) }
}

/**
 * In which position, and for which unit, an officer acts: written down with the act, because both change. At the unit
 * where the dossier stands, when the officer holds several. R-084
 */
export async function standingOf(tx: Tx, dossier: Dossier, actor: LogActor): Promise<LogFacts | undefined> {
  if (actor.kind !== 'officer') return undefined
  const held = (await listAppointments(tx, [actor.id])).get(actor.id) ?? []
  const places = [dossier.step?.unitId, dossier.receivingUnitId, dossier.competentUnitId]
  const here = places.map((id) => held.find(({ unitId }) => unitId === id)).find((one) => one !== undefined) ?? held[0]
  if (!here) return undefined
  const { name } = await getUnit(tx, here.unitId)
  return { unitId: here.unitId, unit: { ...name }, position: { ...here.title } }
}

/** What the row itself says of the slips; the test of this room compares it with the slips' own tables. */
function slipsIn(dossier: Dossier): Slips {
  return {
    submittedAt: dossier.submittedAt,
    receivedAt: dossier.receivedAt,
    processingAt: dossier.processingAt,
    resultReadyAt: dossier.resultReadyAt,
    returnedAt: dossier.returnedAt,
    openSupplement: dossier.status === 'awaiting-supplement',
    openPayment: dossier.status === 'awaiting-payment',
  }
}

export interface Advance {
  /** What the dossier becomes, its status aside. */
  change?: Partial<Omit<Dossier, 'status' | 'log'>>
  /** The slip that was just added, when the row does not show it. */
  slip?: Pick<Slips, 'openSupplement' | 'openPayment' | 'refusedAt' | 'withdrawnAt' | 'discontinuedAt'>
  entry: Entry
}

/** Saves what a dossier has become, with the entry that says so. Throws Conflict when an outdated dossier is given. */
export async function advance(tx: Tx, before: Dossier, { change = {}, slip = {}, entry }: Advance): Promise<Dossier> {
  const by = await standingOf(tx, before, entry.actor)
  const written = entryAfter(before, by ? { ...entry, facts: { ...entry.facts, by } } : entry)
  const changed = { ...before, ...change }
  const status = statusOf({ ...slipsIn(changed), ...slip })
  const after = { ...changed, status, log: { seq: written.seq, hash: written.hash } }
  if (!(await updateDossier(tx, after, before))) throw new Conflict('dossiers.changed-meanwhile')
  await insertEntry(tx, written)
  return after
}
