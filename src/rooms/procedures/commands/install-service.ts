import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { DomainError } from '#kernel/errors.ts'
import { now } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { audiencesOf } from '../catalogue/audiences.ts'
import { type InstallablePackage, recordOfPackage } from '../installable.ts'
import type { ProcedureRecord } from '../record.ts'
import { beginSynchronising, finishSynchronising, listKnown, listLatest, saveChanges } from '../store/catalogue.ts'
import { noteLegalTexts } from '../store/legal-texts.ts'
import { findSaidOffer, findServiceHash, insertService, saveOffer } from '../store/services.ts'

/**
 * Installs a checked service package at an agency, in the caller's transaction: from `validFrom` on the procedure can
 * be applied for here. Installing the same package again changes nothing; the same version with other content is
 * refused (`procedures.service-version-differs`), because dossiers may already stand under it. R-004
 *
 * A procedure that the catalogue does not have, or only lists by name, takes its parts from the package.
 */
export async function installService(
  tx: Tx,
  agencyId: number,
  given: InstallablePackage,
): Promise<'installed' | 'unchanged'> {
  const { service } = given
  const hash = createHash('sha256').update(JSON.stringify(given)).digest('base64url')
  const before = await findServiceHash(tx, agencyId, service.code, service.version)
  if (before === hash) return 'unchanged'
  if (before !== undefined) {
    throw new DomainError('procedures.service-version-differs', { code: service.code, version: service.version })
  }
  await bringProcedure(tx, given, hash)
  await insertService(tx, agencyId, {
    code: service.code,
    version: service.version,
    validFrom: service.validFrom,
    validTo: service.validTo ?? null,
    package: given,
    hash,
    at: now(),
  })
  const earlier = await findSaidOffer(tx, agencyId, service.code, service.validFrom)
  await saveOffer(tx, agencyId, {
    code: service.code,
    level: service.level,
    partialReason: service.partialCause ?? null,
    partialBasis: service.partialReason ?? null,
    // Who takes it in was decided for this agency and not by the package: a new version keeps it.
    intake: earlier?.intake ?? 'own',
    intakeUrl: earlier?.intakeUrl ?? null,
    stateOwner: earlier?.stateOwner ?? 'own',
    summary: summaryOf(given),
    atDesk: true,
    validFrom: service.validFrom,
  })
  return 'installed'
}

function summaryOf({ procedure: { plain } }: InstallablePackage): { vi: string; en: string } | null {
  return plain.vi.summary && plain.en.summary ? { vi: plain.vi.summary, en: plain.en.summary } : null
}

async function bringProcedure(tx: Tx, given: InstallablePackage, hash: string): Promise<void> {
  const { code } = given.procedure
  const state = await beginSynchronising(tx)
  const known = (await listKnown(tx)).get(code)
  if (!known || known.detail === 'listed') {
    const latest = (await listLatest(tx, [code])).get(code)
    const record = withListedPart(recordOfPackage(given, audiences), latest?.record)
    const version = (known?.version ?? 0) + 1
    const announced = record.decision?.on ?? given.service.validFrom
    const validFrom = latest && latest.validFrom > announced ? latest.validFrom : announced
    const change = { code, version, name: record.name, kind: record.kind, detail: 'full', origin: 'package' } as const
    const hashes = { listedHash: known?.listedHash ?? '', detailHash: known?.detailHash ?? '' }
    const next = { record, validFrom, sourceHash: `package ${given.service.version} ${hash}` }
    const moved = { version: state.version + 1, syncedAt: state.syncedAt }
    await saveChanges(tx, [{ ...change, ...hashes, next }], { version: moved.version, at: now() })
    await noteLegalTexts(tx, [record])
    await finishSynchronising(tx, moved)
  }
  // The rest of the caller's transaction has no business with synchronised fields.
  await sql`set local motcua.synchronising = 'off'`.execute(tx)
}

function audiences(names: string[]) {
  return audiencesOf(names, () => undefined)
}

/** Code, name and kind are the national database's where it has them. R-002 */
function withListedPart(record: ProcedureRecord, listed: ProcedureRecord | undefined): ProcedureRecord {
  return listed ? { ...record, name: listed.name, kind: listed.kind } : record
}
