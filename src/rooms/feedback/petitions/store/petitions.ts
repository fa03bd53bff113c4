import { type Selectable, sql } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { HeldBecause } from '../../hold.ts'
import type { Petition, PetitionState, Subject, WayIn } from '../petition.ts'

interface PetitionNumbersTable {
  agency_id: number
  year: number
  last: number
}

interface PetitionsTable {
  agency_id: number
  id: string
  year: number
  number: number
  language: Language
  came_by: WayIn
  taken_by: string | null
  person_id: string | null
  sender_name: string
  address: string
  phone: string | null
  email: string | null
  subject: Subject
  content: string
  sender_key: string
  registered_at: Date
  forward_by_on: LocalDate
  due_on: LocalDate
  held_because: HeldBecause | null
  state: PetitionState
  assigned_to: string | null
  concerned_officer: string | null
  result: string | null
  result_by: string | null
  result_at: Date | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    petition_numbers: PetitionNumbersTable
    petitions: PetitionsTable
  }
}

function petitionOf(row: Selectable<Tables['petitions']>): Petition {
  return {
    id: row.id,
    agencyId: row.agency_id,
    year: row.year,
    number: row.number,
    language: row.language,
    cameBy: row.came_by,
    takenBy: row.taken_by ?? undefined,
    personId: row.person_id ?? undefined,
    sender: { name: row.sender_name, address: row.address, phone: row.phone ?? '', email: row.email ?? '' },
    subject: row.subject,
    content: row.content,
    registeredAt: row.registered_at,
    forwardByOn: row.forward_by_on,
    dueOn: row.due_on,
    heldBecause: row.held_because ?? undefined,
    state: row.state,
    assignedTo: row.assigned_to ?? undefined,
    concernedOfficer: row.concerned_officer ?? undefined,
    result: row.result ?? undefined,
    resultAt: row.result_at ?? undefined,
  }
}

/** The next registration number of the agency in that year. The row stays held until the petition is written: no gap. */
export async function takeNumber(tx: Tx, agencyId: number, year: number): Promise<number> {
  const { last } = await tx
    .insertInto('petition_numbers')
    .values({ agency_id: agencyId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'year']).doUpdateSet({ last: sql<number>`petition_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

export type NewPetition = Omit<Petition, 'state' | 'assignedTo' | 'concernedOfficer' | 'result' | 'resultAt'> & {
  senderKey: string
}

export async function insertPetition(tx: Tx, petition: NewPetition): Promise<void> {
  const { sender } = petition
  await tx
    .insertInto('petitions')
    .values({
      agency_id: petition.agencyId,
      id: petition.id,
      year: petition.year,
      number: petition.number,
      language: petition.language,
      came_by: petition.cameBy,
      taken_by: petition.takenBy ?? null,
      person_id: petition.personId ?? null,
      sender_name: sender.name,
      address: sender.address,
      phone: sender.phone || null,
      email: sender.email || null,
      subject: petition.subject,
      content: petition.content,
      sender_key: petition.senderKey,
      registered_at: petition.registeredAt,
      forward_by_on: petition.forwardByOn,
      due_on: petition.dueOn,
      held_because: petition.heldBecause ?? null,
      state: 'registered',
      assigned_to: null,
      concerned_officer: null,
      result: null,
      result_by: null,
      result_at: null,
    })
    .execute()
}

/** What one sender has sent since a moment; without a key, what came on the portal from nobody who had signed in. */
export async function countSent(tx: Tx, since: Date, key?: string): Promise<number> {
  let query = tx
    .selectFrom('petitions')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('registered_at', '>', since)
  query =
    key === undefined
      ? query.where('person_id', 'is', null).where('came_by', '=', 'portal')
      : query.where('sender_key', '=', key)
  return (await query.executeTakeFirstOrThrow()).count
}

export async function getPetition(tx: Tx, id: string): Promise<Petition> {
  const row = isId(id)
    ? await tx.selectFrom('petitions').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return petitionOf(row)
}

export async function lockPetition(tx: Tx, id: string): Promise<Petition> {
  if (!isId(id)) throw new NotFound()
  const row = await tx.selectFrom('petitions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw new NotFound()
  return petitionOf(row)
}

export async function findByNumber(
  tx: Tx,
  { number, year }: { number: number; year: number },
): Promise<Petition | undefined> {
  const row = await tx
    .selectFrom('petitions')
    .selectAll()
    .where('year', '=', year)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && petitionOf(row)
}

export type PetitionChange = Partial<
  Pick<
    PetitionsTable,
    'held_because' | 'state' | 'assigned_to' | 'concerned_officer' | 'result' | 'result_by' | 'result_at'
  >
>

export async function changePetition(tx: Tx, id: string, change: PetitionChange): Promise<void> {
  await tx.updateTable('petitions').set(change).where('id', '=', id).execute()
}

const MOST_LISTED = 200
const OPEN_STATES: readonly PetitionState[] = ['registered', 'handling', 'explaining']

export type DeskView = 'open' | 'mine' | 'held' | 'closed'

/** Who looks, and what they may see. */
export interface Looking {
  officerId: string
  /** Undefined: all of them; else only what this officer has. */
  only: 'all' | 'assigned'
  complaints: boolean
}

function seenBy(tx: Tx, { officerId, only, complaints }: Looking) {
  return tx.selectFrom('petitions').where((where) => {
    const mine = where('assigned_to', '=', officerId)
    const others = complaints ? where.val(true) : where('subject', '!=', 'officer')
    return where.and([
      where.or([where('concerned_officer', 'is', null), where('concerned_officer', '!=', officerId)]),
      only === 'assigned' ? mine : where.or([mine, others]),
    ])
  })
}

/** What waits, the earliest last day first; or what is done, the latest first. Nothing about whoever looks. R-224 */
export async function listPetitions(tx: Tx, view: DeskView, looking: Looking): Promise<Petition[]> {
  const seen = seenBy(tx, view === 'mine' ? { ...looking, only: 'assigned' } : looking)
  const query =
    view === 'closed'
      ? seen.where('state', 'not in', OPEN_STATES).orderBy('registered_at', 'desc')
      : seen
          .where('state', 'in', OPEN_STATES)
          .where('held_because', view === 'held' ? 'is not' : 'is', null)
          .orderBy('due_on')
          .orderBy('id')
  return (await query.selectAll().limit(MOST_LISTED).execute()).map(petitionOf)
}

export async function countPetitions(tx: Tx, looking: Looking): Promise<Record<'open' | 'mine' | 'held', number>> {
  return seenBy(tx, looking)
    .where('state', 'in', OPEN_STATES)
    .select((of) => [
      of.fn.countAll<number>().filterWhere('held_because', 'is', null).as('open'),
      of.fn.countAll<number>().filterWhere('held_because', 'is not', null).as('held'),
      of.fn
        .countAll<number>()
        .filterWhere((where) =>
          where.and([where('assigned_to', '=', looking.officerId), where('held_because', 'is', null)]),
        )
        .as('mine'),
    ])
    .executeTakeFirstOrThrow()
}

/** Everything open, for those who remind. */
export async function listOpenPetitions(tx: Tx): Promise<Petition[]> {
  const rows = await tx
    .selectFrom('petitions')
    .selectAll()
    .where('state', 'in', OPEN_STATES)
    .orderBy('due_on')
    .execute()
  return rows.map(petitionOf)
}

export async function listPetitionsOf(tx: Tx, personId: string): Promise<Petition[]> {
  const rows = await tx
    .selectFrom('petitions')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('registered_at', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(petitionOf)
}
