import { addDays, addMonths, type LocalDate } from '#kernel/local-date.ts'
import type { Bilingual, Language } from '#platform/i18n/index.ts'

/** `expires`: a paper runs out. `follows`: a step people take next. */
export const REMINDER_KINDS = ['expires', 'follows'] as const
export type ReminderKind = (typeof REMINDER_KINDS)[number]

/** A rule, as data: what follows from a result of one procedure. */
export interface ReminderRule {
  /** `marriage-status-expires` */
  code: string
  kind: ReminderKind
  procedureCode: string
  /** Counted from the day of the result to the day it is about. */
  after: { months: number; days: number }
  /** So many days before that day a person is told. */
  leadDays: number
  /** `{day}` stands for the day it is about. */
  says: Bilingual
  /** Where it is written that it is so. */
  basis: Bilingual
  nextProcedure?: string | undefined
}

/** What is known of a finished dossier. */
export interface Finished {
  agencyId: number
  personId: string
  dossierId: string
  ref: string
  procedureCode: string
  procedureName: Bilingual
  language: Language
  resultOn: LocalDate
}

export interface ReminderDays {
  remindOn: LocalDate
  mattersOn: LocalDate
  staleOn: LocalDate
}

/** A step people take next is worth a word for so long after its day. */
const DAYS_FOR_NEXT_STEP = 30

/** The day it is about, when to say so, and from when it would come too late. */
export function daysOf({ kind, after, leadDays }: ReminderRule, resultOn: LocalDate): ReminderDays {
  const mattersOn = addDays(addMonths(resultOn, after.months), after.days)
  const early = addDays(mattersOn, -leadDays)
  const remindOn = early < resultOn ? resultOn : early
  const staleOn = kind === 'expires' ? mattersOn : addDays(mattersOn, DAYS_FOR_NEXT_STEP)
  return { mattersOn, remindOn, staleOn }
}

/** A reminder that was made: it has the rule's words of the day. */
export interface Reminder extends Omit<Finished, 'procedureCode'>, ReminderDays {
  id: string
  ruleCode: string
  kind: ReminderKind
  says: Bilingual
  basis: Bilingual
  nextProcedure: string | undefined
  toldAt: Date | undefined
  dismissedAt: Date | undefined
}

/** Which kinds a person has asked for. */
export type ReminderChoices = Readonly<Record<ReminderKind, boolean>>

export const NOTHING_WANTED: ReminderChoices = { expires: false, follows: false }

export type ReminderState = 'told' | 'dismissed' | 'past' | 'coming' | 'unwanted'

/** What has become, or will become, of it. */
export function stateOf(reminder: Reminder, choices: ReminderChoices, today: LocalDate): ReminderState {
  if (reminder.dismissedAt) return 'dismissed'
  if (reminder.toldAt) return 'told'
  if (today >= reminder.staleOn) return 'past'
  return choices[reminder.kind] ? 'coming' : 'unwanted'
}

/** What the rule says, with its day written out. */
export function sayReminder({ says, mattersOn }: Pick<Reminder, 'says' | 'mattersOn'>, language: Language): string {
  const [year, month, day] = mattersOn.split('-')
  return says[language].replaceAll('{day}', `${day}/${month}/${year}`)
}
