import { type GeneratedAlways, type RawBuilder, type Selectable, sql } from 'kysely'
import { isId, newId } from '#kernel/id.ts'
import { fold } from '#kernel/vietnamese.ts'
import type { Tables, Tx } from '#platform/db/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import type { PublishedAnswer } from '../question.ts'
import { mostAlike, tellingWords } from '../similar.ts'

interface PublishedAnswersTable {
  agency_id: number
  id: string
  question_id: string
  procedure_code: string | null
  language: Language
  question: string
  answer: string
  folded_question: string
  folded_answer: string
  search: GeneratedAlways<string>
  dismissed: string[]
  published_by: string
  published_at: Date
  withdrawn_by: string | null
  withdrawn_at: Date | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    published_answers: PublishedAnswersTable
  }
}

const COLUMNS = ['id', 'procedure_code', 'language', 'question', 'answer', 'published_at'] as const

type Row = Pick<Selectable<Tables['published_answers']>, (typeof COLUMNS)[number]>

function publishedOf(row: Row): PublishedAnswer {
  const { id, language, question, answer } = row
  return {
    ...{ id, language, question, answer },
    procedureCode: row.procedure_code ?? undefined,
    publishedAt: row.published_at,
  }
}

const live = (tx: Tx) => tx.selectFrom('published_answers').select(COLUMNS).where('withdrawn_at', 'is', null)

/** Words for PostgreSQL: letters and digits only, so that nothing typed is read as an operator. */
function tsquery(words: readonly string[], join: '&' | '|'): RawBuilder<string> {
  return sql<string>`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(` ${join} `)})`
}

export const PER_PAGE = 20

export interface PublishedAsked {
  query: string
  procedureCode?: string | undefined
  page: number
}

export interface PublishedList {
  answers: PublishedAnswer[]
  count: number
}

/** The words that are searched: those that tell something, or all when none does. */
function searched(query: string): string[] {
  const telling = tellingWords(query)
  return telling.length > 0 ? telling : (fold(query).match(/[a-z0-9]+/g) ?? []).slice(0, 10)
}

/** A page of what is published; with words, those that have them all, the best first. Marks make no difference. R-169 */
export async function listPublished(tx: Tx, { query, procedureCode, page }: PublishedAsked): Promise<PublishedList> {
  const words = searched(query)
  if (query !== '' && words.length === 0) return { answers: [], count: 0 }
  let found = tx.selectFrom('published_answers').where('withdrawn_at', 'is', null)
  if (procedureCode !== undefined) found = found.where('procedure_code', '=', procedureCode)
  if (words.length > 0) found = found.where(sql<boolean>`search @@ ${tsquery(words, '&')}`)
  const { count } = await found.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  let ordered = found.select(COLUMNS)
  if (words.length > 0) ordered = ordered.orderBy(sql`ts_rank_cd(search, ${tsquery(words, '&')})`, 'desc')
  const rows = await ordered
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .limit(PER_PAGE)
    .offset((page - 1) * PER_PAGE)
    .execute()
  return { answers: rows.map(publishedOf), count }
}

const CANDIDATES = 100

/** Answered questions that are much like the one being asked; those about the same procedure come first among equals. */
export async function findSimilar(
  tx: Tx,
  asked: { body: string; procedureCode?: string | undefined },
  most = 5,
): Promise<PublishedAnswer[]> {
  const words = tellingWords(asked.body)
  if (words.length === 0) return []
  const rows = await live(tx)
    .where(sql<boolean>`search @@ ${tsquery(words, '|')}`)
    .orderBy(sql`procedure_code = ${asked.procedureCode ?? null}`, (order) => order.desc().nullsLast())
    .orderBy(sql`ts_rank(search, ${tsquery(words, '|')})`, 'desc')
    .limit(CANDIDATES)
    .execute()
  return mostAlike(asked.body, rows.map(publishedOf), most)
}

/** What has been answered about one procedure, the latest first, in the reader's language before the other. */
export async function answersAbout(
  tx: Tx,
  procedureCode: string,
  { language, most }: { language: Language; most: number },
): Promise<PublishedAnswer[]> {
  const rows = await live(tx)
    .where('procedure_code', '=', procedureCode)
    .orderBy(sql`language = ${language}`, 'desc')
    .orderBy('published_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(publishedOf)
}

export async function findPublished(tx: Tx, id: string): Promise<PublishedAnswer | undefined> {
  const row = isId(id) ? await live(tx).where('id', '=', id).executeTakeFirst() : undefined
  return row && publishedOf(row)
}

/** What stands published of a question now. */
export async function findPublishedOf(tx: Tx, questionId: string): Promise<PublishedAnswer | undefined> {
  const row = await live(tx).where('question_id', '=', questionId).executeTakeFirst()
  return row && publishedOf(row)
}

export interface NewPublished {
  agencyId: number
  questionId: string
  procedureCode: string | undefined
  language: Language
  question: string
  answer: string
  dismissed: readonly string[]
  officerId: string
  at: Date
}

/** Publishes; what stood there of the same question is withdrawn before. Returns its id. */
export async function publish(tx: Tx, one: NewPublished): Promise<string> {
  await withdraw(tx, one)
  const id = newId()
  await tx
    .insertInto('published_answers')
    .values({
      agency_id: one.agencyId,
      id,
      question_id: one.questionId,
      procedure_code: one.procedureCode ?? null,
      language: one.language,
      question: one.question,
      answer: one.answer,
      folded_question: fold(one.question),
      folded_answer: fold(one.answer),
      dismissed: [...one.dismissed],
      published_by: one.officerId,
      published_at: one.at,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .execute()
  return id
}

export async function withdraw(
  tx: Tx,
  { questionId, officerId, at }: Pick<NewPublished, 'questionId' | 'officerId' | 'at'>,
): Promise<void> {
  await tx
    .updateTable('published_answers')
    .set({ withdrawn_by: officerId, withdrawn_at: at })
    .where('question_id', '=', questionId)
    .where('withdrawn_at', 'is', null)
    .execute()
}
