import { REMINDER_KINDS, type ReminderRule } from './reminder.ts'

/** The boxes of a rule, as typed. */
export interface TypedRule {
  kind: string
  procedureCode: string
  months: string
  days: string
  leadDays: string
  saysVi: string
  saysEn: string
  basisVi: string
  basisEn: string
  nextProcedure: string
}

export type RuleProblem = Exclude<keyof TypedRule, 'months' | 'days'> | 'after'

export const LONGEST_SAYING = 300

const CODE = /^\d{1,2}\.\d{6}$/

/** Whole, not negative, not more than the most; undefined otherwise. An empty box is 0. */
function numberIn(text: string, most: number): number | undefined {
  if (text === '') return 0
  return /^\d{1,4}$/.test(text) && Number(text) <= most ? Number(text) : undefined
}

/** A rule in both languages with its basis, or what is wrong with it. */
export function readRule(typed: TypedRule, code: string): { rule: ReminderRule } | { problems: RuleProblem[] } {
  const kind = REMINDER_KINDS.find((one) => one === typed.kind)
  const [months, days, leadDays] = [
    numberIn(typed.months, 600),
    numberIn(typed.days, 3660),
    numberIn(typed.leadDays, 366),
  ]
  const texts = (['saysVi', 'saysEn', 'basisVi', 'basisEn'] as const).filter(
    (name) => typed[name] === '' || typed[name].length > LONGEST_SAYING,
  )
  const problems: RuleProblem[] = [
    ...(kind ? [] : (['kind'] as const)),
    ...(CODE.test(typed.procedureCode) ? [] : (['procedureCode'] as const)),
    ...(months === undefined || days === undefined || months + days === 0 ? (['after'] as const) : []),
    ...(leadDays === undefined ? (['leadDays'] as const) : []),
    ...texts,
    ...(typed.nextProcedure === '' || CODE.test(typed.nextProcedure) ? [] : (['nextProcedure'] as const)),
  ]
  if (!kind || problems.length > 0) return { problems }
  return {
    rule: {
      ...{ code, kind, procedureCode: typed.procedureCode, leadDays: leadDays ?? 0 },
      after: { months: months ?? 0, days: days ?? 0 },
      says: { vi: typed.saysVi, en: typed.saysEn },
      basis: { vi: typed.basisVi, en: typed.basisEn },
      nextProcedure: typed.nextProcedure || undefined,
    },
  }
}
