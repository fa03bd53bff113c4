import './tables.ts'
import { sql } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Card } from '../card.ts'
import { type ApplyAt, applyAt } from '../intake.ts'
import type { ProcedureRecord } from '../record.ts'
import { ByContent } from './by-content.ts'
import { getIntakeSetting } from './intake.ts'
import { type AgencyOffer, findInstalledService, findOffer, type InstalledService } from './services.ts'

/** A procedure on a day, at an agency. */
export interface Procedure {
  code: string
  version: number
  validFrom: LocalDate
  /** The first day on which this version is no longer in force; null while it is. */
  validTo: LocalDate | null
  origin: 'catalogue' | 'package'
  record: ProcedureRecord
  importedAt: Date
  /** The agency's own part; undefined when it has decided nothing about this procedure. */
  offer: AgencyOffer | undefined
  /** The package in force that day; undefined when it cannot be applied for here. */
  service: InstalledService | undefined
  applyAt: ApplyAt
}

/**
 * The version in force on that day (today when none is given) with the agency's own part.
 * NotFound `procedures.not-found` when there is no such procedure, or none yet on that day. R-003
 */
export async function getProcedure(
  tx: Tx,
  agencyId: number,
  code: string,
  on: LocalDate = today(),
): Promise<Procedure> {
  const { rows } = await sql<Omit<Procedure, 'offer' | 'service' | 'record' | 'applyAt'> & { hash: string }>`
    select v.code, v.version, v.valid_from as "validFrom", v.valid_to as "validTo", p.origin,
      v.source_hash as hash, v.imported_at as "importedAt"
    from procedure_versions v join procedures p on p.code = v.code
    where v.code = ${code} and v.valid_from <= ${on} and (v.valid_to is null or v.valid_to > ${on})
    order by v.version desc limit 1`.execute(tx)
  const found = rows[0]
  if (!found) throw new NotFound('procedures.not-found', { code })
  const offer = await findOffer(tx, agencyId, code, on)
  const service = await findInstalledService(tx, agencyId, code, on)
  const { hash, ...version } = found
  const { nationalAddress } = await getIntakeSetting(tx, agencyId, on)
  const at = applyAt({ code, offer, isInstalled: service !== undefined, nationalAddress })
  return { ...version, record: await recordOf(tx, found), offer, service, applyAt: at }
}

const records = new ByContent(200)

function recordOf(tx: Tx, found: { code: string; version: number; hash: string; importedAt: Date }) {
  const { code, version, hash, importedAt } = found
  return records.get(`${code}/${version}/${hash}/${importedAt.getTime()}`, async () => {
    const { record } = await tx
      .selectFrom('procedure_versions')
      .select('record')
      .where('code', '=', code)
      .where('version', '=', version)
      .executeTakeFirstOrThrow()
    return record
  })
}

export interface VersionLine {
  version: number
  validFrom: LocalDate
  validTo: LocalDate | null
  decisionNumber: string | null
  decisionOn: LocalDate | null
}

/** Every version of a procedure, the newest first. */
export async function listVersions(tx: Tx, code: string): Promise<VersionLine[]> {
  return tx
    .selectFrom('procedure_versions')
    .select([
      'version',
      'valid_from as validFrom',
      'valid_to as validTo',
      'decision_number as decisionNumber',
      'decision_on as decisionOn',
    ])
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .execute()
}

export interface CardLine {
  code: string
  name: string
  detail: 'listed' | 'full'
  card: Card
}

/** Cards in the order of the codes given; codes that do not exist are left out. */
export async function listCards(tx: Tx, codes: string[]): Promise<CardLine[]> {
  if (codes.length === 0) return []
  const rows = await tx
    .selectFrom('procedures')
    .select(['code', 'name', 'detail', 'card'])
    .where('code', 'in', codes)
    .execute()
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return codes.flatMap((code) => byCode.get(code) ?? [])
}

/** A part of all codes with the day they last changed, for the site map; in order of code. */
export async function listAddresses(
  tx: Tx,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ code: string; changedOn: LocalDate }[]> {
  const { rows } = await sql<{ code: string; changedOn: LocalDate }>`
    select p.code, v.valid_from as "changedOn"
    from procedures p join procedure_versions v on v.code = p.code and v.version = p.version
    order by p.code offset ${offset} limit ${limit}`.execute(tx)
  return rows
}

export async function countProcedures(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('procedures')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}
