import './tables.ts'
import { sql } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { InstallablePackage } from '../installable.ts'
import { type Intake, ownerOfState } from '../intake.ts'
import type { OnlineLevel } from '../record.ts'
import { ByContent } from './by-content.ts'
import { intakeRules } from './intake.ts'
import type { PartialReason } from './tables.ts'

/** A service package as it stands at an agency: kept whole, and never rewritten. */
export interface InstalledService<P = InstallablePackage> {
  code: string
  version: string
  validFrom: LocalDate
  /** The first day on which it is no longer in force. */
  validTo: LocalDate | null
  package: P
  installedAt: Date
}

/** What the agency itself decides about a procedure. */
export interface AgencyOffer {
  code: string
  level: OnlineLevel
  partialReason: PartialReason | null
  partialBasis: Bilingual | null
  intake: Intake
  /** Where the ministry's system takes it in. */
  intakeUrl: string | null
  /** Whose system keeps where a dossier stands. */
  stateOwner: Intake
  summary: Bilingual | null
  atDesk: boolean
  validFrom: LocalDate
}

const SERVICE = [
  'code',
  'version',
  'valid_from as validFrom',
  'valid_to as validTo',
  'package_hash as hash',
  'installed_at as installedAt',
] as const

interface ServiceRow extends Omit<InstalledService, 'package'> {
  hash: string
}

const packages = new ByContent(500)

/** The row is read each time, because a version may end; the package only once, because it is never rewritten. */
async function withPackage<P>(tx: Tx, agencyId: number, { hash, ...row }: ServiceRow): Promise<InstalledService<P>> {
  const found = await packages.get(hash, async () => {
    const { package: whole } = await tx
      .selectFrom('service_versions')
      .select('package')
      .where('agency_id', '=', agencyId)
      .where('code', '=', row.code)
      .where('version', '=', row.version)
      .executeTakeFirstOrThrow()
    return whole
  })
  return { ...row, package: found as P }
}

/** The service in force on that day (today when none is given), or undefined when the agency has none. */
export async function findInstalledService<P = InstallablePackage>(
  tx: Tx,
  agencyId: number,
  code: string,
  on: LocalDate = today(),
): Promise<InstalledService<P> | undefined> {
  const row = await tx
    .selectFrom('service_versions')
    .select(SERVICE)
    .where('agency_id', '=', agencyId)
    .where('code', '=', code)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
    .orderBy('valid_from', 'desc')
    .orderBy('installed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && withPackage<P>(tx, agencyId, row)
}

/** The same, and NotFound `procedures.service-not-installed` when there is none. */
export async function getInstalledService<P = InstallablePackage>(
  tx: Tx,
  agencyId: number,
  code: string,
  on: LocalDate = today(),
): Promise<InstalledService<P>> {
  const service = await findInstalledService<P>(tx, agencyId, code, on)
  if (!service) throw new NotFound('procedures.service-not-installed', { code })
  return service
}

/** Exactly the version a dossier was received under, in force or not. R-004 */
export async function getServiceVersion<P = InstallablePackage>(
  tx: Tx,
  agencyId: number,
  code: string,
  version: string,
): Promise<InstalledService<P>> {
  const row = await tx
    .selectFrom('service_versions')
    .select(SERVICE)
    .where('agency_id', '=', agencyId)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new NotFound('procedures.service-not-installed', { code, version })
  return withPackage<P>(tx, agencyId, row)
}

export async function findServiceHash(
  tx: Tx,
  agencyId: number,
  code: string,
  version: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('service_versions')
    .select('package_hash')
    .where('agency_id', '=', agencyId)
    .where('code', '=', code)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.package_hash
}

export interface NewService {
  code: string
  version: string
  validFrom: LocalDate
  validTo: LocalDate | null
  package: unknown
  hash: string
  at: Date
}

/** Adds a version and ends the open one before it on the day this one begins. */
export async function insertService(tx: Tx, agencyId: number, service: NewService): Promise<void> {
  await tx
    .updateTable('service_versions')
    .set({ valid_to: service.validFrom })
    .where('agency_id', '=', agencyId)
    .where('code', '=', service.code)
    .where('valid_from', '<=', service.validFrom)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', service.validFrom)]))
    .execute()
  await tx
    .insertInto('service_versions')
    .values({
      agency_id: agencyId,
      code: service.code,
      version: service.version,
      valid_from: service.validFrom,
      valid_to: service.validTo,
      package: JSON.stringify(service.package),
      package_hash: service.hash,
      installed_at: service.at,
    })
    .execute()
}

/** What the agency offers on that day, under its way of working. R-024 */
export async function findOffer(
  tx: Tx,
  agencyId: number,
  code: string,
  on: LocalDate,
): Promise<AgencyOffer | undefined> {
  const said = await findSaidOffer(tx, agencyId, code, on)
  if (!said) return undefined
  const becomes = await intakeRules(tx, agencyId, on)
  const intake = becomes(said.intake)
  return { ...said, intake, stateOwner: ownerOfState(intake, said.stateOwner) }
}

/** The same, as it was said of the procedure alone. */
export async function findSaidOffer(
  tx: Tx,
  agencyId: number,
  code: string,
  on: LocalDate,
): Promise<AgencyOffer | undefined> {
  return tx
    .selectFrom('agency_procedures')
    .select([
      'code',
      'level',
      'partial_reason as partialReason',
      'partial_basis as partialBasis',
      'intake',
      'intake_url as intakeUrl',
      'state_owner as stateOwner',
      'summary',
      'at_desk as atDesk',
      'valid_from as validFrom',
    ])
    .where('agency_id', '=', agencyId)
    .where('code', '=', code)
    .where('valid_from', '<=', on)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', on)]))
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What the agency offers from that day on; an earlier answer ends on it, one of the same day is replaced. */
export async function saveOffer(tx: Tx, agencyId: number, offer: AgencyOffer): Promise<void> {
  await tx
    .updateTable('agency_procedures')
    .set({ valid_to: offer.validFrom })
    .where('agency_id', '=', agencyId)
    .where('code', '=', offer.code)
    .where('valid_from', '<', offer.validFrom)
    .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', offer.validFrom)]))
    .execute()
  const basis = offer.partialBasis && JSON.stringify(offer.partialBasis)
  const summary = offer.summary && JSON.stringify(offer.summary)
  await sql`
    insert into agency_procedures
      (agency_id, code, valid_from, level, partial_reason, partial_basis, intake, intake_url, state_owner, summary, at_desk)
    values (${agencyId}, ${offer.code}, ${offer.validFrom}, ${offer.level}, ${offer.partialReason}, ${basis}::jsonb,
      ${offer.intake}, ${offer.intakeUrl}, ${offer.stateOwner}, ${summary}::jsonb, ${offer.atDesk})
    on conflict (agency_id, code, valid_from) do update set level = excluded.level,
      partial_reason = excluded.partial_reason, partial_basis = excluded.partial_basis, intake = excluded.intake,
      intake_url = excluded.intake_url, state_owner = excluded.state_owner, summary = excluded.summary, at_desk = excluded.at_desk`.execute(
    tx,
  )
  await touchAgency(tx, agencyId)
}

/** Moves the agency's number: what is remembered of its offers is then looked up anew. */
export async function touchAgency(tx: Tx, agencyId: number): Promise<void> {
  await sql`
    insert into agency_service_state (agency_id, version) values (${agencyId}, 1)
    on conflict (agency_id) do update set version = agency_service_state.version + 1`.execute(tx)
  await sql`update catalogue_state set moved = moved + 1`.execute(tx)
  await sql`select pg_notify('motcua_catalogue', 'services')`.execute(tx)
}

/** One line per procedure the agency offers on that day, with whether it can be applied for here. */
export interface OfferLine {
  code: string
  level: OnlineLevel
  appliable: boolean
}

export async function listOffers(tx: Tx, agencyId: number, on: LocalDate): Promise<OfferLine[]> {
  const becomes = await intakeRules(tx, agencyId, on)
  const { rows } = await sql<Omit<OfferLine, 'appliable'> & { intake: Intake; installed: boolean }>`
    select distinct on (o.code) o.code, o.level, o.intake,
      exists (select 1 from service_versions s where s.agency_id = o.agency_id and s.code = o.code
        and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to > ${on})) as installed
    from agency_procedures o
    where o.agency_id = ${agencyId} and o.valid_from <= ${on} and (o.valid_to is null or o.valid_to > ${on})
    order by o.code, o.valid_from desc`.execute(tx)
  return rows.map(({ intake, installed, ...line }) => ({ ...line, appliable: installed && becomes(intake) === 'own' }))
}

/** What lists and cards show of an installed package. */
export interface OfferedPart {
  service: InstallablePackage['service']
  plain: InstallablePackage['procedure']['plain']
}

/** The parts of the packages in force on that day, by code; codes without one are left out. */
export async function listOfferedParts(
  tx: Tx,
  agencyId: number,
  { codes, on }: { codes: readonly string[]; on: LocalDate },
): Promise<Map<string, OfferedPart>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<OfferedPart & { code: string }>`
    select distinct on (code) code, package -> 'service' as service, package -> 'procedure' -> 'plain' as plain
    from service_versions
    where agency_id = ${agencyId} and code = any(${[...codes]}) and valid_from <= ${on}
      and (valid_to is null or valid_to > ${on})
    order by code, valid_from desc, installed_at desc`.execute(tx)
  return new Map(rows.map(({ code, ...part }) => [code, part]))
}

export async function getAgencyVersion(tx: Tx, agencyId: number): Promise<number> {
  const row = await tx
    .selectFrom('agency_service_state')
    .select('version')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  return row?.version ?? 0
}
