import './tables.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { config } from '#platform/config/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Intake, IntakeMode } from '../intake.ts'

/** How the agency works on a day. */
export interface IntakeSetting {
  mode: IntakeMode
  nationalAddress: string
}

export async function getIntakeSetting(tx: Tx, agencyId: number, on: LocalDate): Promise<IntakeSetting> {
  const row = await tx
    .selectFrom('intake_settings')
    .select(['mode', 'national_address'])
    .where('agency_id', '=', agencyId)
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { mode: row?.mode ?? 'mixed', nationalAddress: row?.national_address ?? config.NATIONAL_PORTAL_ADDRESS }
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
