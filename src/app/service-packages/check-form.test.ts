import { expect, test } from 'vitest'
import type { ServicePackage } from '#rooms/forms/index.ts'
import { checkForm, Finder } from './check-form.ts'
import { parsePackage, readPackage, UnreadablePackage } from './index.ts'

const shipped = await readPackage('services/1.004873')
const said = (text: string) => ({ vi: text, en: text })

/** The shipped package with this form, as it is read from a file. */
function withForm(questions: object[], more: object = {}): ServicePackage {
  const given = { ...shipped, form: { ...more, steps: [{ id: 'one', title: said('x'), questions }] } }
  return parsePackage(JSON.parse(JSON.stringify(given)))
}

function problemsOf(questions: object[], more: object = {}): string[] {
  const found = new Finder()
  checkForm(withForm(questions, more), found)
  return found.problems.map(({ where, message }) => `${where}: ${message}`)
}

const q = (id: string, kind: string, more: object = {}) => ({ id, kind, label: said(id), ...more })
const column = (id: string, more: object = {}) => q(id, 'number', more)
const table = (columns: object[], more: object = {}) => q('rows', 'table', { row: said('row'), columns, ...more })

test('a form with every kind and block is in order', () => {
  const everything = [
    q('amount', 'money', { inWords: true }),
    q('area', 'number', { decimals: 2 }),
    q('inYear', 'partial-date', { precision: 'year', limit: 'past' }),
    q('trade', 'select', { options: 'trades', search: true }),
    q('nation', 'select', { options: 'countries', search: true }),
    q('home', 'address', { old: true }),
    q('mother', 'person', {
      ask: ['name', 'birthYear', 'gender', 'identityNumber', 'address'],
      optional: ['birthYear'],
    }),
    q('company', 'organisation', { ask: ['name', 'taxCode', 'address'], prefill: 'organisation' }),
    q('account', 'bank-account', { required: false }),
    q('extra', 'group', { when: 'amount > 1', questions: [q('why', 'text', { when: 'area > 2', sensitive: true })] }),
    table([column('count'), column('price'), q('sum', 'calculated', { value: 'count * price', as: 'money' })], {
      checks: [{ at: 'price', rule: 'price > amount', message: said('…') }],
    }),
    q('total', 'calculated', { value: 'sum(rows.sum)', as: 'money' }),
    q('truth', 'declaration', { text: said('…') }),
  ]
  const lists = {
    trades: [
      { value: '1', label: said('A') },
      { value: '2', label: said('B') },
    ],
  }
  expect(problemsOf(everything, { lists, pages: 'one' })).toEqual([])
})

test.each<[why: string, questions: object[], problem: string]>([
  [
    'a rule looks at its own question',
    [q('a', 'text', { when: 'a = "x"' })],
    'form step one question a when: “a” is not asked before this: a rule looks back only, at 1 in: a = "x"',
  ],
  [
    'two questions wait for each other',
    [q('a', 'text', { when: 'b = "x"' }), q('b', 'text', { when: 'a = "x"' })],
    'question a when: “b” is not asked before this',
  ],
  [
    'a calculation goes in a circle',
    [q('a', 'calculated', { value: 'a + 1', as: 'number' })],
    'question a value: “a” is not asked before this',
  ],
  [
    'a rule cannot be read',
    [q('a', 'calculated', { value: '1 +', as: 'number' })],
    'question a value: the rule ends here',
  ],
  [
    'a rule names nobody',
    [q('a', 'text', { required: 'nobody = 1' })],
    'question a required: nothing is called “nobody”',
  ],
  [
    'a part of a block has the name of a question',
    [q('homeProvince', 'text'), q('home', 'address')],
    'form questions: “homeProvince” is there twice',
  ],
  ['there is no such list', [q('a', 'select', { options: 'planets' })], 'question a: there is no list “planets”'],
  [
    'a choice hangs on what is asked later',
    [q('a', 'select', { options: 'all-communes', of: 'b' }), q('b', 'text')],
    'it depends on “b”, which is not asked before it',
  ],
  [
    'a personal number agrees with nobody',
    [q('a', 'text', { format: 'identity-number', agrees: { bornOn: 'b' } })],
    'it agrees with “b”, which is not asked before it',
  ],
  [
    'a column looks ahead',
    [table([column('a', { when: 'b > 1' }), column('b')])],
    'column a when: nothing is called “b”',
  ],
  ['a question has the name of a fact of the result', [q('issuedOn', 'text')], 'would be said in its place'],
  [
    'a column has the name of a question',
    [q('a', 'text'), table([column('a')])],
    'column a: another thing has this name',
  ],
  ['a column has a name of the page’s own', [table([column('paste')])], 'column paste: another thing has this name'],
  [
    'a rule reads a column that is not there',
    [table([column('share')]), q('t', 'calculated', { value: 'sum(rows.shre)', as: 'number' })],
    'a rule reads “rows.shre”, and the table has no such column',
  ],
  [
    'a check stands at no column',
    [table([column('a')], { checks: [{ at: 'b', rule: 'a > 1', message: said('…') }] })],
    '“b” is no column of this table',
  ],
  [
    'a table wants more rows than it takes',
    [table([column('a')], { min: 9, max: 3 })],
    'the least is more than the most',
  ],
])('a form is refused, with its place, when %s', (_why, questions, problem) => {
  expect(problemsOf(questions).join('\n')).toContain(problem)
})

test.each<[why: string, question: object]>([
  ['a table in a table', table([table([column('a')])])],
  ['a file in a table', table([q('a', 'file', { document: 'x' })])],
  ['a block in a group', q('g', 'group', { questions: [q('home', 'address')] })],
  ['more rows than may be', table([column('a')], { max: 1_000_000 })],
  ['a pattern', q('a', 'text', { pattern: '(a+)+$' })],
  ['a mark that only the house writes', q('a', 'text', { block: { id: 'x', kind: 'person', label: said('x') } })],
  ['a prototype for a name', q('__proto__x', 'text')],
  ['a part nobody knows', q('mother', 'person', { ask: ['shoeSize'] })],
])('cannot even be read: %s', (_why, question) => {
  expect(() => withForm([question])).toThrow(UnreadablePackage)
})
