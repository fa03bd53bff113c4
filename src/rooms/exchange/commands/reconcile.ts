import { NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { now, today } from '#platform/clock/index.ts'
import { read, type Tx, transaction } from '#platform/db/index.ts'
import { Unreachable } from '#platform/gateway/index.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { getDossierAsSystem, lifeOf, listLog } from '#rooms/dossiers/index.ts'
import { adapterFor, canCompare, type StatusCodes } from '../adapter.ts'
import { causeOf, differencesOf, type Period } from '../divergence.ts'
import type { Destination } from '../message.ts'
import { refFor } from '../national/dossier-message.ts'
import { findConnection } from '../store/connections.ts'
import { listStatusCodes } from '../store/messages.ts'
import {
  endReconciliation,
  insertDivergences,
  insertReconciliation,
  listLane,
  listTold,
  type NewDivergence,
} from '../store/reconciliations.ts'
import { type Compared, type CountRound, compareCounts } from './compare-counts.ts'

/** A comparison somebody asks for. */
export interface Wanted {
  agencyId: number
  destination: Destination
}

/**
 * Asks for the comparison of the last seven days: it may take long, and is made beside the other work. Asked for twice
 * before it begins, it is made once. Throws NotFound where nothing can be compared.
 */
export async function reconcileLater({ agencyId, destination }: Wanted): Promise<void> {
  const adapter = adapterFor(destination)
  if (!adapter || !canCompare(adapter)) throw new NotFound('exchange.cannot-be-compared', { destination })
  await transaction(agencyId, async (tx) => {
    if (!(await findConnection(tx, destination))) throw new NotFound('exchange.not-connected', { destination })
    const jobKey = `exchange:reconcile-now ${agencyId} ${destination}`
    await enqueue(tx, 'exchange:reconcile-now', { agencyId, destination }, { jobKey })
  })
}

export interface Reconciled extends Compared {
  id: string
}

const NOTHING: Compared = { compared: 0, divergences: [] }

interface Round extends CountRound {
  codes: StatusCodes
}

/**
 * Lays every dossier of which something was told in the period beside what the other side shows, and writes down each
 * difference with its cause. Reads only; nothing is repaired behind anybody's back. Stops when the other side is silent.
 */
export async function reconcile(agencyId: number, destination: Destination, period: Period): Promise<Reconciled> {
  const adapter = adapterFor(destination)
  if (!adapter || !canCompare(adapter)) throw new NotFound('exchange.cannot-be-compared', { destination })
  const id = newId()
  const begun = await transaction(agencyId, async (tx) => {
    const connection = await findConnection(tx, destination)
    if (!connection) throw new NotFound('exchange.not-connected', { destination })
    await insertReconciliation(tx, { agencyId, id, destination, ...period, startedAt: now() })
    const codes = await listStatusCodes(tx, connection, today())
    const dossierIds = adapter.read ? await listTold(tx, destination, period) : []
    return { connection, codes, dossierIds }
  })
  const { dossierIds, ...rest } = begun
  const round = { agencyId, adapter, ...rest }
  const comparing = adapter.read ? compareAll(round, dossierIds) : compareCounts(round, period)
  const found = await comparing.catch(async (error: unknown) => {
    // A run that fell, over a missing setting or a fault of ours, says so; it does not look as if it were still going.
    const problem = error instanceof Error ? error.message : String(error)
    await transaction(agencyId, (tx) => endReconciliation(tx, id, { ...NOTHING, problem, endedAt: now() }))
    throw error
  })
  await transaction(agencyId, async (tx) => {
    await insertDivergences(tx, { agencyId, id }, found.divergences)
    await endReconciliation(tx, id, { ...found, endedAt: now() })
  })
  return { id, ...found }
}

async function compareAll(round: Round, dossierIds: readonly string[]): Promise<Compared> {
  const divergences: NewDivergence[] = []
  let compared = 0
  for (const dossierId of dossierIds) {
    try {
      divergences.push(...(await compare(round, dossierId)))
      compared += 1
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      return { compared, divergences, problem: error.message }
    }
  }
  return { compared, divergences }
}

async function compare(round: Round, dossierId: string): Promise<NewDivergence[]> {
  const { agencyId, adapter, connection, codes } = round
  const ours = await read(agencyId, (tx) => ourSide(tx, { agencyId, dossierId, destination: adapter.destination }))
  if (!ours) return []
  const theirs = await adapter.read?.(ours.ref, connection)
  const differences = differencesOf(ours.life, theirs, codes)
  const cause = causeOf(
    ours.lane.filter(({ service }) => adapter.wholes.has(service)),
    { told: ours.lane.length > 0 },
  )
  return differences.map((difference) => ({ ref: ours.ref, dossierId, ...difference, ...cause }))
}

async function ourSide(tx: Tx, of: { agencyId: number; dossierId: string; destination: Destination }) {
  const dossier = await getDossierAsSystem(tx, of.agencyId, of.dossierId)
  const life = lifeOf(await listLog(tx, dossier))
  const ref = life && refFor({ dossier })
  return life && ref !== undefined ? { ref, life, lane: await listLane(tx, of) } : undefined
}
