import type { JSONColumnType, Selectable } from 'kysely'
import { newId } from '#kernel/id.ts'
import type { LocalDate } from '#kernel/local-date.ts'
import type { Tx } from '#platform/db/index.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'
import {
  daysOf,
  type Finished,
  NOTHING_WANTED,
  type Reminder,
  type ReminderChoices,
  type ReminderKind,
  type ReminderRule,
} from './reminder.ts'

interface ReminderRulesTable {
  agency_id: number
  code: string
  kind: ReminderKind
  procedure_code: string
  after_months: number
  after_days: number
  lead_days: number
  says: JSONColumnType<Bilingual>
  basis: JSONColumnType<Bilingual>
  next_procedure: string | null
  state: 'on' | 'off'
  changed_by: string
  changed_at: Date
}

interface RemindersTable {
  agency_id: number
  id: string
  person_id: string
  rule_code: string
  kind: ReminderKind
  dossier_id: string
  ref: string
  procedure_name: JSONColumnType<Bilingual>
  language: Language
  says: JSONColumnType<Bilingual>
  basis: JSONColumnType<Bilingual>
  next_procedure: string | null
  result_on: LocalDate
  remind_on: LocalDate
  matters_on: LocalDate
  stale_on: LocalDate
  told_at: Date | null
  dismissed_at: Date | null
}

interface ReminderChoicesTable {
  agency_id: number
  person_id: string
  kind: ReminderKind
  wanted: boolean
  chosen_at: Date
}

declare module '#platform/db/index.ts' {
  interface Tables {
    reminder_rules: ReminderRulesTable
    reminders: RemindersTable
    reminder_choices: ReminderChoicesTable
  }
}

/** A rule of the agency's own, on or off. */
export interface KeptRule extends ReminderRule {
  state: 'on' | 'off'
}

export async function listOwnRules(tx: Tx): Promise<KeptRule[]> {
  const rows = await tx.selectFrom('reminder_rules').selectAll().orderBy('code').execute()
  return rows.map((row) => ({
    code: row.code,
    kind: row.kind,
    procedureCode: row.procedure_code,
    after: { months: row.after_months, days: row.after_days },
    leadDays: row.lead_days,
    says: row.says,
    basis: row.basis,
    nextProcedure: row.next_procedure ?? undefined,
    state: row.state,
  }))
}

export async function keepRule(
  tx: Tx,
  rule: KeptRule,
  { agencyId, by, at }: { agencyId: number; by: string; at: Date },
): Promise<void> {
  const row = {
    kind: rule.kind,
    procedure_code: rule.procedureCode,
    after_months: rule.after.months,
    after_days: rule.after.days,
    lead_days: rule.leadDays,
    says: JSON.stringify(rule.says),
    basis: JSON.stringify(rule.basis),
    next_procedure: rule.nextProcedure ?? null,
    state: rule.state,
    changed_by: by,
    changed_at: at,
  }
  await tx
    .insertInto('reminder_rules')
    .values({ agency_id: agencyId, code: rule.code, ...row })
    .onConflict((conflict) => conflict.columns(['agency_id', 'code']).doUpdateSet(row))
    .execute()
}

/** One for a dossier and rule, however often it is told. */
export async function insertReminder(tx: Tx, finished: Finished, rule: ReminderRule): Promise<void> {
  const { remindOn, mattersOn, staleOn } = daysOf(rule, finished.resultOn)
  await tx
    .insertInto('reminders')
    .values({
      agency_id: finished.agencyId,
      id: newId(),
      person_id: finished.personId,
      rule_code: rule.code,
      kind: rule.kind,
      dossier_id: finished.dossierId,
      ref: finished.ref,
      procedure_name: JSON.stringify(finished.procedureName),
      language: finished.language,
      says: JSON.stringify(rule.says),
      basis: JSON.stringify(rule.basis),
      next_procedure: rule.nextProcedure ?? null,
      result_on: finished.resultOn,
      remind_on: remindOn,
      matters_on: mattersOn,
      stale_on: staleOn,
      told_at: null,
      dismissed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

function reminderOf(row: Selectable<RemindersTable>): Reminder {
  return {
    agencyId: row.agency_id,
    id: row.id,
    personId: row.person_id,
    ruleCode: row.rule_code,
    kind: row.kind,
    dossierId: row.dossier_id,
    ref: row.ref,
    procedureName: row.procedure_name,
    language: row.language,
    says: row.says,
    basis: row.basis,
    nextProcedure: row.next_procedure ?? undefined,
    resultOn: row.result_on,
    remindOn: row.remind_on,
    mattersOn: row.matters_on,
    staleOn: row.stale_on,
    toldAt: row.told_at ?? undefined,
    dismissedAt: row.dismissed_at ?? undefined,
  }
}

const MOST_LISTED = 200

/** What is coming first. */
export async function listReminders(tx: Tx, personId: string): Promise<Reminder[]> {
  const rows = await tx
    .selectFrom('reminders')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('matters_on', 'desc')
    .limit(MOST_LISTED)
    .execute()
  return rows.map(reminderOf)
}

/** Those to be told on this day: asked for, not told, not too late. */
export async function listDue(tx: Tx, today: LocalDate): Promise<Reminder[]> {
  const rows = await tx
    .selectFrom('reminders as reminder')
    .innerJoin('reminder_choices as choice', (join) =>
      join
        .onRef('choice.person_id', '=', 'reminder.person_id')
        .onRef('choice.kind', '=', 'reminder.kind')
        .on('choice.wanted', '=', true),
    )
    .selectAll('reminder')
    .where('reminder.remind_on', '<=', today)
    .where('reminder.stale_on', '>', today)
    .where('reminder.told_at', 'is', null)
    .where('reminder.dismissed_at', 'is', null)
    .orderBy('reminder.remind_on')
    .execute()
  return rows.map(reminderOf)
}

export async function markTold(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('reminders').set({ told_at: at }).where('id', '=', id).where('told_at', 'is', null).execute()
}

/** This one is not wanted, whatever its kind. */
export async function dismiss(tx: Tx, of: { id: string; personId: string; at: Date }): Promise<void> {
  await tx
    .updateTable('reminders')
    .set({ dismissed_at: of.at })
    .where('id', '=', of.id)
    .where('person_id', '=', of.personId)
    .where('dismissed_at', 'is', null)
    .execute()
}

export async function findChoices(tx: Tx, personId: string): Promise<ReminderChoices> {
  const rows = await tx
    .selectFrom('reminder_choices')
    .select(['kind', 'wanted'])
    .where('person_id', '=', personId)
    .execute()
  return { ...NOTHING_WANTED, ...Object.fromEntries(rows.map(({ kind, wanted }) => [kind, wanted])) }
}

export async function keepChoice(
  tx: Tx,
  whom: { agencyId: number; personId: string },
  { kind, wanted, at }: { kind: ReminderKind; wanted: boolean; at: Date },
): Promise<void> {
  await tx
    .insertInto('reminder_choices')
    .values({ agency_id: whom.agencyId, person_id: whom.personId, kind, wanted, chosen_at: at })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'person_id', 'kind']).doUpdateSet({ wanted, chosen_at: at }),
    )
    .execute()
}
