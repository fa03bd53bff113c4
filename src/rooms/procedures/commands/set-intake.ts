import { NotFound } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Intake, IntakeMode } from '../intake.ts'
import { saveIntakeSetting } from '../store/intake.ts'
import { findSaidOffer, saveOffer, touchAgency } from '../store/services.ts'

/**
 * Says whose screen takes a procedure in, from that day on (today when none is given). `url` is the ministry's system.
 * NotFound when the agency does not offer the procedure on that day. R-024
 */
export async function setIntake(
  tx: Tx,
  agencyId: number,
  given: { code: string; intake: Intake; url?: string | undefined; from?: LocalDate | undefined },
): Promise<void> {
  const { code, intake, url, from = today() } = given
  const offer = await findSaidOffer(tx, agencyId, code, from)
  if (!offer) throw new NotFound('procedures.not-found', { code })
  await saveOffer(tx, agencyId, { ...offer, intake, intakeUrl: url ?? null, validFrom: from })
}

/** Says how the whole agency works from that day on: with own screens, behind the national portal, or mixed. */
export async function setIntakeMode(
  tx: Tx,
  agencyId: number,
  given: { mode: IntakeMode; from?: LocalDate | undefined; nationalAddress?: string | undefined },
): Promise<void> {
  await saveIntakeSetting(tx, agencyId, { ...given, from: given.from ?? today() })
  await touchAgency(tx, agencyId)
}
