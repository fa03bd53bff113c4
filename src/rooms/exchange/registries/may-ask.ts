import { Forbidden } from '#kernel/errors.ts'
import { holds, type Officer } from '#kernel/viewer.ts'
import type { Dossier, Status } from '#rooms/dossiers/index.ts'

/** While the dossier is open there is a purpose; afterwards there is none. */
const OPEN: ReadonlySet<Status> = new Set(['submitted', 'received', 'processing', 'awaiting-supplement'])

export function isOpen({ status }: Pick<Dossier, 'status'>): boolean {
  return OPEN.has(status)
}

/** Who examines a dossier may ask the registries about it: the desk at intake, then those who decide. R-190 */
export function canAskAgain(
  officer: Officer,
  dossier: Pick<Dossier, 'status' | 'receivingUnitId' | 'competentUnitId'>,
): true | Forbidden {
  const { status, receivingUnitId, competentUnitId } = dossier
  const examines =
    holds(officer, 'case-officer', competentUnitId) ||
    holds(officer, 'approver', competentUnitId) ||
    (status === 'submitted' && holds(officer, 'desk-officer', receivingUnitId))
  return isOpen(dossier) && examines ? true : new Forbidden('exchange.may-not-ask')
}
