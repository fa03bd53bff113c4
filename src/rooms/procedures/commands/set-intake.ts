import { NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import { now, today } from '#platform/clock/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { type IntakeProblem, intakeProblems, type ModeSaid, ownerOfState, type ProcedureSaid } from '../intake.ts'
import { insertIntakeAct, saveIntakeSetting } from '../store/intake.ts'
import { findSaidOffer, saveOffer, touchAgency } from '../store/services.ts'

interface When {
  /** Today when none is given. */
  from?: LocalDate | undefined
  /** Undefined at the command line of the installation. */
  by?: { officerId: string; name: string } | undefined
}

/**
 * Says whose screen takes a procedure in and whose system keeps its dossiers, from that day on, and writes down who said
 * so. Answers what is wrong with it; nothing is kept then. NotFound when the agency does not offer the procedure on that
 * day. R-024
 */
export async function setIntake(
  tx: Tx,
  agencyId: number,
  given: ProcedureSaid & When & { code: string },
): Promise<IntakeProblem[]> {
  const { code, intake, url, from = today(), by } = given
  const offer = await findSaidOffer(tx, agencyId, code, from)
  if (!offer) throw new NotFound('procedures.not-found', { code })
  const stateOwner = given.stateOwner ?? ownerOfState(intake, offer.stateOwner)
  const said = { intake, stateOwner, url }
  const problems = intakeProblems(said, { from, today: today() })
  if (problems.length > 0) return problems
  await saveOffer(tx, agencyId, { ...offer, intake, stateOwner, intakeUrl: url ?? null, validFrom: from })
  await insertIntakeAct(tx, { agencyId, id: newId(), at: now(), by, code, from, said })
  return []
}

/**
 * Says how the whole agency works from that day on: with own screens, behind the national portal, or mixed. Answers what
 * is wrong with it; nothing is kept then.
 */
export async function setIntakeMode(tx: Tx, agencyId: number, given: ModeSaid & When): Promise<IntakeProblem[]> {
  const { mode, nationalAddress, from = today(), by } = given
  const said = { mode, nationalAddress }
  const problems = intakeProblems(said, { from, today: today() })
  if (problems.length > 0) return problems
  await saveIntakeSetting(tx, agencyId, { ...said, from })
  await insertIntakeAct(tx, { agencyId, id: newId(), at: now(), by, code: undefined, from, said })
  await touchAgency(tx, agencyId)
  return []
}
