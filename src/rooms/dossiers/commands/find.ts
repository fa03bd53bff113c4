import { parseDossierCode } from '#kernel/dossier-code.ts'
import { NotFound } from '#kernel/errors.ts'
import type { Viewer } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import { type Explanation, explainDeadline, loadCalendar, parseLimit } from '#rooms/deadlines/index.ts'
import { parseTemporaryCode } from '../codes.ts'
import type { Dossier } from '../dossier.ts'
import { hasRestarted, questionFor } from '../due.ts'
import type { LogEntry } from '../log-entry.ts'
import { canSee } from '../policy.ts'
import type { Receipt, RecordedPause, Refusal, Supplement, SupplementRequest, Withdrawal } from '../slips.ts'
import * as dossiers from '../store/dossiers.ts'
import { listEntries } from '../store/log.ts'
import { loadPlaces, type Places } from '../store/places.ts'
import * as slips from '../store/slips.ts'

/** A code as stored, from what was typed or stands in an address; undefined when it cannot be one. */
export function readRef(text: string): string | undefined {
  return parseDossierCode(text)?.code ?? parseTemporaryCode(text)
}

export interface Found {
  dossier: Dossier
  places: Places
}

async function find(tx: Tx, viewer: Viewer, { ref, lock }: { ref: string; lock: boolean }): Promise<Found> {
  const code = readRef(ref)
  if (code === undefined) throw new NotFound('dossiers.no-such-dossier')
  const look = lock ? dossiers.lockDossierRow : dossiers.findDossier
  const dossier = await look(tx, viewer.agencyId, code)
  const places = await loadPlaces(tx, viewer.agencyId)
  if (!dossier || !canSee(viewer, dossier, places.reach)) throw new NotFound('dossiers.no-such-dossier')
  return { dossier, places }
}

/** The dossier of a code or temporary code, if the viewer may see it; NotFound otherwise. */
export async function getDossier(tx: Tx, viewer: Viewer, ref: string): Promise<Dossier> {
  return (await find(tx, viewer, { ref, lock: false })).dossier
}

/** The same, locked until the transaction ends. */
export async function lockDossier(tx: Tx, viewer: Viewer, ref: string): Promise<Dossier> {
  return (await find(tx, viewer, { ref, lock: true })).dossier
}

export function getWithPlaces(tx: Tx, viewer: Viewer, ref: string): Promise<Found> {
  return find(tx, viewer, { ref, lock: false })
}

export function lockWithPlaces(tx: Tx, viewer: Viewer, ref: string): Promise<Found> {
  return find(tx, viewer, { ref, lock: true })
}

/** By id, locked, for a handler that acts for nobody: an event has told it the id. */
export async function lockDossierAsSystem(tx: Tx, agencyId: number, id: string): Promise<Dossier> {
  const dossier = await dossiers.lockDossierById(tx, agencyId, id)
  if (!dossier) throw new NotFound('dossiers.no-such-dossier')
  return dossier
}

/** By id, for a handler that acts for nobody and only reads. */
export async function getDossierAsSystem(tx: Tx, agencyId: number, id: string): Promise<Dossier> {
  const dossier = await dossiers.findDossierById(tx, agencyId, id)
  if (!dossier) throw new NotFound('dossiers.no-such-dossier')
  return dossier
}

export interface DossierSlips {
  receipt: Receipt | undefined
  refusal: Refusal | undefined
  withdrawal: Withdrawal | undefined
  supplementRequests: readonly SupplementRequest[]
  supplements: readonly Supplement[]
  pauses: readonly RecordedPause[]
}

/** All slips of one dossier. */
export async function getSlips(tx: Tx, dossier: Dossier): Promise<DossierSlips> {
  const [receipt, refusal, withdrawal, supplementRequests, supplements, pauses] = await Promise.all([
    slips.findReceipt(tx, dossier),
    slips.findRefusal(tx, dossier),
    slips.findWithdrawal(tx, dossier),
    slips.listSupplementRequests(tx, dossier),
    slips.listSupplements(tx, dossier),
    slips.listPauses(tx, dossier),
  ])
  return { receipt, refusal, withdrawal, supplementRequests, supplements, pauses }
}

/** The log, oldest first. */
export function listLog(tx: Tx, dossier: Dossier): Promise<LogEntry[]> {
  return listEntries(tx, dossier)
}

/** Why the result is due when it is; undefined before reception. */
export async function explainDue(tx: Tx, dossier: Dossier): Promise<Explanation | undefined> {
  const pauses = dossier.clockFrom ? await slips.listPauses(tx, dossier) : []
  const asked = questionFor(dossier, pauses)
  if (!asked) return undefined
  const calendar = await loadCalendar(tx, dossier.agencyId, dossier.competentUnitId)
  const limit = parseLimit(dossier.timeLimit)
  const explanation = explainDeadline({ ...asked, limit, calendar })
  if (!hasRestarted(dossier)) return explanation
  // A clock that began anew was still stopped before: saying that it never was would be false.
  const first = questionFor({ clockFrom: dossier.receivedAt, receivedAt: dossier.receivedAt }, pauses)
  return { ...explanation, paused: first ? explainDeadline({ ...first, limit, calendar }).paused : 0 }
}
