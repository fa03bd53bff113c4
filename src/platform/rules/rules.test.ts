import { describe, expect, test } from 'vitest'
import type { LocalDate } from '#kernel/local-date.ts'
import { checkRule, compileRule, RuleError } from './index.ts'

const context = {
  married: true,
  copies: 3,
  purpose: 'marriage',
  bornOn: '1998-03-12',
  papers: ['a', 'b'],
  applicant: { kind: 'person', bornOn: '1998-03-12' },
  tên: 'Đặng',
  nothing: null,
}
const names = Object.keys(context)
const today = '2026-11-25' as LocalDate

function say(source: string) {
  return compileRule(source, names).evaluate(context, today)
}

test.each([
  ['married', true],
  ['married = true and copies > 2', true],
  ['copies * 8000', 24_000],
  ['2 + 3 * 4 - -1', 15],
  ['(2 + 3) * 4', 20],
  ['0.1 + 0.2', 0.3],
  ['1 / 0', null],
  ['9007199254740991 + 1', null],
  ['if purpose = "marriage" then 1 else copies', 1],
  ['if nothing then 1 else 2', 2],
  ['purpose in ("marriage", "loan")', true],
  ['purpose in ["loan"]', false],
  ['copies in [1..3]', true],
  ['copies in [1..3)', false],
  ['copies in ]3..9[', false],
  ['copies in (1, [3..4])', true],
  ['copies in (2 + 1)', true],
  ['copies between 1 and 3', true],
  ['bornOn < date("2000-01-01")', true],
  ['bornOn in [date("1998-01-01")..date("1998-12-31")]', true],
  ['age(bornOn)', 28],
  ['age(bornOn, date("2026-03-11"))', 27],
  ['age(bornOn, date("2026-03-12"))', 28],
  ['today()', '2026-11-25'],
  ['add months(date("2026-01-31"), 1)', '2026-02-28'],
  ['add days(today(), 7)', '2026-12-02'],
  ['add days("yesterday", 7)', null],
  ['count(papers)', 2],
  ['list contains(papers, "b")', true],
  ['some p in papers satisfies p = "b"', true],
  ['every p in papers satisfies p = "b"', false],
  ['applicant.kind = "person"', true],
  ['tên', 'Đặng'],
  ['tên = "Đặng"', true],
  ['starts with(tên, "Đ")', true],
  ['string length("Đặng")', 4],
  ['max(copies, 1)', 3],
  ['sum([1, 2, copies])', 6],
  ['not(married)', false],
  ['not(nothing)', null],
  ['nothing and false', false],
  ['nothing or true', true],
  ['nothing and true', null],
  ['nothing = null', true],
  ['nothing < 1', null],
  ['copies < "a"', null],
  ['copies = "3"', null],
  ['"a\\"b"', 'a"b'],
])('%s is %j', (source, value) => {
  expect(say(source)).toEqual(value)
})

test.each([
  ['', 'the rule is empty (at 1)'],
  ['maried', 'nothing is called “maried”; did you mean “married”? (at 1)'],
  ['copies > 1 and size = 2', 'nothing is called “size” (at 16)'],
  ['applicant.age', '“applicant” has no “age” (at 1)'],
  ['matches(purpose, "^(a+)+$")', 'no function is called “matches” (at 1)'],
  ['conut(papers)', 'no function is called “conut”; did you mean “count”? (at 1)'],
  ['count(papers, 1)', '“count” takes 1, not 2 (at 1)'],
  ['date("2026-02-30")', '“2026-02-30” is not a day; write date("2026-11-25") (at 1)'],
  ['copies >', 'the rule ends here; a value is expected (at 9)'],
  ['copies = 1 = true', '“=” does not fit here; one comparison at a time is expected (at 12)'],
  ['if married then 1', 'the rule ends here; “else” is expected (at 18)'],
  ['purpose = "marriage', 'this text has no closing quotation mark (at 11)'],
  ['copies; 1', '“;” does not belong in a rule (at 7)'],
  ['married married', '“married” does not fit here (at 9)'],
  ['99999999999999999999', 'the number is too large to be exact (at 1)'],
])('%s is refused: %s', (source, message) => {
  const known = [...names.filter((name) => name !== 'applicant'), 'applicant.kind']
  expect(() => compileRule(source, known)).toThrow(message)
})

test('every problem of a rule is listed, and the names it reads', () => {
  expect(checkRule('x = 1 or y = 2', [])).toHaveLength(2)
  expect(compileRule('if married then copies else copies + 1', names).names).toEqual(['married', 'copies'])
})

describe('what a hostile author may try', () => {
  test.each([
    ['deep brackets', `${'('.repeat(500)}1${')'.repeat(500)}`],
    ['deep lists', '['.repeat(500) + ']'.repeat(500)],
    ['many minus signs', `${'-'.repeat(500)}1`],
    ['deep choices', `${'if true then '.repeat(100)}1`],
    ['a very long rule', `1${' + 1'.repeat(1_000)}`],
    ['three quantifiers', 'some a in papers satisfies some b in papers satisfies some c in papers satisfies a = c'],
  ])('%s: refused while compiling', (_, source) => {
    expect(() => compileRule(source, names)).toThrow(RuleError)
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype'])('%s reaches nothing', (name) => {
    expect(compileRule(name, [name]).evaluate(context)).toBeNull()
    expect(compileRule(`applicant.${name}`, ['applicant']).evaluate(context)).toBeNull()
    expect(compileRule(`purpose.${name}`, ['purpose']).evaluate(context)).toBeNull()
    expect(compileRule(`papers.${name}`, ['papers']).evaluate(context)).toBeNull()
    expect(checkRule(`${name}(1)`, names)).toHaveLength(1)
  })

  test('functions, symbols and not-a-number in the context are nothing', () => {
    const odd = { f: () => 1, n: Number.NaN, u: undefined, list: [() => 1] }
    for (const name of ['f', 'n', 'u']) expect(compileRule(name, [name]).evaluate(odd)).toBeNull()
    expect(compileRule('some x in list satisfies x = null', ['list']).evaluate(odd)).toBe(true)
  })

  test('a list longer than anyone fills in is not gone through', () => {
    const list = Array.from({ length: 1_001 }, (_, index) => index)
    expect(compileRule('some x in list satisfies x = 5', ['list']).evaluate({ list })).toBeNull()
  })

  test('a name said in another Unicode form is the same name', () => {
    expect(compileRule('tên'.normalize('NFD'), ['tên'.normalize('NFD')]).evaluate(context)).toBe('Đặng')
  })
})
