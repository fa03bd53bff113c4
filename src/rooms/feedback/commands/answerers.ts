import { DomainError } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { Role } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import { getOfficer, listOfficersWith, type OfficerRecord } from '#rooms/identity/index.ts'
import { answersPeople } from '../front.ts'
import { unitNames } from '../store/names.ts'

const ANSWERING: readonly Role[] = ['desk-officer', 'case-officer', 'approver', 'supervisor']

export interface Answerer {
  id: string
  name: string
  unit: Bilingual
}

/** Officers at work today to whom something can be given to answer; by name. */
export async function listAnswerers(tx: Tx, agencyId: number): Promise<Answerer[]> {
  const found = new Map<string, OfficerRecord>()
  for (const role of ANSWERING) for (const one of await listOfficersWith(tx, role)) found.set(one.id, one)
  const officers = [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'vi'))
  const unitOf = await unitNames(
    tx,
    agencyId,
    officers.flatMap(({ appointments }) => appointments[0]?.unitId ?? []),
  )
  return officers.map(({ id, name, appointments }) => ({ id, name, unit: unitOf(appointments[0]?.unitId ?? '') }))
}

/** The officer something is given to. Throws when the account is shut, or answers nobody. */
export async function getAnswerer(tx: Tx, agencyId: number, officerId: string): Promise<OfficerRecord> {
  if (!isId(officerId)) throw new DomainError('feedback.no-such-answerer')
  const officer = await getOfficer(tx, officerId)
  if (officer.agencyId !== agencyId || officer.disabledAt || !answersPeople(officer)) {
    throw new DomainError('feedback.no-such-answerer')
  }
  return officer
}
