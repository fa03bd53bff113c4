import type { JSONColumnType } from 'kysely'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Keys, RegistryName } from '../registries/lookup.ts'
import type { QuestionRow } from '../registries/question.ts'

interface RegistryQuestionsTable {
  procedure_code: string
  component: string
  registry: RegistryName
  keys: JSONColumnType<Keys>
  basis: string
  in_force_from: string
  in_force_to: string | null
}

declare module '#platform/db/index.ts' {
  interface Tables {
    registry_questions: RegistryQuestionsTable
  }
}

/** What is asked of registries for a procedure on that day. */
export async function listQuestions(tx: Tx, procedureCode: string, on: LocalDate): Promise<QuestionRow[]> {
  return tx
    .selectFrom('registry_questions')
    .select(['component', 'registry', 'keys', 'basis'])
    .where('procedure_code', '=', procedureCode)
    .where('in_force_from', '<=', on)
    .where((where) => where.or([where('in_force_to', 'is', null), where('in_force_to', '>', on)]))
    .orderBy('component')
    .execute()
}
