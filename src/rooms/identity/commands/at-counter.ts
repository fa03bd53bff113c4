import { NotFound } from '#kernel/errors.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Citizen, Officer } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Person } from '../person.ts'
import { COUNTER, findProvenPerson, getPerson, insertPerson } from '../store/persons.ts'

/** What an officer reads from the identity paper of somebody at the counter, and asks. */
export interface StatedAtCounter {
  /** Twelve digits. */
  idNumber: string
  name: string
  bornOn: LocalDate
  gender: 'male' | 'female'
  residence: string
  phone: string
  email: string | undefined
}

/**
 * The person with this number, written down when the agency does not know them yet, or corrected when only a counter
 * does. What an account has stated is the state's own and is not overwritten. Whoever later signs in with this number at
 * level 2 is this person.
 */
export async function recordAtCounter(tx: Tx, officer: Officer, stated: StatedAtCounter): Promise<Person> {
  const { agencyId, officerId } = officer
  const known = await findProvenPerson(tx, agencyId, stated.idNumber)
  if (known?.statedBy === 'account') return known
  const id = await insertPerson(tx, agencyId, {
    issuer: COUNTER,
    person: { ...NOT_ASKED, ...stated, kind: 'person', subject: stated.idNumber, assurance: 'level-2' },
    claims: { recordedBy: officerId },
  })
  return getPerson(tx, agencyId, id)
}

const NOT_ASKED = {
  techId: undefined,
  bornYear: undefined,
  nationality: undefined,
  ethnicity: undefined,
  currentResidence: undefined,
  taxCode: undefined,
  organisationCode: undefined,
  representative: undefined,
}

/**
 * For whom an officer acts at the counter: as sure of them as the state is at level 2, because paper and face were
 * compared. NotFound for a person whose number nobody has proven: a weak account must not be handed what is filed here.
 */
export async function personAtCounter(
  tx: Tx,
  agencyId: number,
  personId: string,
): Promise<{ person: Person; citizen: Citizen }> {
  const person = await getPerson(tx, agencyId, personId)
  const proven = person.idNumber && (await findProvenPerson(tx, agencyId, person.idNumber))
  if (!proven || proven.id !== person.id) throw new NotFound('identity.no-such-person')
  return { person, citizen: { kind: 'citizen', agencyId, personId, name: person.name, assurance: 'level-2' } }
}
