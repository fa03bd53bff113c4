import type { Citizen } from '#kernel/viewer.ts'
import type { Tx } from '#platform/db/index.ts'
import { statedPerson } from '../claims.ts'
import { getPerson, knownOrNew } from '../store/persons.ts'

/**
 * Who another system of the state speaks of, without a sign-in here: the account, else the technical number, else the
 * identity number (level 2 only), else a new person. What a sign-in has stated about somebody is not overwritten.
 * `claims` are named as in the national sign-in. Throws `identity.claims-incomplete`.
 */
export async function personVouchedFor(
  tx: Tx,
  agencyId: number,
  { issuer, claims }: { issuer: string; claims: Record<string, unknown> },
): Promise<Citizen> {
  const person = statedPerson(claims)
  const personId = await knownOrNew(tx, agencyId, { issuer, person, claims })
  const { name } = await getPerson(tx, agencyId, personId)
  return { kind: 'citizen', agencyId, personId, name, assurance: person.assurance }
}
