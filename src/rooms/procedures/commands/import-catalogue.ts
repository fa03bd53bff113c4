import { createHash } from 'node:crypto'
import { DomainError } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { now, today } from '#platform/clock/index.ts'
import { asInstallation, type Tx } from '#platform/db/index.ts'
import { type CatalogueConflict, countConflicts } from '../catalogue/conflict.ts'
import { differencesOf, type PartDifference } from '../catalogue/differences.ts'
import { mergedRecord } from '../catalogue/merge.ts'
import { type PreparedProcedure, prepareCatalogue } from '../catalogue/prepare.ts'
import type { ProcedureRecord } from '../record.ts'
import {
  beginSynchronising,
  finishSynchronising,
  insertImport,
  type KnownProcedure,
  type LatestVersion,
  listKnown,
  listLatest,
  type ProcedureChange,
  saveChanges,
} from '../store/catalogue.ts'
import { noteLegalTexts, withoutLegalTexts } from '../store/legal-texts.ts'
import { readCatalogueSource } from './read-source.ts'

/** What a run found and did. */
export interface ImportReport {
  source: string
  dryRun: boolean
  read: { listed: number; details: number }
  counts: { procedures: number; full: number; added: number; changed: number; unchanged: number; leftOut: number }
  conflictCounts: Record<string, number>
  conflicts: CatalogueConflict[]
  /** What the run changes in procedures that were there before, part by part. */
  changes: ProcedureDifference[]
  /** Names exactly what this run would write: somebody who has read it accepts it by this name. */
  plan: string
  /** Version of the catalogue after the run. */
  version: number
  milliseconds: number
}

export interface ProcedureDifference {
  code: string
  name: string
  parts: PartDifference[]
}

/** Moves when the mapping itself changes, so that records are mapped again although their source stood still. */
const MAPPING = '1'

/**
 * Brings the national catalogue in from a folder or a file: all of it or nothing, in one transaction. A record that
 * has not changed is not touched; one that has gets a new version. With a plan that somebody has accepted, anything else
 * is refused (`procedures.plan-moved`): the source or the catalogue is no longer what was read. R-005
 */
export async function importCatalogue(
  path: string,
  { dryRun = false, accept }: { dryRun?: boolean; accept?: string | undefined } = {},
): Promise<ImportReport> {
  const startedAt = now()
  const clock = performance.now()
  const input = await readCatalogueSource(path)
  const { procedures, conflicts } = prepareCatalogue(input)

  const { counts, version, ...told } = await asInstallation(async (tx) => {
    const state = await beginSynchronising(tx)
    const { changes, latest } = await planChanges(tx, procedures)
    const versions = changes.filter(({ next }) => next)
    const told = { changes: differences(versions, latest), plan: planOf(versions) }
    if (accept !== undefined && accept !== told.plan)
      throw new DomainError('procedures.plan-moved', { plan: told.plan })
    const added = versions.filter((change) => change.version === 1).length
    const left = conflicts.filter(({ kind }) => kind === 'code-unusable' || kind === 'unreadable').length
    const counts = {
      procedures: procedures.length,
      full: procedures.filter(({ full }) => full).length,
      added,
      changed: versions.length - added,
      unchanged: procedures.length - versions.length,
      leftOut: left,
    }
    if (dryRun) return { counts, version: state.version, ...told }

    const version = versions.length > 0 ? state.version + 1 : state.version
    await saveChanges(tx, changes, { version, at: startedAt })
    await noteLegalTexts(tx, await restingAnew(tx, procedures, versions))
    await finishSynchronising(tx, { version, syncedAt: startedAt })
    const run = { id: newId(), source: path, startedAt, finishedAt: now(), version, counts }
    const kept = versions.length > 0 ? conflicts : []
    await insertImport(tx, { ...run, conflictCounts: countConflicts(conflicts), conflicts: kept })
    return { counts, version, ...told }
  })

  return {
    source: path,
    dryRun,
    read: { listed: input.listed.length, details: input.details.length },
    counts,
    conflictCounts: countConflicts(conflicts),
    conflicts,
    ...told,
    version,
    milliseconds: Math.round(performance.now() - clock),
  }
}

function differences(versions: readonly ProcedureChange[], latest: ReadonlyMap<string, LatestVersion>) {
  return versions.flatMap(({ code, name, next }): ProcedureDifference[] => {
    const before = latest.get(code)
    return before && next ? [{ code, name, parts: differencesOf(before.record, next.record) }] : []
  })
}

function planOf(versions: readonly ProcedureChange[]): string {
  const written = versions.map(({ code, version, next }) => `${code} ${version} ${canonical(next?.record)}`).sort()
  return createHash('sha256').update(written.join('\n')).digest('hex').slice(0, 12)
}

async function planChanges(tx: Tx, procedures: PreparedProcedure[]) {
  const known = await listKnown(tx)
  const moved = procedures
    .map((one) => ({ one, before: known.get(one.code), hashes: hashesOf(one, known.get(one.code)) }))
    .filter(({ before, hashes }) => before?.listedHash !== hashes.listedHash || before.detailHash !== hashes.detailHash)
  const latest = await listLatest(
    tx,
    moved.flatMap(({ before }) => (before ? [before.code] : [])),
  )
  const changes = moved.map(({ one, before, hashes }) =>
    changeOf(one, { before, latest: latest.get(one.code), hashes }),
  )
  return { changes, latest }
}

type Hashes = Pick<KnownProcedure, 'listedHash' | 'detailHash'>

/** A source that this run does not carry stands as it was. */
function hashesOf({ listed, full }: PreparedProcedure, before: KnownProcedure | undefined): Hashes {
  return {
    listedHash: listed ? hashOf(listed.source) : (before?.listedHash ?? ''),
    detailHash: full ? hashOf(full.source) : (before?.detailHash ?? ''),
  }
}

function changeOf(
  one: PreparedProcedure,
  { before, latest, hashes }: { before: KnownProcedure | undefined; latest: LatestVersion | undefined; hashes: Hashes },
): ProcedureChange {
  const record = mergedRecord(one, latest?.record)
  const change = {
    code: one.code,
    name: record.name,
    kind: record.kind,
    detail: record.detail,
    origin: before?.origin === 'package' && !one.full ? ('package' as const) : ('catalogue' as const),
    ...hashes,
  }
  if (before && latest && canonical(latest.record) === canonical(record)) return { ...change, version: before.version }
  const sourceHash = `${hashes.listedHash} ${hashes.detailHash}`.trim()
  const next = { record, validFrom: validFrom(record, latest), sourceHash }
  return { ...change, version: (before?.version ?? 0) + 1, next }
}

/**
 * The day the announcing decision was made, or today when the publisher corrects a record under the same decision;
 * never in the future, because what the national catalogue shows is in force, and never before the version it follows.
 */
function validFrom({ decision, updatedOn }: ProcedureRecord, latest: LatestVersion | undefined): LocalDate {
  const announced = decision?.on ?? updatedOn ?? today()
  const sameDecision = latest !== undefined && latest.record.decision?.number === decision?.number
  const from = sameDecision || announced > today() ? today() : announced
  return latest && latest.validFrom > from ? latest.validFrom : from
}

/** Records whose legal texts are to be noted: those that changed, and those of which none is noted yet. */
async function restingAnew(
  tx: Tx,
  prepared: readonly PreparedProcedure[],
  changed: readonly ProcedureChange[],
): Promise<ProcedureRecord[]> {
  const records = new Map(changed.flatMap(({ code, next }) => (next ? [[code, next.record] as const] : [])))
  const rest = prepared.flatMap(({ code, full }) =>
    full && full.record.law.length > 0 ? [{ ...full.record, code }] : [],
  )
  const unnoted = await withoutLegalTexts(
    tx,
    rest.map(({ code }) => code),
  )
  for (const record of rest) if (unnoted.has(record.code) && !records.has(record.code)) records.set(record.code, record)
  return [...records.values()]
}

function hashOf(source: object): string {
  return `${MAPPING}:${createHash('sha256').update(canonical(source)).digest('base64url')}`
}

/** JSON with sorted keys: the same content has the same text. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
}
