import type { Selectable } from 'kysely'
import { NotFound } from '#kernel/errors.ts'
import { isId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { HeldBecause } from '../../hold.ts'
import type { Question } from '../question.ts'

interface QuestionsTable {
  agency_id: number
  id: string
  procedure_code: string | null
  language: Language
  body: string
  asker_name: string
  person_id: string | null
  email: string | null
  sender_key: string
  asked_at: Date
  due_on: LocalDate
  held_because: HeldBecause | null
  assigned_to: string | null
  assigned_at: Date | null
  draft: string
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
  set_aside_because: string | null
  set_aside_by: string | null
  set_aside_at: Date | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    questions: QuestionsTable
  }
}

function questionOf(row: Selectable<Tables['questions']>): Question {
  return {
    id: row.id,
    agencyId: row.agency_id,
    procedureCode: row.procedure_code ?? undefined,
    language: row.language,
    body: row.body,
    askerName: row.asker_name,
    personId: row.person_id ?? undefined,
    email: row.email ?? undefined,
    askedAt: row.asked_at,
    dueOn: row.due_on,
    heldBecause: row.held_because ?? undefined,
    assignedTo: row.assigned_to ?? undefined,
    draft: row.draft,
    answer: row.answer ?? undefined,
    answeredAt: row.answered_at ?? undefined,
    answeredBy: row.answered_by ?? undefined,
    setAsideBecause: row.set_aside_because ?? undefined,
    setAsideAt: row.set_aside_at ?? undefined,
  }
}

export type NewQuestion = Pick<
  Question,
  'id' | 'agencyId' | 'procedureCode' | 'language' | 'body' | 'askerName' | 'personId' | 'email' | 'askedAt' | 'dueOn'
> & { senderKey: string; heldBecause: HeldBecause | undefined }

/** False when the same question is there already: a proof used twice asks once. */
export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('questions')
    .values({
      agency_id: question.agencyId,
      id: question.id,
      procedure_code: question.procedureCode ?? null,
      language: question.language,
      body: question.body,
      asker_name: question.askerName,
      person_id: question.personId ?? null,
      email: question.email ?? null,
      sender_key: question.senderKey,
      asked_at: question.askedAt,
      due_on: question.dueOn,
      held_because: question.heldBecause ?? null,
      assigned_to: null,
      assigned_at: null,
      draft: '',
      answer: null,
      answered_by: null,
      answered_at: null,
      set_aside_because: null,
      set_aside_by: null,
      set_aside_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** What one sender, or everybody whom nothing vouches for, has asked since a moment. */
export async function countAsked(tx: Tx, since: Date, key?: string): Promise<number> {
  let query = tx
    .selectFrom('questions')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('asked_at', '>', since)
  // A question without a person behind it has an address that is proven: nobody who asks is unknown.
  query = key === undefined ? query.where((of) => of.val(false)) : query.where('sender_key', '=', key)
  return (await query.executeTakeFirstOrThrow()).count
}

export async function getQuestion(tx: Tx, id: string): Promise<Question> {
  const row = isId(id)
    ? await tx.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return questionOf(row)
}

export async function lockQuestion(tx: Tx, id: string): Promise<Question> {
  const row = isId(id)
    ? await tx.selectFrom('questions').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return questionOf(row)
}

export type QuestionChange = Partial<
  Pick<
    QuestionsTable,
    | 'held_because'
    | 'assigned_to'
    | 'assigned_at'
    | 'draft'
    | 'answer'
    | 'answered_by'
    | 'answered_at'
    | 'set_aside_because'
    | 'set_aside_by'
    | 'set_aside_at'
  >
>

export async function changeQuestion(tx: Tx, id: string, change: QuestionChange): Promise<void> {
  await tx.updateTable('questions').set(change).where('id', '=', id).execute()
}

const MOST_LISTED = 200

export type DeskView = 'open' | 'mine' | 'held' | 'closed'

function openQuestions(tx: Tx) {
  return tx.selectFrom('questions').where('answer', 'is', null).where('set_aside_at', 'is', null)
}

/** What waits, the earliest last day first; or what is done, the latest first. `officerId`: only what that officer has. */
export async function listQuestions(tx: Tx, view: DeskView, officerId?: string): Promise<Question[]> {
  let query =
    view === 'closed'
      ? tx
          .selectFrom('questions')
          .where((of) => of.or([of('answer', 'is not', null), of('set_aside_at', 'is not', null)]))
          .orderBy('asked_at', 'desc')
      : openQuestions(tx)
          .where('held_because', view === 'held' ? 'is not' : 'is', null)
          .orderBy('due_on')
          .orderBy('id')
  if (officerId !== undefined) query = query.where('assigned_to', '=', officerId)
  return (await query.selectAll().limit(MOST_LISTED).execute()).map(questionOf)
}

/** How many wait in each view of the desk. */
export async function countOpen(tx: Tx, officerId: string): Promise<Record<'open' | 'mine' | 'held', number>> {
  const counted = await openQuestions(tx)
    .select((of) => [
      of.fn.countAll<number>().filterWhere('held_because', 'is', null).as('open'),
      of.fn.countAll<number>().filterWhere('held_because', 'is not', null).as('held'),
      of.fn
        .countAll<number>()
        .filterWhere((where) => where.and([where('assigned_to', '=', officerId), where('held_because', 'is', null)]))
        .as('mine'),
    ])
    .executeTakeFirstOrThrow()
  return counted
}

/** What a person has asked, the latest first. */
export async function listQuestionsOf(tx: Tx, personId: string): Promise<Question[]> {
  const rows = await tx
    .selectFrom('questions')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('asked_at', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(questionOf)
}
