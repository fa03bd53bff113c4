import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import { newId } from '#kernel/id.ts'
import { now } from '#platform/clock/index.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { StatedPerson } from '../claims.ts'
import type { Person } from '../person.ts'
import './tables.ts'

/** Who states what an officer at a counter wrote down. */
export const COUNTER = 'counter'

interface Statement {
  issuer: string
  person: StatedPerson
  /** As they came. */
  claims: Record<string, unknown>
}

function personOf(row: Selectable<Tables['persons']>): Person {
  return {
    id: row.id,
    agencyId: row.agency_id,
    kind: row.kind,
    techId: row.tech_id ?? undefined,
    idNumber: row.id_number ?? undefined,
    name: row.name,
    bornOn: row.born_on ?? undefined,
    bornYear: row.born_year ?? undefined,
    gender: row.gender ?? undefined,
    nationality: row.nationality ?? undefined,
    ethnicity: row.ethnicity ?? undefined,
    residence: row.residence ?? undefined,
    currentResidence: row.current_residence ?? undefined,
    email: row.email ?? undefined,
    phone: row.phone ?? undefined,
    taxCode: row.tax_code ?? undefined,
    organisationCode: row.organisation_code ?? undefined,
    representative: row.representative ?? undefined,
    statedAt: row.claims_at,
    statedBy: row.issuer === COUNTER ? 'counter' : 'account',
    lastSeenAt: row.last_seen_at,
  }
}

/** What the provider last stated about a person or organisation. Throws NotFound. */
export async function getPerson(tx: Tx, agencyId: number, personId: string): Promise<Person> {
  const row = await tx
    .selectFrom('persons')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) throw new NotFound('identity.no-such-person')
  return personOf(row)
}

/**
 * Who this account belongs to: the account itself, else the technical number, else the identity number. The last
 * only when the state has seen the person's face (level 2): a weaker account must not open another one's dossiers.
 */
async function findKnown(tx: Tx, { issuer, person }: Statement): Promise<string | undefined> {
  const of = tx.selectFrom('persons').select('id').where('kind', '=', person.kind).orderBy('first_seen_at').forUpdate()
  const same = await of.where('issuer', '=', issuer).where('subject', '=', person.subject).executeTakeFirst()
  if (same) return same.id
  const { techId, idNumber, organisationCode } = person
  if (techId) {
    const found = await of.where('tech_id', '=', techId).executeTakeFirst()
    if (found) return found.id
  }
  if (idNumber && person.assurance === 'level-2') {
    return (await provenFirst(of.where('id_number', '=', idNumber)).executeTakeFirst())?.id
  }
  if (organisationCode && person.assurance === 'organisation') {
    return (await of.where('organisation_code', '=', organisationCode).executeTakeFirst())?.id
  }
  return undefined
}

/** Made by the database from who stated the number, and how surely: nobody writes it. */
const PROVEN = sql<boolean>`id_number_proven`

type Candidates = SelectQueryBuilder<Tables, 'persons', { id: string }>

/** Of several rows with one number, that of the person whose face was seen: a counter's record before a weak account. */
function provenFirst(candidates: Candidates): Candidates {
  return candidates.clearOrderBy().orderBy(PROVEN, 'desc').orderBy('first_seen_at')
}

/** Whom this identity number belongs to for sure: seen at level 2, or at a counter with the paper. */
export async function findProvenPerson(tx: Tx, agencyId: number, idNumber: string): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('persons')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'person')
    .where('id_number', '=', idNumber)
    .where(PROVEN)
    .orderBy('first_seen_at')
    .limit(1)
    .executeTakeFirst()
  return row && personOf(row)
}

function statedColumns({ issuer, person, claims }: Statement) {
  const moment = now()
  return {
    kind: person.kind,
    issuer,
    subject: person.subject,
    tech_id: person.techId ?? null,
    id_number: person.idNumber ?? null,
    name: person.name,
    born_on: person.bornOn ?? null,
    born_year: person.bornYear ?? null,
    gender: person.gender ?? null,
    nationality: person.nationality ?? null,
    ethnicity: person.ethnicity ?? null,
    residence: person.residence ?? null,
    current_residence: person.currentResidence ?? null,
    email: person.email ?? null,
    phone: person.phone ?? null,
    tax_code: person.taxCode ?? null,
    organisation_code: person.organisationCode ?? null,
    representative: person.representative ?? null,
    claims,
    claims_at: moment,
    last_seen_at: moment,
  }
}

/** Writes down what the provider states now, about a known person or a new one. Returns the person's id. */
export async function recordStatement(tx: Tx, agencyId: number, statement: Statement): Promise<string> {
  const known = await findKnown(tx, statement)
  if (!known) return insertPerson(tx, agencyId, statement)
  await tx.updateTable('persons').set(statedColumns(statement)).where('id', '=', known).execute()
  return known
}

/** The person a statement is about, as they stand; written down only when nobody is known. Returns the person's id. */
export async function knownOrNew(tx: Tx, agencyId: number, statement: Statement): Promise<string> {
  return (await findKnown(tx, statement)) ?? insertPerson(tx, agencyId, statement)
}

/** Adds a person. Two browsers of one new person at the same moment: the second finds the first one's row, and states anew. */
export async function insertPerson(tx: Tx, agencyId: number, statement: Statement): Promise<string> {
  const stated = statedColumns(statement)
  const row = await tx
    .insertInto('persons')
    .values({ ...stated, agency_id: agencyId, id: newId(), first_seen_at: stated.last_seen_at })
    .onConflict((conflict) => conflict.constraint('persons_subject').doUpdateSet(stated))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}
