import './tables.ts'
import { sql } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import { config } from '#platform/config/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type ApplyAt, applyAt, type Intake, type IntakeMode, type IntakeSaid, ownerOfState } from '../intake.ts'

/** How the agency works on a day. */
export interface IntakeSetting {
  mode: IntakeMode
  nationalAddress: string
  /** Undefined while nobody has set anything. */
  from: LocalDate | undefined
  /** As set; undefined: the installation's. */
  ownAddress: string | undefined
}

export async function getIntakeSetting(tx: Tx, agencyId: number, on: LocalDate): Promise<IntakeSetting> {
  const row = await tx
    .selectFrom('intake_settings')
    .select(['mode', 'national_address', 'valid_from'])
    .where('agency_id', '=', agencyId)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    mode: row?.mode ?? 'mixed',
    nationalAddress: row?.national_address ?? config.NATIONAL_PORTAL_ADDRESS,
    from: row?.valid_from,
    ownAddress: row?.national_address ?? undefined,
  }
}

/** What becomes of what a procedure says, under the agency's way of working on that day. */
export async function intakeRules(tx: Tx, agencyId: number, on: LocalDate): Promise<(says: Intake) => Intake> {
  const { mode } = await getIntakeSetting(tx, agencyId, on)
  const rows = await tx.selectFrom('intake_rules').select(['intake', 'becomes']).where('mode', '=', mode).execute()
  const rules = new Map(rows.map(({ intake, becomes }) => [intake, becomes]))
  return (says) => rules.get(says) ?? says
}

export async function saveIntakeSetting(
  tx: Tx,
  agencyId: number,
  setting: { mode: IntakeMode; from: LocalDate; nationalAddress?: string | undefined },
): Promise<void> {
  const changed = { mode: setting.mode, national_address: setting.nationalAddress ?? null }
  await tx
    .insertInto('intake_settings')
    .values({ agency_id: agencyId, valid_from: setting.from, ...changed })
    .onConflict((conflict) => conflict.columns(['agency_id', 'valid_from']).doUpdateSet(changed))
    .execute()
}

/** Somebody set something: when, who, and from which day on. */
export interface IntakeAct {
  at: Date
  /** Undefined at the command line. */
  by: { officerId: string; name: string } | undefined
  /** Undefined: the whole agency. */
  code: string | undefined
  from: LocalDate
  said: IntakeSaid
}

export async function insertIntakeAct(tx: Tx, act: IntakeAct & { agencyId: number; id: string }): Promise<void> {
  await tx
    .insertInto('intake_acts')
    .values({
      agency_id: act.agencyId,
      id: act.id,
      at: act.at,
      officer_id: act.by?.officerId ?? null,
      officer_name: act.by?.name ?? null,
      code: act.code ?? null,
      valid_from: act.from,
      said: JSON.stringify(act.said),
    })
    .execute()
}

const MOST = 50

/** What was set, the newest first: of one procedure, or of everything. */
export async function listIntakeActs(tx: Tx, agencyId: number, code?: string): Promise<IntakeAct[]> {
  const rows = await tx
    .selectFrom('intake_acts')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .$if(code !== undefined, (query) => query.where('code', '=', code ?? ''))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map(({ at, officer_id: officerId, officer_name: name, code: of, valid_from: from, said }) => ({
    ...{ at, by: officerId !== null && name !== null ? { officerId, name } : undefined },
    ...{ code: of ?? undefined, from, said },
  }))
}

/** What is set for later: days after `on`, the soonest first. */
export async function listComingModes(tx: Tx, agencyId: number, on: LocalDate) {
  return tx
    .selectFrom('intake_settings')
    .select(['valid_from as from', 'mode'])
    .where('agency_id', '=', agencyId)
    .where('valid_from', '>', on)
    .orderBy('valid_from')
    .execute()
}

/** A procedure the agency offers: what is said of it, and what comes of that. */
export interface IntakeLine {
  code: string
  name: string
  /** As said of the procedure alone. */
  says: Intake
  url: string | undefined
  stateSays: Intake
  /** Since when it is said. */
  from: LocalDate
  /** What comes of it under the agency's way of working. */
  applyAt: ApplyAt
  stateOwner: Intake
  isInstalled: boolean
  coming: { from: LocalDate; says: Intake; stateSays: Intake }[]
}

interface SaidRow {
  code: string
  name: string
  says: Intake
  url: string | null
  stateSays: Intake
  from: LocalDate
  installed: boolean
}

async function listSaid(tx: Tx, agencyId: number, on: LocalDate): Promise<SaidRow[]> {
  const { rows } = await sql<SaidRow>`
    select o.code, p.name, o.intake as says, o.intake_url as url, o.state_owner as "stateSays", o.valid_from as "from",
      exists (select 1 from service_versions s where s.agency_id = o.agency_id and s.code = o.code
        and s.valid_from <= ${on} and (s.valid_to is null or s.valid_to > ${on})) as installed
    from agency_procedures o join procedures p on p.code = o.code
    where o.agency_id = ${agencyId} and (o.valid_to is null or o.valid_to > ${on})
    order by o.code, o.valid_from`.execute(tx)
  return rows
}

function saysTheSame(one: SaidRow, before: SaidRow | undefined): boolean {
  return one.says === before?.says && one.stateSays === before.stateSays && one.url === before.url
}

/** What is set for each procedure on that day and afterwards. One that is only set for later stands with that. */
export async function listIntake(tx: Tx, agencyId: number, on: LocalDate): Promise<IntakeLine[]> {
  const becomes = await intakeRules(tx, agencyId, on)
  const { nationalAddress } = await getIntakeSetting(tx, agencyId, on)
  const byCode = Map.groupBy(await listSaid(tx, agencyId, on), ({ code }) => code)
  return [...byCode.values()].flatMap((rows) => {
    const now = rows.findLast(({ from }) => from <= on) ?? rows[0]
    if (!now) return []
    const { code, name, says, url, stateSays, from, installed: isInstalled } = now
    const intake = becomes(says)
    const at = applyAt({ code, offer: { intake, intakeUrl: url }, isInstalled, nationalAddress })
    const coming = rows.filter((row, at) => row.from > on && row !== now && !saysTheSame(row, rows[at - 1]))
    return [
      {
        ...{ code, name, says, url: url ?? undefined, stateSays, from, isInstalled, coming },
        ...{ applyAt: at, stateOwner: ownerOfState(at.by, stateSays) },
      },
    ]
  })
}
