import { expect, test } from 'vitest'
import type { Answers } from './definition.ts'
import { compileForm, snapshot, summary, takeStep, validateAll, walk } from './index.ts'
import { parseTable } from './spreadsheet.ts'
import { aContext, aFormDefinition, aStep } from './testing.ts'

const said = (text: string) => ({ vi: text, en: text })
const columns = [
  { id: 'fullName', kind: 'text', label: said('Họ và tên'), format: 'name' },
  { id: 'bornOn', kind: 'date', label: said('Ngày sinh'), limit: 'past' },
  {
    id: 'relation',
    kind: 'select',
    label: said('Quan hệ'),
    options: [
      { value: 'child', label: { vi: 'Con', en: 'Child' } },
      { value: 'other', label: { vi: 'Khác', en: 'Other' } },
    ],
  },
  { id: 'which', kind: 'text', label: said('Quan hệ nào'), when: 'relation = "other"' },
  { id: 'share', kind: 'number', label: said('Phần'), max: 100, required: false },
]
const members = {
  id: 'members',
  kind: 'table',
  label: said('Thành viên'),
  row: said('thành viên'),
  columns,
  min: 1,
  max: 4,
} as never
const form = compileForm(
  aFormDefinition(
    aStep('one', [members, { id: 'total', kind: 'calculated', value: 'sum(members.share)', as: 'number' } as never], {
      checks: [{ at: 'members', rule: 'sum(members.share) <= 100', message: said('Tổng quá 100.') }],
    }),
  ),
)
const context = aContext()
const take = (body: Record<string, unknown>, answers: Answers = {}) => {
  const taken = takeStep(form, 'one', { body, filled: { answers, documents: {} }, context })
  return {
    ...taken,
    said: taken.errors.map(({ field, row, message }) => [field, row, message.vi]),
    rows: taken.filled.answers.members,
  }
}
const LAN = { fullName: 'Lan', bornOn: '2010-05-01', relation: 'child' }
const lan = {
  'members--fullName': 'Lan',
  ...{ 'members--bornOn-day': '1', 'members--bornOn-month': '5', 'members--bornOn-year': '2010' },
  'members--relation': 'child',
}

test('R-048: a row is typed, saved, and another one added, without script', () => {
  const first = take({ 'members--open': 'new', ...lan, '--row': 'members.add' })
  expect(first).toMatchObject({ rows: [LAN], errors: [], opened: { table: 'members', row: 'new' }, next: 'one' })
  const second = take({ 'members--open': 'new', ...lan, 'members--fullName': 'Minh' }, { members: [LAN] })
  expect(second).toMatchObject({ rows: [LAN, { ...LAN, fullName: 'Minh' }], errors: [], next: undefined })
})

test('a row that is not in order is kept as typed, and said with its number and field', () => {
  const taken = take({ 'members--open': 'new', 'members--fullName': '123', '--row': 'members.add' }, { members: [LAN] })
  expect(taken.rows).toEqual([LAN, { fullName: '123' }])
  expect(taken.said).toEqual([
    ['members--fullName', 1, 'Dòng 2: Nhập họ và tên bằng chữ, như trên căn cước.'],
    ['members--bornOn', 1, 'Dòng 2: Nhập ngày sinh, gồm ngày, tháng và năm.'],
    ['members--relation', 1, 'Dòng 2: Chọn quan hệ.'],
  ])
})

test('looking at another row or taking one away asks for no order, and saves what was typed', () => {
  const two = { members: [LAN, { fullName: 'Minh' }] }
  const typed = { 'members--open': '1', 'members--fullName': 'Minh Anh' }
  expect(take({ ...typed, '--row': 'members.edit.0' }, two)).toMatchObject({
    rows: [LAN, { fullName: 'Minh Anh' }],
    errors: [],
    opened: { table: 'members', row: 0 },
  })
  expect(take({ ...typed, '--row': 'members.remove.0' }, two)).toMatchObject({
    rows: [{ fullName: 'Minh Anh' }],
    errors: [],
  })
  expect(
    take(
      { 'members--open': '0', 'members--fullName': '', 'members--bornOn-day': '', 'members--relation': '' },
      { members: [{ fullName: 'x' }] },
    ).rows,
  ).toBeUndefined()
})

test('too few and too many rows are said; so is a rule over all of them', () => {
  expect(take({}).said).toEqual([['members', undefined, 'Thêm ít nhất một dòng ở mục “Thành viên”.']])
  expect(take({}, { members: [LAN, LAN, LAN, LAN, LAN] }).said[0]?.[2]).toContain('nhiều nhất 4 dòng')
  expect(
    take(
      {},
      {
        members: [
          { ...LAN, share: 60 },
          { ...LAN, share: 60 },
        ],
      },
    ).said,
  ).toEqual([['members', undefined, 'Tổng quá 100.']])
})

test('a cell that is not asked in its row is cleared on the server, and reckoned values see the rows', () => {
  const journey = walk(
    form,
    {
      answers: {
        members: [
          { ...LAN, which: 'stray', share: 30, hidden: 'x' },
          { ...LAN, share: 12 },
        ],
        total: 1,
      },
      documents: {},
    },
    context,
  )
  expect(journey.answers).toEqual({
    members: [
      { ...LAN, share: 30 },
      { ...LAN, share: 12 },
    ],
    total: 42,
  })
})

test('a table stands in summaries as a table, and in one line where it has to', () => {
  const answers = { members: [LAN] }
  const [row] = summary(form, { answers, documents: {} }, { context, language: 'vi' })[0]?.rows ?? []
  expect(row?.value).toBe('1. Lan, 01/05/2010, Con')
  expect(row?.table).toEqual({
    heads: columns.map(({ label }) => label.vi),
    rows: [['Lan', '01/05/2010', 'Con', '', '']],
    more: 0,
  })
  expect(JSON.parse(JSON.stringify(snapshot(form, { answers, documents: {} }, context))).filled.answers).toEqual(
    answers,
  )
})

const PASTED = 'Họ và tên\tNgày sinh\tQuan hệ\nLan\t01/05/2010\tCon\nMinh\t2/6/2012\tcon'

test('R-048: rows are pasted from a spreadsheet, with or without the names of the columns', () => {
  expect(take({ 'members--paste': PASTED, '--row': 'members.import' })).toMatchObject({
    rows: [LAN, { fullName: 'Minh', bornOn: '2012-06-02', relation: 'child' }],
    errors: [],
  })
  expect(take({ 'members--paste': 'Lan;01/05/2010;Con', '--row': 'members.import' }, { members: [LAN] }).rows).toEqual([
    LAN,
    LAN,
  ])
})

test('lines that are not in order are said by number; none is taken, and the text stays', () => {
  const text = `${PASTED}\nHùng\t31/2/2010\tCon\nMai\t01/01/2011\tbạn`
  const taken = take({ 'members--paste': text, '--row': 'members.import' })
  expect(taken.rows).toBeUndefined()
  expect(taken.filled.answers['members--paste']).toBe(text)
  expect(taken.said).toEqual([
    [
      'members--paste',
      undefined,
      'Dòng 4 của phần dán: Không có ngày 31/2/2010 trong lịch. Xem lại ngày, tháng và năm.',
    ],
    ['members--paste', undefined, 'Dòng 5 của phần dán: Chọn một trong các mục ở dưới.'],
  ])
  // It is not forgotten on the way to the end either.
  expect(validateAll(form, taken.filled, context).map(({ field }) => field)).toContain('members--paste')
})

test.each(['=HYPERLINK("http://x")', '@SUM(A1)', '+cmd|calc', '-2+3+cmd|x'.replace('2', 'a')])(
  'a formula is no value: %s',
  (cell) => {
    const taken = take({
      'members--paste': `"${cell.replaceAll('"', '""')}"\t01/05/2010\tCon`,
      '--row': 'members.import',
    })
    expect(taken.rows).toBeUndefined()
    expect(taken.said[0]?.[2]).toContain('bắt đầu bằng dấu của công thức')
  },
)

test('text of a table is read as RFC 4180 has it', () => {
  expect(parseTable('\ufeffa,"b, ""c"""\r\n"d\ne",f\n')).toEqual([
    ['a', 'b, "c"'],
    ['d\ne', 'f'],
  ])
  expect(parseTable('')).toEqual([])
  expect(parseTable('"never closed')).toEqual([['never closed']])
})

test('a table of ten thousand rows is walked and checked; of many wrong rows twenty are said', () => {
  const big = compileForm(aFormDefinition(aStep('one', [{ ...(members as object), max: 10_000 } as never])))
  const rows = Array.from({ length: 10_000 }, (_, index) => (index % 100 === 0 ? { ...LAN, share: 101 } : LAN))
  const errors = validateAll(big, { answers: { members: rows }, documents: {} }, context)
  expect(errors).toHaveLength(21)
  expect(errors.at(-1)?.message.vi).toBe('“Thành viên” còn 80 dòng nữa cần sửa.')
})
