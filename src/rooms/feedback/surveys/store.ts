import type { Generated, JSONColumnType, Selectable } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Bilingual } from '#platform/i18n/index.ts'
import type { Access, Question, Survey, SurveyAnswers, SurveySettings, SurveyState } from './survey.ts'

interface SurveysTable {
  agency_id: number
  id: string
  title: JSONColumnType<Bilingual>
  lead: JSONColumnType<Bilingual>
  consent: JSONColumnType<Bilingual>
  questions: JSONColumnType<readonly Question[]>
  access: Access
  opens_on: LocalDate
  closes_on: LocalDate
  state: Generated<SurveyState>
  invitations: Generated<number>
  created_by: string
  created_at: Date
  published_at: Date | null
  closed_at: Date | null
}

interface SurveyTakersTable {
  agency_id: number
  survey_id: string
  taker: string
}

interface SurveyAnswersTable {
  agency_id: number
  survey_id: string
  id: string
  answers: JSONColumnType<SurveyAnswers>
}

declare module '#platform/db/index.ts' {
  interface Tables {
    surveys: SurveysTable
    survey_takers: SurveyTakersTable
    survey_answers: SurveyAnswersTable
  }
}

function surveyOf(row: Selectable<SurveysTable>): Survey {
  return {
    agencyId: row.agency_id,
    id: row.id,
    title: row.title,
    lead: row.lead,
    consent: row.consent,
    questions: row.questions,
    access: row.access,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    state: row.state,
    invitations: row.invitations,
  }
}

function settingsColumns({ title, lead, consent, access, opensOn, closesOn }: SurveySettings) {
  return {
    title: JSON.stringify(title),
    lead: JSON.stringify(lead),
    consent: JSON.stringify(consent),
    access,
    opens_on: opensOn,
    closes_on: closesOn,
  }
}

interface Made {
  agencyId: number
  id: string
  by: string
  at: Date
}

export async function insertSurvey(tx: Tx, { agencyId, id, by, at }: Made, settings: SurveySettings): Promise<void> {
  await tx
    .insertInto('surveys')
    .values({
      agency_id: agencyId,
      id,
      questions: '[]',
      created_by: by,
      created_at: at,
      published_at: null,
      closed_at: null,
      ...settingsColumns(settings),
    })
    .execute()
}

export async function findSurvey(tx: Tx, id: string): Promise<Survey | undefined> {
  const row = await tx.selectFrom('surveys').selectAll().where('id', '=', id).executeTakeFirst()
  return row && surveyOf(row)
}

export async function lockSurvey(tx: Tx, id: string): Promise<Survey | undefined> {
  const row = await tx.selectFrom('surveys').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && surveyOf(row)
}

const MOST_LISTED = 200

/** The newest first. */
export async function listSurveys(tx: Tx): Promise<Survey[]> {
  const rows = await tx.selectFrom('surveys').selectAll().orderBy('created_at', 'desc').limit(MOST_LISTED).execute()
  return rows.map(surveyOf)
}

export async function changeSettings(tx: Tx, id: string, settings: SurveySettings): Promise<void> {
  await tx.updateTable('surveys').set(settingsColumns(settings)).where('id', '=', id).execute()
}

export async function changeQuestions(tx: Tx, id: string, questions: readonly Question[]): Promise<void> {
  await tx
    .updateTable('surveys')
    .set({ questions: JSON.stringify(questions) })
    .where('id', '=', id)
    .execute()
}

export async function markPublished(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('surveys').set({ state: 'published', published_at: at }).where('id', '=', id).execute()
}

export async function markClosed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('surveys').set({ state: 'closed', closed_at: at }).where('id', '=', id).execute()
}

export async function setInvitations(tx: Tx, id: string, invitations: number): Promise<void> {
  await tx.updateTable('surveys').set({ invitations }).where('id', '=', id).execute()
}

/** False when this taker has answered already. */
export async function claimAnswer(tx: Tx, { agencyId, id }: Survey, taker: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('survey_takers')
    .values({ agency_id: agencyId, survey_id: id, taker })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function hasAnswered(tx: Tx, surveyId: string, taker: string): Promise<boolean> {
  const row = await tx
    .selectFrom('survey_takers')
    .select('taker')
    .where('survey_id', '=', surveyId)
    .where('taker', '=', taker)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertAnswers(
  tx: Tx,
  { agencyId, id }: Survey,
  given: { id: string; answers: SurveyAnswers },
): Promise<void> {
  await tx
    .insertInto('survey_answers')
    .values({ agency_id: agencyId, survey_id: id, id: given.id, answers: JSON.stringify(given.answers) })
    .execute()
}

/** All of them, in no order of time. */
export async function listAnswers(tx: Tx, surveyId: string): Promise<SurveyAnswers[]> {
  const rows = await tx
    .selectFrom('survey_answers')
    .select('answers')
    .where('survey_id', '=', surveyId)
    .orderBy('id')
    .execute()
  return rows.map(({ answers }) => answers)
}
