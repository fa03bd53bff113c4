import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel/local-date.ts'
import { daysOf, NOTHING_WANTED, type Reminder, stateOf } from './reminder.ts'
import { SHIPPED_RULES } from './shipped-rules.ts'
import { readRule } from './typed-rule.ts'

const day = localDate
const rule = (code: string) => SHIPPED_RULES.find((one) => one.code === code) as (typeof SHIPPED_RULES)[number]

test.each([
  [
    'a paper of six months, a month before it runs out',
    'marriage-status-expires',
    '2026-11-25',
    '2027-04-25',
    '2027-05-25',
    '2027-05-25',
  ],
  [
    'six months end with the month where it is shorter',
    'marriage-status-expires',
    '2026-08-31',
    '2027-01-29',
    '2027-02-28',
    '2027-02-28',
  ],
  [
    'sixty days for a step, said after fifteen',
    'child-residence-follows',
    '2026-11-25',
    '2026-12-10',
    '2027-01-24',
    '2027-02-23',
  ],
])('R-160: %s', (_rule, code, resultOn, remindOn, mattersOn, staleOn) => {
  expect(daysOf(rule(code), day(resultOn))).toEqual({ remindOn, mattersOn, staleOn })
})

test('what is to be said before there was a result is said with it', () => {
  const short = { ...rule('marriage-status-expires'), after: { months: 0, days: 10 } }
  expect(daysOf(short, day('2026-11-25'))).toMatchObject({ remindOn: '2026-11-25', mattersOn: '2026-12-05' })
})

test('every shipped rule is whole, in both languages, and names its basis', () => {
  for (const { code, kind, procedureCode, after, leadDays, says, basis, nextProcedure } of SHIPPED_RULES) {
    const typed = {
      ...{ kind, procedureCode, nextProcedure: nextProcedure ?? '', leadDays: String(leadDays) },
      ...{ months: String(after.months), days: String(after.days) },
      ...{ saysVi: says.vi, saysEn: says.en, basisVi: basis.vi, basisEn: basis.en },
    }
    expect(readRule(typed, code), code).toHaveProperty('rule')
    expect([says.vi, says.en].every((text) => text.includes('{day}'))).toBe(true)
  }
})

describe('what becomes of it', () => {
  const reminder = { kind: 'expires', staleOn: day('2027-05-25') } as Reminder
  test.each([
    ['nobody is reminded who has not asked', reminder, NOTHING_WANTED, 'unwanted'],
    ['who has asked is', reminder, { ...NOTHING_WANTED, expires: true }, 'coming'],
    ['another kind is another wish', reminder, { ...NOTHING_WANTED, follows: true }, 'unwanted'],
    ['once told it is told', { ...reminder, toldAt: new Date() }, NOTHING_WANTED, 'told'],
    ['removed is removed', { ...reminder, dismissedAt: new Date() }, { ...NOTHING_WANTED, expires: true }, 'dismissed'],
    ['too late is past', { ...reminder, staleOn: day('2026-11-25') }, { ...NOTHING_WANTED, expires: true }, 'past'],
  ])('%s', (_rule, one, choices, state) => {
    expect(stateOf(one as Reminder, choices, day('2026-11-25'))).toBe(state)
  })
})
